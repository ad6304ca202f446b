"""A draft's text and the reason of a decision."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qianliyan.core.errors import Unreadable
from qianliyan.items.forms.writing import TitleField
from qianliyan.items.kinds import Form, Kind

LONGEST_TEXT = 200_000


class DraftForm(forms.Form):
    """The text of a draft and the revision it was opened at."""

    title = TitleField(label=_("题目"), max_length=1000, required=False)
    body = forms.CharField(label=_("正文"), max_length=LONGEST_TEXT, required=False, strip=False)
    gist = forms.CharField(label=_("提要"), max_length=300, required=False)
    kind = forms.ChoiceField(label=_("种类"), choices=Kind.choices)
    form = forms.ChoiceField(label=_("体裁"), choices=Form.choices)
    version = forms.IntegerField(min_value=0)

    def clean_body(self) -> str:
        """Return the text with the line ends that the office's texts have."""
        text: str = self.cleaned_data["body"]
        return text.replace("\r\n", "\n").rstrip()

    def text(self) -> dict[str, Any]:
        """Return the fields and the revision as the action takes them; refuse what cannot be read."""
        if not self.is_valid():
            raise Unreadable(sentence(self))
        cleaned = dict(self.cleaned_data)
        return {"revision": cleaned.pop("version"), **cleaned}


class ReasonForm(forms.Form):
    """A reason chosen by key, own words, or both."""

    choice = forms.CharField(required=False)
    words = forms.CharField(required=False)

    def reason(self) -> str:
        """Return the reason in one piece."""
        if not self.is_valid():
            raise Unreadable(sentence(self))
        return "；".join(part for part in (self.cleaned_data["choice"], self.cleaned_data["words"]) if part)


def sentence(form: forms.Form) -> str:
    """Return what is wrong with a form in one sentence."""
    return " ".join(
        f"{form.fields[name].label or ''}：{' '.join(map(str, errors))}".lstrip("：")
        for name, errors in form.errors.items()
    )


def uid_of(text: str) -> UUID:
    """Read a uid that a button sent; anything else is refused with a sentence."""
    try:
        return UUID(text)
    except ValueError as error:
        raise Unreadable(gettext("请从列表里选一项。")) from error
