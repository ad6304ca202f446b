"""One leader's sign-off at one stage of the chain; on screen or on the printed sheet."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from qianliyan.core import clock
from qianliyan.files.models import File
from qianliyan.items.models.item import Item
from qianliyan.items.models.version import Version
from qianliyan.items.stages import Stage
from qianliyan.offices.models import Seat


class Decision(models.TextChoices):
    """What was decided."""

    APPROVED = "approved", _("同意")
    RETURNED = "returned", _("退回修改")


class SignOff(models.Model):
    """Who decided what, when, on which version. A voided signature stays, visibly."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="sign_offs")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="sign_offs")
    round = models.PositiveSmallIntegerField()
    stage = models.CharField(max_length=12, choices=Stage)
    decision = models.CharField(max_length=10, choices=Decision)
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    signer = models.CharField(max_length=200)
    at = models.DateTimeField(default=clock.now)
    remark = models.TextField(blank=True)
    corrected = models.BooleanField(default=False)
    sheet = models.ForeignKey(File, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    recorded_by = models.ForeignKey(Seat, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    voided_at = models.DateTimeField(null=True, blank=True)
    void_reason = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["item", "round", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(stage__in=Stage.values), name="sign_off_stage"),
            models.CheckConstraint(condition=Q(decision__in=Decision.values), name="sign_off_decision"),
            models.UniqueConstraint(
                fields=["item", "round", "stage"], condition=Q(decision="approved"), name="sign_off_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.signer} {self.get_stage_display()} {self.get_decision_display()}"

    @property
    def on_paper(self) -> bool:
        """Tell whether it was signed on the printed sheet."""
        return self.recorded_by_id is not None

    @property
    def says_more(self) -> bool:
        """Tell whether there is more to it than a plain approval, which the chain already shows."""
        plain = self.decision == Decision.APPROVED and not self.remark and not self.corrected
        return not plain or self.on_paper or self.voided_at is not None
