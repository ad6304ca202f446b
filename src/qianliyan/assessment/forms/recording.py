"""A result outside, entered with its paper."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from qianliyan.assessment.models.recorded import FactName
from qianliyan.core.days import PastDayField
from qianliyan.offices.models import Office
from qianliyan.offices.powers import Level


class RecordForm(forms.Form):
    """A result outside: what, when, whose, and the paper it rests on."""

    fact = forms.ChoiceField(label=_("结果"), choices=FactName.choices)
    on = PastDayField(label=_("日期"), help_text=_("采用按刊物日期，批示按批示日期。"))
    level = forms.ChoiceField(label=_("层级"), choices=[("", _("不分层级")), *Level.choices], required=False)
    publication = forms.CharField(label=_("刊物"), max_length=100, required=False)
    leader = forms.CharField(
        label=_("批示领导"), max_length=60, required=False, help_text=_("只在登记批示时填，写姓名和职务。")
    )
    principal = forms.BooleanField(label=_("主要领导"), required=False)
    title = forms.CharField(label=_("题目"), max_length=1000, required=False)
    units = forms.ModelMultipleChoiceField(
        label=_("有份的单位"), queryset=Office.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )
    value = forms.DecimalField(
        label=_("数值"),
        max_digits=10,
        decimal_places=4,
        required=False,
        help_text=_("上级扣分、加分、期初得分等按数值计的才填。"),
    )
    evidence = forms.CharField(
        label=_("依据"), max_length=300, help_text=_("哪一份通报、刊物、批示件或文件，期号或文号。")
    )
    file = forms.FileField(label=_("依据的扫描件"), required=False)

    def __init__(self, units: Any, *args: Any, about_piece: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["units"].queryset = units  # type: ignore[attr-defined]
        if about_piece:
            del self.fields["units"], self.fields["title"]

    def clean(self) -> dict[str, Any]:
        """Ask for what this kind of result needs."""
        data: dict[str, Any] = super().clean() or {}
        fact = data.get("fact")
        if fact in (FactName.ADOPTED, FactName.INSTRUCTED) and not data.get("level"):
            self.add_error("level", _("采用、批示要写明是哪一级的。"))
        if fact == FactName.INSTRUCTED and not (data.get("leader") or "").strip():
            self.add_error("leader", _("请写明是哪位领导批示的。"))
        if fact in (FactName.BONUS, FactName.OPENING, FactName.DEDUCTED_ABOVE) and data.get("value") is None:
            self.add_error("value", _("这种结果按数值计，请填数值。"))
        if "units" in self.fields and not data.get("units"):
            self.add_error("units", _("请选定有份的单位。"))
        if "title" in self.fields and not (data.get("title") or "").strip():
            self.add_error("title", _("请写明题目或事由。"))
        return data

    @property
    def attributes(self) -> dict[str, object]:
        """Return what the fact bears besides day, value and paper."""
        data = self.cleaned_data
        given = {"level": data["level"], "publication": data["publication"], "leader": data["leader"]}
        found: dict[str, object] = {name: text for name, text in given.items() if text}
        if data["fact"] == FactName.INSTRUCTED:
            found |= {"principal": data["principal"], "leader_level": data["level"]}
        return found

    @property
    def value_given(self) -> Decimal | None:
        """Return the number, if one was typed."""
        number: Decimal | None = self.cleaned_data.get("value")
        return number
