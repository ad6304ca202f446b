"""An office and its phases: name, parent and network each hold for a time."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from qianliyan.core.memory import Rows, kept
from qianliyan.core.uids import new_uid
from qianliyan.offices.powers import Level, Network


class Office(models.Model):
    """An office, department, county or enterprise. Its columns hold the present phase, for lists and joins."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    name = models.CharField(_("名称"), max_length=80)
    short_name = models.CharField(_("简称"), max_length=40)
    level = models.CharField(_("层级"), max_length=10, choices=Level)
    network = models.CharField(_("信息网络"), max_length=10, choices=Network)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="children")
    path = models.CharField(max_length=200, db_index=True, editable=False, default="/")
    order = models.PositiveIntegerField(default=0)
    closed_on = models.DateField(null=True, blank=True)

    objects = models.Manager["Office"]()
    known = Rows()

    class Meta:
        base_manager_name = "known"
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(level__in=Level.values), name="office_level"),
            models.CheckConstraint(condition=models.Q(network__in=Network.values), name="office_network"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def lineage(self) -> list[int]:
        """Return the numbers of this office and all above it, nearest first."""
        return [int(part) for part in reversed(self.path.strip("/").split("/")) if part]

    def phase_on(self, day: date) -> "Phase | None":
        """Return how the office was called and placed on `day`."""
        return next((phase for phase in self.all_phases() if phase.holds_on(day)), None)

    @kept
    def all_phases(self) -> "list[Phase]":
        """Return every phase, the newest first."""
        return list(self.phases.all())


class Phase(models.Model):
    """How an office was called, to whom it belonged and in which network, from one day to another (exclusive)."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="phases")
    name = models.CharField(max_length=80)
    short_name = models.CharField(max_length=40)
    network = models.CharField(max_length=10, choices=Network)
    parent = models.ForeignKey(Office, on_delete=models.PROTECT, null=True, related_name="+")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        ordering = ["office", "-valid_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["office"], condition=models.Q(valid_to__isnull=True), name="phase_one_open"
            ),
            models.CheckConstraint(
                condition=models.Q(valid_to__isnull=True) | models.Q(valid_to__gt=models.F("valid_from")),
                name="phase_forward",
            ),
            models.CheckConstraint(condition=models.Q(network__in=Network.values), name="phase_network"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.valid_from}–{self.valid_to or ''}"

    def holds_on(self, day: date) -> bool:
        """Tell whether this phase holds on `day`."""
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)


class Succession(models.Model):
    """One office followed another: renamed, merged, split; points and papers follow."""

    predecessor = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="successions")
    successor = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="inheritances")
    on = models.DateField()
    basis = models.CharField(_("依据"), max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["predecessor", "successor", "on"], name="succession_once"),
            models.CheckConstraint(
                condition=~models.Q(predecessor=models.F("successor")), name="succession_not_itself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"
