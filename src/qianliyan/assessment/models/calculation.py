"""One working-out of a period: from which rules and which facts, and what came of it."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from qianliyan.accounts.models import Person
from qianliyan.assessment.models.scheme import Scheme
from qianliyan.assessment.permissions import READERS
from qianliyan.assessment.states import CalculationState
from qianliyan.core import clock
from qianliyan.core.uids import new_uid
from qianliyan.files.models import File
from qianliyan.items.models.item import UNIT
from qianliyan.offices.audiences import Path, audience
from qianliyan.offices.models import Office


class Purpose(models.TextChoices):
    """Why something is worked out."""

    LIVE = "live", _("现时数据")
    TRIAL = "trial", _("试算")
    CLOSING = "closing", _("结账")


@audience(Path(_("考核单位的信息工作人员和考核人员"), office="office", powers=READERS))
class Calculation(models.Model):
    """The rules, facts and register it was worked out from are kept as one file; the same file gives the same bytes."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    label = models.CharField(max_length=20)
    first = models.DateField()
    last = models.DateField()
    purpose = models.CharField(max_length=10, choices=Purpose, default=Purpose.LIVE)
    state = models.CharField(max_length=10, choices=CalculationState, default=CalculationState.WAITING)
    scheme = models.ForeignKey(Scheme, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    scheme_title = models.CharField(max_length=150)
    source = models.TextField()
    file = models.ForeignKey(File, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    digest = models.CharField(max_length=64, blank=True)
    facts = models.PositiveIntegerField(default=0)
    figures = models.JSONField(default=dict)
    columns = models.JSONField(default=list)
    unscored = models.JSONField(default=dict)
    error = models.TextField(blank=True)
    ordered_by = models.CharField(max_length=200)
    ordered_at = models.DateTimeField(default=clock.now)
    made_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["office", "label", "purpose", "-id"], name="calculation_latest")]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=CalculationState.values), name="calculation_state"),
            models.CheckConstraint(condition=Q(purpose__in=Purpose.values), name="calculation_purpose"),
            models.CheckConstraint(condition=~Q(state="done") | Q(file__isnull=False), name="calculation_file"),
        ]

    def __str__(self) -> str:
        return f"{self.label} {self.scheme_title}"


@audience(
    Path(_("考核单位的信息工作人员和考核人员"), office="calculation__office", powers=READERS),
    Path(_("被考核单位"), office="unit", powers=UNIT, where=~Q(calculation__purpose=Purpose.TRIAL)),
    Path(_("本人"), person="person", where=~Q(calculation__purpose=Purpose.TRIAL)),
)
class Standing(models.Model):
    """What one unit or one person came to; figures as the scheme prints them."""

    calculation = models.ForeignKey(Calculation, on_delete=models.CASCADE, related_name="standings")
    position = models.PositiveIntegerField()
    unit = models.ForeignKey(Office, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=100)
    group = models.CharField(max_length=40, blank=True)
    rank = models.PositiveIntegerField(null=True, blank=True)
    total = models.DecimalField(max_digits=12, decimal_places=4)
    printed = models.CharField(max_length=30)
    columns = models.JSONField(default=dict)
    counts = models.JSONField(default=dict)
    marks = models.JSONField(default=list)

    class Meta:
        ordering = ["calculation", "position"]
        constraints = [
            models.CheckConstraint(
                condition=Q(unit__isnull=True) | Q(person__isnull=True), name="standing_unit_or_person"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.printed}"

    def column(self, name: str) -> Any:
        """Return a column as printed, or nothing."""
        return self.columns.get(name, "")
