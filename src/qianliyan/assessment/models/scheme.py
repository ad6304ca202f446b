"""A version of an office's rules (计分办法), as YAML."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from qianliyan.assessment.permissions import READERS
from qianliyan.assessment.states import SchemeState
from qianliyan.core import clock
from qianliyan.core.uids import new_uid
from qianliyan.offices.audiences import Path, audience
from qianliyan.offices.models import Office


@audience(
    Path(_("制定单位的信息工作人员和考核人员"), office="office", powers=READERS),
    Path(_("被考核单位，办法公布之后"), office="office__children", where=Q(state=SchemeState.PUBLISHED)),
)
class Scheme(models.Model):
    """One version: its text, and from which day on it holds."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=SchemeState, default=SchemeState.WRITING)
    title = models.CharField(_("名称"), max_length=100)
    source = models.TextField(_("办法（YAML）"))
    valid_from = models.DateField(_("施行日期"))
    basis = models.CharField(_("文号"), max_length=100, blank=True)
    follows = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="followed_by")
    revision = models.PositiveIntegerField(default=0)
    written_by = models.CharField(max_length=200)
    saved_at = models.DateTimeField(default=clock.now)
    published_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["office", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["office", "number"], name="scheme_number"),
            models.CheckConstraint(condition=Q(state__in=SchemeState.values), name="scheme_state"),
            models.CheckConstraint(
                condition=~Q(state="published") | Q(published_at__isnull=False), name="scheme_published_at"
            ),
        ]

    def __str__(self) -> str:
        return f"《{self.title}》第{self.number}版"
