"""Decisions, reasons, listed typos."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from qianliyan.items.forms.writing import TextForm
from qianliyan.items.stages import Stage
from qianliyan.items.typos import Pair


class ReviewForm(TextForm):
    """A decision with its remark; the text only when it was corrected."""

    asked = forms.ChoiceField(choices=Stage.choices, widget=forms.HiddenInput)
    remark = forms.CharField(
        label=_("意见"),
        required=False,
        max_length=1000,
        widget=forms.TextInput(attrs={"class": "remark", "placeholder": _("意见（可不写）")}),
    )

    def decision(self) -> dict[str, Any]:
        """Return the keywords for the action; without text fields the text stays as it is."""
        text = {name: self.cleaned_data[name] for name in ("title", "body") if name in self.data}
        return {"remark": self.cleaned_data["remark"], "asked": self.cleaned_data["asked"], **text}


class ReasonForm(forms.Form):
    """Why something goes back, is voided, withdrawn or given up."""

    asked = forms.CharField(required=False, widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("理由"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 3, "required": True})
    )


class TyposForm(forms.Form):
    """Pairs of old and new; empty rows do not count."""

    ROWS = 5

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        for row in range(self.ROWS):
            self.fields[f"old_{row}"] = forms.CharField(label=_("原文"), required=False, max_length=40, strip=False)
            self.fields[f"new_{row}"] = forms.CharField(label=_("订正为"), required=False, max_length=40, strip=False)

    @property
    def rows(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """Return the fields in pairs."""
        return [(self[f"old_{row}"], self[f"new_{row}"]) for row in range(self.ROWS)]

    def pairs(self) -> list[Pair]:
        """Return what was filled in."""
        found = [Pair(self.cleaned_data[f"old_{row}"], self.cleaned_data[f"new_{row}"]) for row in range(self.ROWS)]
        return [pair for pair in found if pair.old or pair.new]
