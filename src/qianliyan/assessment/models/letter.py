"""A letter of the assessment that was handed out: kept as it was printed."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from qianliyan.accounts.models import Person
from qianliyan.assessment.models.reconciliation import Reconciliation
from qianliyan.assessment.permissions import HEADS, READERS
from qianliyan.core import clock
from qianliyan.core.uids import new_uid
from qianliyan.files.models import File
from qianliyan.offices.audiences import Path, audience
from qianliyan.offices.models import Office


@audience(
    Path(_("印函单位的信息工作人员和考核人员"), office="office", powers=READERS),
    Path(_("本人"), person="person"),
    Path(_("本人所在单位的负责人"), office="to", powers=HEADS, where=Q(person__isnull=False)),
)
class Letter(models.Model):
    """One printing: to a unit, to the office above, for the leader in charge, or about one officer of a unit."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    to = models.ForeignKey(Office, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reconciliation = models.ForeignKey(
        Reconciliation, on_delete=models.PROTECT, null=True, blank=True, related_name="letters"
    )
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    title = models.CharField(_("标题"), max_length=200)
    recipients = models.CharField(max_length=200, blank=True)
    body = models.TextField(blank=True)
    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="+")
    printed_by = models.CharField(max_length=200)
    printed_at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.title
