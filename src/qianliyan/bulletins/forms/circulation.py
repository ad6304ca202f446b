"""What is typed after an issue was signed: proofs, corrections, mended texts, returned copies, reserved numbers."""

from django import forms
from django.utils.translation import gettext_lazy as _

from qianliyan.bulletins.forms.fields import Rows

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


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
    """How many copies came back in all."""

    returned = forms.IntegerField(label=_("已退回份数"), min_value=0)
    on = forms.DateField(label=_("日期"), widget=DAY)
    note = forms.CharField(label=_("备注"), max_length=200, required=False)


class ReservationForm(forms.Form):
    """Number and day of an issue that is made on paper only."""

    on = forms.DateField(label=_("签发日期"), widget=DAY)
    signatory = forms.CharField(label=_("签发人"), max_length=60)
