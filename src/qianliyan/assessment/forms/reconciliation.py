"""A circular of the office above, pasted or as a file."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from qianliyan.offices.powers import Level


class ReconciliationForm(forms.Form):
    """What the circular is called, whose it is, which days it covers, and its text or file."""

    title = forms.CharField(
        label=_("通报名称"), max_length=200, help_text=_("如“关于2026年第1季度政务信息采用情况的通报”。")
    )
    evidence = forms.CharField(label=_("文号、期号"), max_length=300)
    level = forms.ChoiceField(label=_("哪一级的通报"))
    label = forms.ChoiceField(label=_("通报的考核期"))
    text = forms.CharField(
        label=_("通报内容"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_("整份粘贴：正文里题目用《》标出的，或从表格复制的（带表头），都能读。只留下本单位的条目。"),
    )
    file = forms.FileField(
        label=_("或者传文件"), required=False, help_text=_("Word、表格（.xlsx）、PDF、文本；作为依据一并保存。")
    )

    def __init__(self, levels: list[str], periods: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["level"].choices = [(one, Level(one).label) for one in levels]  # type: ignore[attr-defined]
        self.fields["label"].choices = periods  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Ask for the text or the file."""
        data: dict[str, Any] = super().clean() or {}
        if not (data.get("text") or "").strip() and not data.get("file"):
            self.add_error("text", ValidationError(_("请粘贴通报内容，或选择文件。")))
        return data
