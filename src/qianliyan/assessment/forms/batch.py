"""Many results at once: the list, and what holds for lines that do not say otherwise."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from qianliyan.assessment.models.recorded import FactName
from qianliyan.assessment.pasted.entries import Given
from qianliyan.core.days import PastDayField
from qianliyan.offices.powers import Level


class BatchForm(forms.Form):
    """A pasted list or a file, with what is common to all lines."""

    fact = forms.ChoiceField(
        label=_("结果"), choices=FactName.choices, help_text=_("表里有“结果”一栏的，以表里写的为准。")
    )
    on = PastDayField(label=_("日期"), help_text=_("表里写了日期的，以表里的为准。"))
    level = forms.ChoiceField(label=_("层级"), choices=[("", _("不分层级")), *Level.choices], required=False)
    evidence = forms.CharField(label=_("依据"), max_length=300, help_text=_("哪一份通报或台账，期号或文号。"))
    text = forms.CharField(
        label=_("名单"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_("从表格复制粘贴，第一行是表头：单位、题目、日期、层级、刊物、批示领导、得分、依据，有几栏写几栏。"),
    )
    file = forms.FileField(label=_("或者传文件"), required=False, help_text=_("表格（.xlsx）、Word、文本。"))

    def clean(self) -> dict[str, Any]:
        """Ask for the list."""
        data: dict[str, Any] = super().clean() or {}
        if not (data.get("text") or "").strip() and not data.get("file"):
            self.add_error("text", ValidationError(_("请粘贴名单，或选择文件。")))
        return data

    @property
    def given(self) -> Given:
        """Return what is common."""
        data = self.cleaned_data
        return Given(data["fact"], data["on"], data["level"], data["evidence"])
