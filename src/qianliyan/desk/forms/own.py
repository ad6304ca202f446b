"""What is asked before an office writes a text of its own."""

from django import forms
from django.utils.translation import gettext_lazy as _


class OwnForm(forms.Form):
    """The title, and why no unit stands behind the text."""

    title = forms.CharField(label=_("题目"), max_length=1000)
    why = forms.CharField(
        label=_("为什么没有来稿"),
        max_length=200,
        help_text=_("如：通报、编者按、根据会议整理。签发人会看到；没有来稿的稿件不给任何单位计分。"),
    )
