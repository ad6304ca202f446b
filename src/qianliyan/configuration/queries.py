"""What the page of settings shows."""

from django.db.models import QuerySet

from qianliyan.configuration.models import CalendarDay
from qianliyan.offices.models import Office


def own_days(office: Office) -> QuerySet[CalendarDay]:
    """Return the days that this office entered itself, newest first."""
    return CalendarDay.objects.filter(office=office).order_by("-day")


def names_up_the_tree(office: Office) -> dict[int, str]:
    """Return the short names of the office and all above it."""
    return dict(Office.objects.filter(pk__in=office.lineage).values_list("pk", "short_name"))
