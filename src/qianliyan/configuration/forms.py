"""A day of the working calendar."""

from django import forms
from django.utils.translation import gettext_lazy as _


class CalendarDayForm(forms.Form):
    """A day, whether the office works on it, and what it is called."""

    day = forms.DateField(label=_("日期"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    works = forms.BooleanField(
        label=_("安排"), widget=forms.Select(choices=[("", _("放假")), ("1", _("上班"))]), required=False
    )
    name = forms.CharField(label=_("名称"), max_length=40, required=False)
