"""A letter before it is printed: everything that was prepared can be changed."""

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST = 20_000


class PaperForm(forms.Form):
    """Title, addressee and text."""

    title = forms.CharField(label=_("题目"), max_length=100)
    recipients = forms.CharField(label=_("主送"), max_length=100, required=False)
    body = forms.CharField(label=_("正文"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 18}))
