"""A circular and its reviews."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from qianliyan.assessment.models import Circular


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
    """What is answered to an application for review; how long it may be says the action, keeping what was typed."""

    answer = forms.CharField(required=False)

    def given(self) -> str:
        """Return the words."""
        return str(self.cleaned_data["answer"]) if self.is_valid() else ""
