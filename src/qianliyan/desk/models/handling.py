"""What was decided about submissions that were not taken."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from qianliyan.core import clock
from qianliyan.items.models import Submission
from qianliyan.offices.models import Seat


class HandlingKind(models.TextChoices):
    """What was decided about a submission that was not taken."""

    RETURNED = "returned", _("退回修改")
    NOT_ADOPTED = "not_adopted", _("未采用")
    RESERVED = "reserved", _("备用")


class Handling(models.Model):
    """A decision about a submission with its reason, as the unit reads it."""

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=HandlingKind)
    reason = models.CharField(max_length=500, blank=True)
    expires_on = models.DateField(null=True, blank=True)
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["submission", "-at"]
        indexes = [
            models.Index(fields=["kind", "expires_on"], name="handling_expiry"),
            models.Index(fields=["kind", "at"], name="handling_month"),
        ]
        constraints = [models.CheckConstraint(condition=Q(kind__in=HandlingKind.values), name="handling_kind")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.reason}"
