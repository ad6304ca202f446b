"""What is typed after an issue was signed: proofs, corrections, mended texts, returned copies, reserved numbers."""

import re

from django import forms
from django.utils.translation import gettext_lazy as _

from qianliyan.bulletins.forms.fields import Rows
from qianliyan.core.days import PastDayField

BETWEEN = re.compile(r"[\s、，,；;]+")
RUN = re.compile(r"([0-9]{1,6})(?:[-–—~～至]{1,2}([0-9]{1,6}))?")
MOST_COPIES = 10_000


class ProofForm(forms.Form):
    """Which proof was read, and what was noticed."""

    turn = forms.TypedChoiceField(choices=[(1, "1"), (2, "2")], coerce=int)
    remark = forms.CharField(max_length=500, required=False)


class CorrectionForm(forms.Form):
    """A correction notice."""

    text = forms.CharField(
        label=_("更正"),
        max_length=1000,
        widget=Rows(4),
        help_text=_("例：第2页第3行“83座”应为“38座”。原刊不改，读到本期的人都会看到更正。"),
    )
    approved_by = forms.CharField(label=_("经谁同意"), max_length=60)


class MendingForm(forms.Form):
    """A recalled entry's text, put right, with the revision it was read from."""

    revision = forms.IntegerField(widget=forms.HiddenInput)
    title = forms.CharField(label=_("题目"), max_length=200)
    body = forms.CharField(label=_("正文"), widget=Rows(16))
    why = forms.CharField(label=_("改了什么、为什么"), max_length=500, widget=Rows())


class ReturnForm(forms.Form):
    """Which copies came back in all: numbers and runs of them, or all."""

    numbers = forms.CharField(label=_("已退份号"), max_length=5000, required=False)
    seen = forms.CharField(max_length=5000, required=False)
    on = PastDayField(label=_("日期"))
    note = forms.CharField(label=_("备注"), max_length=200, required=False)
    everything = forms.BooleanField(required=False)

    def clean_numbers(self) -> list[int]:
        """Return the numbers; 2—4 are three of them."""
        return _numbers(self.cleaned_data["numbers"])

    def clean_seen(self) -> list[int]:
        """Return the numbers that stood there when the form was opened."""
        return _numbers(self.cleaned_data["seen"])


def _numbers(written: str) -> list[int]:
    return [number for part in BETWEEN.split(written.strip()) if part for number in _run(part)]


def _run(part: str) -> list[int]:
    match = RUN.fullmatch(part)
    if match is None or int(match[2] or match[1]) - int(match[1]) not in range(MOST_COPIES):
        raise forms.ValidationError(_("份号填数字，例：2、5—7。"))
    return list(range(int(match[1]), int(match[2] or match[1]) + 1))


class ReservationForm(forms.Form):
    """Number and day of an issue that is made on paper only."""

    on = PastDayField(label=_("签发日期"))
    signatory = forms.CharField(label=_("签发人"), max_length=60)
