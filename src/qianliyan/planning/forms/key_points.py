"""A key point as it is written."""

import calendar
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from qianliyan.core import clock
from qianliyan.core.days import DayField
from qianliyan.offices.models import Seat
from qianliyan.planning.forms.fields import UnitsField, UnitsForm
from qianliyan.planning.models import KeyPoint
from qianliyan.planning.queries.units import units_below


class KeyPointForm(UnitsForm):
    """Everything that a key point says; no unit ticked means all."""

    title = forms.CharField(label=gettext_lazy("题目"), max_length=200)
    content = forms.CharField(
        label=gettext_lazy("内容"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=gettext_lazy("要反映哪些方面，一条一行。"),
    )
    starts_on = DayField(label=gettext_lazy("起"))
    ends_on = DayField(label=gettext_lazy("止"))
    units = UnitsField(label=gettext_lazy("发给哪些单位"), help_text=gettext_lazy("一个不选就是发给全部下级单位。"))

    def __init__(self, seat: Seat, point: KeyPoint | None = None, data: Any = None) -> None:
        super().__init__(data, initial=_initial(point))
        self.offer_units(units_below(seat.office_id))

    def clean(self) -> dict[str, Any]:
        """Refuse an end before the beginning."""
        cleaned = super().clean() or {}
        first, last = cleaned.get("starts_on"), cleaned.get("ends_on")
        if first and last and last < first:
            raise ValidationError({"ends_on": _("“止”的日期早于“起”的日期，请改正。")})
        return cleaned


def _initial(point: KeyPoint | None) -> dict[str, Any]:
    if point is None:
        return {"starts_on": clock.today(), "ends_on": _last_of_month(clock.today())}
    fields = ("title", "content", "starts_on", "ends_on", "revision")
    units = [str(uid) for uid in point.units.values_list("uid", flat=True)]
    return {**{name: getattr(point, name) for name in fields}, "units": units}


def _last_of_month(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
