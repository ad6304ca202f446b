"""Values that an office set, and the days on which its calendar differs from the week."""

from django.db import models

from qianliyan.accounts.models import Person
from qianliyan.core import clock
from qianliyan.offices.models import Office


class Value(models.Model):
    """A value for an office and everything below it, from a day on; rows are added, never changed."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    key = models.CharField(max_length=80)
    value = models.JSONField()
    valid_from = models.DateField()
    set_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    set_at = models.DateTimeField(default=clock.now)

    class Meta:
        indexes = [models.Index(fields=["office", "key", "valid_from"], name="value_lookup")]

    def __str__(self) -> str:
        return f"{self.key} {self.valid_from}"


class CalendarDay(models.Model):
    """A day on which the working calendar says something else than the country's: a local holiday, a shifted day."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    day = models.DateField()
    works = models.BooleanField()
    name = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["office", "day"], nulls_distinct=False, name="calendar_day_once")
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.name}"
