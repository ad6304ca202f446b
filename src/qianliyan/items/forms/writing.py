"""The writing page, files and pasted text."""

import re
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from qianliyan.core.days import DayField
from qianliyan.items.content import FIELDS, LONGEST_BODY, LONGEST_TITLE
from qianliyan.items.kinds import Form, Kind, Urgency
from qianliyan.items.models import Item
from qianliyan.items.settings import FURTHER

CORE = ("kind", "form", "urgency")
PICKED = ("occurred_at",)
MINUTE = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")


class TextField(forms.CharField):
    """A text in which a line ends as in the database, not as in a form (RFC 7578 sends CR LF)."""

    def to_python(self, value: Any) -> str:
        """Return the text with plain line ends."""
        return str(super().to_python(value) or "").replace("\r\n", "\n").replace("\r", "\n")


class TitleField(TextField):
    """A title: one line, however many the clerk pasted; its box grows with it."""

    widget = forms.Textarea(attrs={"class": "paper-title", "rows": 1, "data-grows": True, "placeholder": _("题目")})

    def to_python(self, value: Any) -> str:
        """Return the title without line ends."""
        return re.sub(r"\s*\n\s*", "", super().to_python(value))


class TextForm(forms.Form):
    """Title and text, as long as they may be; whether they are too long for the office is said before hand-over.

    The limits are not given to the browser: it would cut off what somebody pastes, without a word.
    """

    title = TitleField(label=_("题目"), required=False, validators=[MaxLengthValidator(LONGEST_TITLE)])
    body = TextField(
        label=_("正文"),
        required=False,
        strip=False,
        validators=[MaxLengthValidator(LONGEST_BODY)],
        widget=forms.Textarea(attrs={"class": "paper-text", "rows": 24, "placeholder": _("正文")}),
    )


class ItemForm(TextForm):
    """Everything that the writing page asks."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    kind = forms.ChoiceField(label=_("种类"), choices=Kind.choices)
    form = forms.ChoiceField(label=_("体裁"), choices=Form.choices)
    urgency = forms.ChoiceField(label=_("缓急"), choices=Urgency.choices)
    occurred_at = forms.DateTimeField(label=_("发生时间"), required=False, widget=MINUTE)
    drafter_phone = forms.CharField(label=_("联系电话"), required=False, max_length=40)
    supplier = forms.CharField(label=_("供稿人"), required=False, max_length=60)
    basis = forms.CharField(label=_("数据口径"), required=False, max_length=200)
    as_of = DayField(label=_("截至时间"), required=False)
    units_concerned = forms.CharField(label=_("被反映单位"), required=False, max_length=200)
    internal = forms.BooleanField(label=_("内部"), required=False)
    readers = forms.CharField(label=_("知悉范围"), required=False, max_length=200)
    published_elsewhere = forms.CharField(label=_("已在何处公开"), required=False, max_length=200)
    also_sent = forms.CharField(label=_("一稿多报"), required=False, max_length=200)

    def __init__(self, item: Item, shown: list[str], data: Any = None) -> None:
        initial = {name: getattr(item, name) for name in ("title", "body", *FIELDS)}
        super().__init__(data, initial={**initial, "version": item.revision}, auto_id="id_%s")
        for name, _label in FURTHER:
            if name not in shown:
                del self.fields[name]

    def values(self) -> dict[str, Any]:
        """Return what was understood, for the action."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}

    @property
    def revision(self) -> int:
        """Return the revision that the page was opened with; none at all is older than any."""
        given = self.cleaned_data.get("version")
        return -1 if given is None else int(given)

    @property
    def picks(self) -> list[forms.BoundField]:
        """Return the fields that stand above the paper."""
        return [self[name] for name in (*CORE, *PICKED) if name in self.fields]

    @property
    def further(self) -> list[forms.BoundField]:
        """Return the fields that open under “更多要素”."""
        return [self[name] for name, _label in FURTHER if name in self.fields and name not in PICKED]


class FileForm(forms.Form):
    """One file; what it really is, the action finds out."""

    file = forms.FileField(label=_("文件"), allow_empty_file=True)


class PasteForm(forms.Form):
    """Text from somewhere else."""

    text = TextField(label=_("粘贴文字"), strip=False, widget=forms.Textarea(attrs={"rows": 8}))
