"""An assessment period of an office: running, or closed with its file and digest."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from qianliyan.assessment.models.calculation import Calculation
from qianliyan.assessment.permissions import READERS
from qianliyan.assessment.states import PeriodState
from qianliyan.core.uids import new_uid
from qianliyan.offices.audiences import Path, audience
from qianliyan.offices.models import Office


@audience(
    Path(_("考核单位的信息工作人员和考核人员"), office="office", powers=READERS),
    Path(_("被考核单位"), office="office__children"),
)
class Period(models.Model):
    """A month, quarter, half-year or year; its closing is one calculation that never changes."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    label = models.CharField(max_length=20)
    state = models.CharField(max_length=10, choices=PeriodState, default=PeriodState.RUNNING)
    closing = models.ForeignKey(Calculation, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["office", "-label"]
        constraints = [
            models.UniqueConstraint(fields=["office", "label"], name="period_once"),
            models.CheckConstraint(condition=Q(state__in=PeriodState.values), name="period_state"),
            models.CheckConstraint(
                condition=~Q(state="closed") | Q(closing__isnull=False, closed_at__isnull=False),
                name="period_closed_with_calculation",
            ),
        ]

    def __str__(self) -> str:
        return self.label
