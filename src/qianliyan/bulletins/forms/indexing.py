"""Subjects of the entries of an issue, and how it is printed to be read."""

import re
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from qianliyan.bulletins.models import Entry

BETWEEN = re.compile(r"[\s、，,；;]+")
MARKS = [("", _("不加水印")), ("送审稿", _("送审稿")), ("校样", _("校样")), ("清样", _("清样"))]


class SubjectsForm(forms.Form):
    """One field for each entry; several subjects are written behind one another."""

    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, entries: Sequence[Entry], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.entries = entries
        for entry in entries:
            self.fields[str(entry.uid)] = forms.CharField(
                label=entry.title or entry.draft.title,
                required=False,
                max_length=100,
                initial="、".join(entry.subjects),
            )

    def given(self) -> dict[UUID, list[str]]:
        """Return the subjects of each entry."""
        return {
            entry.uid: [word for word in BETWEEN.split(self.cleaned_data[str(entry.uid)]) if word]
            for entry in self.entries
        }


class PrintForm(forms.Form):
    """What to print besides the pages themselves."""

    mark = forms.ChoiceField(label=_("水印"), choices=MARKS, required=False)
    sources = forms.BooleanField(
        label=_("附来稿原文"), required=False, help_text=_("每条来稿签发时的原文排在后面，供对照。")
    )
