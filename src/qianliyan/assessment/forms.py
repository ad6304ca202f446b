"""What is typed into the pages of the assessment."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from qianliyan.assessment.models import Circular, Scheme
from qianliyan.assessment.models.hearing import Fault
from qianliyan.assessment.models.recorded import FactName
from qianliyan.assessment.roster import group_by_network
from qianliyan.core import clock
from qianliyan.core.errors import Unreadable
from qianliyan.offices.models import Office
from qianliyan.offices.powers import Level


class DayInput(forms.DateInput):
    """A day as the browser's own calendar gives it."""

    def __init__(self) -> None:
        super().__init__(attrs={"type": "date"}, format="%Y-%m-%d")
        self.input_type = "date"


class SchemeForm(forms.ModelForm[Scheme]):
    """Title, day and text of a version, with the revision it was read from."""

    revision = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = Scheme
        fields = ("title", "valid_from", "basis", "source")
        widgets = {"valid_from": DayInput(), "source": forms.Textarea(attrs={"rows": 28, "spellcheck": "false"})}
        help_texts = {"basis": _("印发这个办法的文件，如“云政办发〔2026〕2号”。")}

    def text(self) -> dict[str, Any]:
        """Return the fields as the action takes them."""
        names = ("title", "valid_from", "basis", "source", "revision")
        return {name: self.cleaned_data[name] for name in names}


class NewSchemeForm(forms.Form):
    """What a new version begins with, and from which day it is to hold."""

    title = forms.CharField(label=_("名称"), max_length=100)
    valid_from = forms.DateField(label=_("施行日期"), widget=DayInput())
    start = forms.ChoiceField(label=_("从哪里写起"))

    def __init__(self, earlier: list[Scheme], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.earlier = {str(scheme.uid): scheme for scheme in earlier}
        copies = [(uid, _("复制%(scheme)s") % {"scheme": scheme}) for uid, scheme in self.earlier.items()]
        self.fields["start"].choices = [*copies, ("shipped", _("系统提供的办法"))]  # type: ignore[attr-defined]


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


class RecordForm(forms.Form):
    """A result outside: what, when, whose, and the paper it rests on."""

    fact = forms.ChoiceField(label=_("结果"), choices=FactName.choices)
    on = forms.DateField(label=_("日期"), widget=DayInput(), help_text=_("采用按刊物日期，批示按批示日期。"))
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

    def clean_on(self) -> Any:
        """Refuse a day that is still to come."""
        day = self.cleaned_data["on"]
        if day > clock.today():
            raise ValidationError(_("日期在今天之后，请核对。"))
        return day

    def clean(self) -> dict[str, Any]:
        """Ask for what this kind of result needs."""
        data: dict[str, Any] = super().clean() or {}
        fact = data.get("fact")
        if fact in (FactName.ADOPTED, FactName.INSTRUCTED) and not data.get("level"):
            self.add_error("level", _("采用、批示要写明是哪一级的。"))
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


class CircularForm(forms.ModelForm[Circular]):
    """Title and text of a circular, with the revision they were read from."""

    revision = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = Circular
        fields = ("title", "body")
        widgets = {"body": forms.Textarea(attrs={"rows": 24})}

    def text(self) -> dict[str, Any]:
        """Return the fields as the action takes them."""
        return {name: self.cleaned_data[name] for name in ("title", "body", "revision")}


class ReviewForm(forms.Form):
    """Which line is wrong, and why."""

    line = forms.CharField(label=_("哪一处"), max_length=300, help_text=_("抄下通报里的那一句，或写明单位和得分。"))
    reason = forms.CharField(label=_("理由"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))


class AnswerForm(forms.Form):
    """What is answered to an application for review."""

    answer = forms.CharField(max_length=1000, required=False)

    def given(self) -> str:
        """Return the words."""
        return str(self.cleaned_data["answer"]) if self.is_valid() else ""


class ClaimForm(forms.Form):
    """A result elsewhere and what it rests on."""

    title = forms.CharField(label=_("成果"), max_length=300, help_text=_("在哪里被采用、批示或推广，题目是什么。"))
    on = forms.DateField(label=_("日期"), widget=DayInput())
    asked = forms.DecimalField(label=_("申报分值"), min_value=0, max_digits=8, decimal_places=2)
    evidence = forms.CharField(label=_("依据"), max_length=300)
    file = forms.FileField(label=_("依据的扫描件"), required=False)


class MatterForm(forms.Form):
    """What is known about a suspected fault."""

    unit = forms.ModelChoiceField(label=_("单位"), queryset=Office.objects.none())
    fault = forms.ChoiceField(label=_("情形"), choices=Fault.choices)
    matter = forms.CharField(label=_("什么事"), max_length=500)
    happened_on = forms.DateField(label=_("发生日期"), widget=DayInput())
    known = forms.CharField(label=_("已知情况"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(self, units: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]


class DecisionForm(forms.Form):
    """Words, and with a claim the points granted, with a determination its number."""

    words = forms.CharField(max_length=1000, required=False)
    granted = forms.DecimalField(min_value=0, max_digits=8, decimal_places=2, required=False)
    basis = forms.CharField(max_length=100, required=False)

    def given(self) -> dict[str, Any]:
        """Return what was typed, or refuse what cannot be read."""
        if not self.is_valid():
            raise Unreadable(_("分值请填数字，最多两位小数。"))
        return dict(self.cleaned_data)
