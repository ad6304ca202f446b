"""A further series, and the numbers printed before."""

from django import forms
from django.utils.translation import gettext_lazy as _

from qianliyan.bulletins.forms.fields import checked_number_format


class SeriesForm(forms.Form):
    """A supplement or special issues with their own numbers."""

    name = forms.CharField(label=_("名称"), max_length=20, help_text=_("例：增刊、专期。"))
    number_format = forms.CharField(label=_("期号格式"), max_length=40, initial="增刊第{number}期")
    yearly = forms.BooleanField(label=_("期号每年重新编起"), initial=True, required=False)

    def clean_number_format(self) -> str:
        """Refuse a format in which the number does not stand exactly once."""
        return checked_number_format(self.cleaned_data["number_format"])


class OpeningForm(forms.Form):
    """The last numbers of the paper days."""

    number = forms.IntegerField(label=_("本年已出到第几期"), min_value=0, max_value=99999, initial=0)
    total = forms.IntegerField(label=_("总期数已到"), min_value=0, max_value=99999, required=False, initial=0)

    def clean_total(self) -> int:
        """Take nothing as nought."""
        return self.cleaned_data["total"] or 0
