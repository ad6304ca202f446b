"""A day of the working calendar."""

from django import forms
from django.utils.translation import gettext_lazy as _

from qianliyan.core.days import DayField


class CalendarDayForm(forms.Form):
    """A day, whether the office works on it, and what it is called."""

    day = DayField(label=_("日期"))
    works = forms.BooleanField(
        label=_("安排"), widget=forms.Select(choices=[("", _("放假")), ("1", _("上班"))]), required=False
    )
    name = forms.CharField(label=_("名称"), max_length=40, required=False)
