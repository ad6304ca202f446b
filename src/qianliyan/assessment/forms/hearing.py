"""Claims and determinations."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from qianliyan.assessment.models.hearing import Fault
from qianliyan.core.days import DayField
from qianliyan.core.errors import Unreadable
from qianliyan.offices.models import Office


class ClaimForm(forms.Form):
    """A result elsewhere and what it rests on."""

    title = forms.CharField(label=_("成果"), max_length=300, help_text=_("在哪里被采用、批示或推广，题目是什么。"))
    on = DayField(label=_("日期"))
    asked = forms.DecimalField(label=_("申报分值"), min_value=0, max_digits=8, decimal_places=2)
    evidence = forms.CharField(label=_("依据"), max_length=300)
    file = forms.FileField(label=_("依据的扫描件"), required=False)


class MatterForm(forms.Form):
    """What is known about a suspected fault."""

    unit = forms.ModelChoiceField(label=_("单位"), queryset=Office.objects.none())
    fault = forms.ChoiceField(label=_("情形"), choices=Fault.choices)
    matter = forms.CharField(label=_("什么事"), max_length=500)
    happened_on = DayField(label=_("发生日期"))
    known = forms.CharField(label=_("已知情况"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(self, units: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]


class DecisionForm(forms.Form):
    """Words, and with a claim the points granted, with a determination its number."""

    words = forms.CharField(required=False)
    granted = forms.DecimalField(min_value=0, max_digits=8, decimal_places=2, required=False)
    basis = forms.CharField(required=False)

    def given(self) -> dict[str, Any]:
        """Return what was typed, or refuse what cannot be read."""
        if not self.is_valid():
            raise Unreadable(_("分值请填数字，最多两位小数。"))
        return dict(self.cleaned_data)
