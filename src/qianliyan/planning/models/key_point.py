"""Key points: what the office wants to hear about in a month, or on a theme."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from qianliyan.core import clock
from qianliyan.core.uids import new_uid
from qianliyan.offices.audiences import Path, audience
from qianliyan.offices.models import Office
from qianliyan.offices.powers import SECTION, UNIT


@audience(
    Path(_("发布要点的单位的信息工作人员"), office="office", powers=SECTION),
    Path(_("下级单位的信息员和审签人员"), office="office__children", powers=UNIT, where=Q(for_all=True)),
    Path(_("要点所列单位的信息员和审签人员"), office="units__pk", powers=UNIT, where=Q(for_all=False)),
)
class KeyPoint(models.Model):
    """One key point (报送要点), addressed to all units below the office or to some of them."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(_("题目"), max_length=200)
    content = models.TextField(_("内容"), max_length=4000)
    starts_on = models.DateField(_("起"))
    ends_on = models.DateField(_("止"))
    for_all = models.BooleanField(default=True)
    units = models.ManyToManyField(Office, related_name="+", blank=True)
    announced_at = models.DateTimeField(default=clock.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["office", "-announced_at", "-id"], name="key_point_office_list")]
        constraints = [models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="key_point_forward")]

    def __str__(self) -> str:
        return self.title
