"""A question, and its answer by the unit or as it was told by telephone."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from qianliyan.core.errors import Unreadable
from qianliyan.desk.forms.handling import sentence
from qianliyan.desk.forms.recording import CHANNELS
from qianliyan.items.forms.writing import TextField
from qianliyan.items.models.submission import Channel


class AnswerForm(forms.Form):
    """An answer; an editor says besides how it came and from whom."""

    answer = TextField(label=_("答复"), required=False)
    file = forms.FileField(label=_("附件"), required=False)
    channel = forms.ChoiceField(label=_("渠道"), choices=CHANNELS, required=False)
    name = forms.CharField(label=_("答复人"), max_length=40, required=False)

    def said(self) -> dict[str, Any]:
        """Return the fields; refuse what cannot be read."""
        if not self.is_valid():
            raise Unreadable(sentence(self))
        return {**self.cleaned_data, "channel": Channel(self.cleaned_data["channel"] or Channel.PHONE)}
