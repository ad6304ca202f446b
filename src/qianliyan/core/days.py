"""Days in forms: chosen from the browser's own calendar, and those that cannot lie in the future."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from qianliyan.core import clock


class DayInput(forms.DateInput):
    """A day as the browser's own calendar gives it."""

    def __init__(self) -> None:
        super().__init__(attrs={"type": "date"}, format="%Y-%m-%d")


class DayField(forms.DateField):
    """A day."""

    widget = DayInput


class PastDayField(DayField):
    """The day of something that has happened: today at the latest."""

    def clean(self, value: Any) -> date | None:
        """Refuse a day that is still to come."""
        day: date | None = super().clean(value)
        if day is not None and day > clock.today():
            raise ValidationError(_("日期在今天之后，请核对。"))
        return day
