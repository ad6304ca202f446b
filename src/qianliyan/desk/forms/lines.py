"""A line of the section: its name, its editor, and what it takes in."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from qianliyan.desk.actions.lines import Scope
from qianliyan.desk.models import Line
from qianliyan.items.kinds import Kind
from qianliyan.offices.lookup import matching
from qianliyan.offices.models import Office, Seat

BETWEEN = re.compile(r"[、，,；;\s]+")
MOST_WORDS = 60


class LineForm(forms.Form):
    """Units and words are written one after the other, as in any official text: 甲局、乙局."""

    name = forms.CharField(label=gettext_lazy("条线"), max_length=20, help_text=gettext_lazy("如工业口、农业口"))
    editor = forms.ChoiceField(label=gettext_lazy("编辑"))
    units = forms.CharField(
        label=gettext_lazy("报送单位"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("用顿号分开，简称或拼音首字母都可以；不写就不限单位"),
    )
    kinds = forms.MultipleChoiceField(
        label=gettext_lazy("种类"),
        required=False,
        choices=Kind.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("不选就不限种类"),
    )
    keywords = forms.CharField(
        label=gettext_lazy("题目中的词"),
        required=False,
        max_length=600,
        help_text=gettext_lazy("用顿号分开，有其中一个就算；不写就不限"),
    )
    order = forms.IntegerField(label=gettext_lazy("先后"), min_value=0, max_value=999, initial=0)

    def __init__(
        self, editors: Sequence[Seat], below: Sequence[Office], data: Any = None, *, line: Line | None = None
    ) -> None:
        key = str(line.uid)[-8:] if line else "new"
        super().__init__(data, auto_id=f"id_{key}_%s", initial=_initial(line) if line else None)
        self.editors = {str(seat.person_id): seat for seat in editors}
        self.below = below
        choices = [(pk, seat.person.name) for pk, seat in self.editors.items()]
        self.fields["editor"] = forms.ChoiceField(label=gettext_lazy("编辑"), choices=choices)
        self.order_fields(["name", "editor", "order", "units", "kinds", "keywords"])

    def clean_units(self) -> list[Office]:
        """Return the units; one that is not clear is named."""
        return [self._unit(word) for word in _words(self.cleaned_data["units"])]

    def clean_keywords(self) -> list[str]:
        """Return the words."""
        words = _words(self.cleaned_data["keywords"])
        if len(words) > MOST_WORDS:
            raise forms.ValidationError(_("最多写%(most)d个词。") % {"most": MOST_WORDS})
        return words

    def said(self) -> dict[str, Any]:
        """Return the line as the action takes it."""
        cleaned = self.cleaned_data
        scope = Scope(cleaned["units"], cleaned["kinds"], cleaned["keywords"])
        editor = self.editors[cleaned["editor"]]
        return {"name": cleaned["name"], "editor": editor, "scope": scope, "order": cleaned["order"]}

    def _unit(self, word: str) -> Office:
        found = matching(self.below, word)
        if len(found) != 1:
            raise forms.ValidationError(_("“%(word)s”不是一个明确的下级单位，请写简称。") % {"word": word})
        return found[0]


def _words(text: str) -> list[str]:
    return list(dict.fromkeys(word for word in BETWEEN.split(text) if word))


def _initial(line: Line) -> dict[str, Any]:
    names: Iterable[str] = (unit.short_name for unit in line.units.all())
    return {
        "name": line.name,
        "editor": str(line.editor_id),
        "units": "、".join(names),
        "kinds": line.kinds,
        "keywords": "、".join(line.keywords),
        "order": line.order,
    }
