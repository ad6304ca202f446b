"""What was not adopted in a month, told to its unit at once (未采用反馈)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from qianliyan.core import clock
from qianliyan.core.uids import new_uid
from qianliyan.items.models.item import UNIT
from qianliyan.items.models.submission import SECTION
from qianliyan.offices.audiences import Path, audience
from qianliyan.offices.models import Office


@audience(
    Path(_("报送单位的信息员和审签人员"), office="sender", powers=UNIT),
    Path(_("收稿单位的信息工作人员"), office="receiver", powers=SECTION),
)
class Digest(models.Model):
    """That a unit was told of a month; what it reads there are the decisions themselves."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    receiver = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    sender = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    month = models.DateField()
    count = models.PositiveIntegerField()
    made_at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["-month", "pk"]
        constraints = [models.UniqueConstraint(fields=["receiver", "sender", "month"], name="digest_once")]

    def __str__(self) -> str:
        return f"{self.sender} {self.month:%Y-%m}"
