"""The working-day calendar: the country's holidays, overruled by what an office entered."""

from datetime import date

from django.db.models import F, Q

from qianliyan.configuration.models import CalendarDay
from qianliyan.core.workdays import country_works_on
from qianliyan.offices.models import Office


class OfficeCalendar:
    """Knows which days an office works; one query for all local days."""

    def __init__(self, office: Office | None) -> None:
        lineage = office.lineage if office else []
        days = CalendarDay.objects.filter(Q(office__isnull=True) | Q(office__in=lineage))
        nearest_last = days.order_by(F("office__path").asc(nulls_first=True))
        self._days = {day.day: day.works for day in nearest_last}

    def works_on(self, day: date) -> bool:
        """Tell whether the office works on `day`; years without published holidays follow the week."""
        if day in self._days:
            return self._days[day]
        return country_works_on(day)
