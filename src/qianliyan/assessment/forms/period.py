"""A period, its groups, the figures of earlier years, and reasons."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from qianliyan.assessment.roster import group_by_network
from qianliyan.core import clock
from qianliyan.core.errors import Unreadable
from qianliyan.offices.models import Office


class LabelForm(forms.Form):
    """A period by its label."""

    label = forms.CharField(max_length=20)

    def given(self) -> str:
        """Return the label, or refuse."""
        if not self.is_valid():
            raise Unreadable(_("请选定考核期。"))
        return str(self.cleaned_data["label"])


class ReasonForm(forms.Form):
    """Why an entry is revoked or a period opened again."""

    reason = forms.CharField(label=_("理由"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}))


class GroupsForm(forms.Form):
    """The group of every unit in a year; empty: the group of its network."""

    def __init__(self, units: list[Office], chosen: Mapping[int, str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.units = units
        for unit in units:
            self.fields[f"unit{unit.pk}"] = forms.CharField(
                label=unit.short_name,
                max_length=40,
                required=False,
                initial=chosen.get(unit.pk, ""),
                widget=forms.TextInput(attrs={"placeholder": group_by_network(unit)}),
            )

    def groups(self) -> dict[int, str]:
        """Return the name of each unit's group."""
        return {unit.pk: self.cleaned_data[f"unit{unit.pk}"] for unit in self.units}


class AnnualForm(forms.Form):
    """A figure of an earlier year."""

    figure = forms.ChoiceField(label=_("指标"))
    year = forms.IntegerField(label=_("年份"), min_value=1980, max_value=2999)
    value = forms.DecimalField(label=_("数值"), min_value=0, max_digits=10, decimal_places=2)
    evidence = forms.CharField(label=_("依据"), max_length=300, help_text=_("如“2021年度信息工作总结”。"))

    def __init__(self, figures: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["figure"].choices = figures  # type: ignore[attr-defined]

    def clean_year(self) -> int:
        """Refuse a year that is not over."""
        year: int = self.cleaned_data["year"]
        if year >= clock.today().year:
            raise ValidationError(_("历年数只登记已经过去的年份；本年的数由系统统计。"))
        return year
