"""A question to the unit about what it sent (请补充), with its answer; the item stays as it was signed."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from qianliyan.core import clock
from qianliyan.core.uids import new_uid
from qianliyan.files.models import File
from qianliyan.items.models import Submission
from qianliyan.items.models.item import UNIT
from qianliyan.items.models.submission import SECTION, Channel
from qianliyan.offices.audiences import Path, audience
from qianliyan.offices.models import Seat


@audience(
    Path(_("报送单位的信息员和审签人员"), office="submission__sender", powers=UNIT),
    Path(_("收稿单位的信息工作人员"), office="submission__receiver", powers=SECTION),
)
class Question(models.Model):
    """What an editor asked and what came back: by the unit itself, or by telephone and recorded."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="+")
    text = models.CharField(max_length=500)
    asked_by = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=clock.now)
    answer = models.TextField(blank=True)
    answered_by = models.CharField(max_length=200, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    channel = models.CharField(max_length=10, choices=Channel, default=Channel.SYSTEM)
    file = models.ForeignKey(File, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["submission", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(channel__in=Channel.values), name="question_channel"),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answer="") | (Q(answered_at__isnull=False) & ~Q(answer="")),
                name="question_answered",
            ),
        ]

    def __str__(self) -> str:
        return self.text
