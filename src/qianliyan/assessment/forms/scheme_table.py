"""The numbers of a scheme as a form: what is typed becomes the text it belongs into."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

from qianliyan.assessment.models import Scheme
from qianliyan.scoring.sheet.cells import CHOICE, COUNT, NUMBER, Blank, Block, Cell, Row
from qianliyan.scoring.sheet.drawing import drawn
from qianliyan.scoring.sheet.filling import NotFilled, filled

LONGEST = 400


@dataclass(frozen=True)
class Line:
    """One row with the fields of its cells, and the fields of what can be added to it."""

    row: Row
    fields: tuple[forms.BoundField, ...]
    adding: str
    added: tuple[forms.BoundField, ...]


class SchemeTableForm(forms.Form):
    """A field for every number of a readable text, and empty ones for what is to be added."""

    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, scheme: Scheme, data: QueryDict | None = None) -> None:
        self.scheme, self.sheet, self.source = scheme, drawn(scheme.source), scheme.source
        self.stale = data is not None and data.get("revision") != str(scheme.revision)
        super().__init__(_now(data, scheme) if data is not None else None, initial={"revision": scheme.revision})
        blanks = (cell for blank in self.sheet.blanks() for cell in blank.cells)
        for place, cell in enumerate([*self.sheet.cells(), *blanks]):
            self.fields[cell.name] = _field(cell, place)

    def clean(self) -> dict[str, Any]:
        """Write what was typed into the text; say at each field what cannot stand."""
        if self.stale:
            self.add_error(None, _("您打开之后，有人保存过这个办法。您填的数都在，请看右边的改动，再保存一次。"))
        typed = {name: word for name, word in self.cleaned_data.items() if name in self.data}
        try:
            self.source = filled(self.scheme.source, {name: str(word) for name, word in typed.items()})
        except NotFilled as refusal:
            for name, text in refusal.problems.items():
                self.add_error(name or None, text)
        return self.cleaned_data

    def blocks(self) -> Iterator[tuple[Block, list[Line], Line | None]]:
        """Yield every block with its lines, and the line by which the block grows."""
        for block in self.sheet.blocks:
            growing = self._line(Row("", 0, blank=block.blank)) if block.blank else None
            yield block, [self._line(row) for row in block.rows], growing

    def _line(self, row: Row) -> Line:
        blank: Blank | None = row.blank
        added = tuple(self[cell.name] for cell in blank.cells) if blank else ()
        return Line(row, tuple(self[cell.name] for cell in row.cells), blank.label if blank else "", added)


def _now(data: QueryDict, scheme: Scheme) -> QueryDict:
    """Let what was typed for an older text stand on the present one, to be looked at and saved again."""
    copied = data.copy()
    copied["revision"] = str(scheme.revision)
    return copied


def _field(cell: Cell, place: int) -> forms.CharField:
    attributes: dict[str, Any] = {"id": f"cell-{place}", "autocomplete": "off"}
    widget: forms.Widget = forms.Select(attrs=attributes, choices=cell.choices)
    if cell.kind != CHOICE:
        numeric = cell.kind in {NUMBER, COUNT}
        widget = forms.TextInput(attrs=attributes | {"class": "number" if numeric else "words"})
    initial = cell.text or (cell.choices[0][0] if cell.choices else "")
    return forms.CharField(label=cell.label, required=False, max_length=LONGEST, widget=widget, initial=initial)
