"""What was signed on paper, and to whom an item goes."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from qianliyan.core import clock
from qianliyan.items.actions.paper import PaperSignature, earliest, remaining
from qianliyan.items.deciders import deciders
from qianliyan.items.forms.writing import TextForm
from qianliyan.items.models import Item, Version
from qianliyan.items.stages import Stage
from qianliyan.offices.models import Office, Seat

if TYPE_CHECKING:
    from datetime import date


class PaperForm(TextForm):
    """The photo of the sheet, for each remaining stage who signed when, and the text if it was corrected by pen."""

    photo = forms.FileField(label=_("审签单照片"), allow_empty_file=True)

    def __init__(self, item: Item, version: Version | None, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files, initial={"title": item.title, "body": item.body})
        able, self.stages = deciders(item), remaining(item)
        limits = {"min": earliest(version).isoformat(), "max": clock.today().isoformat(), "type": "date"}
        self.seats: dict[str, Seat] = {str(seat.uid): seat for seats in able.values() for seat in seats}
        for stage in self.stages:
            choices = [(str(seat.uid), f"{seat.person.name}（{seat.post.name}）") for seat in able[stage]]
            self.fields[f"{stage.value}_seat"] = forms.ChoiceField(label=stage.label, choices=choices)
            self.fields[f"{stage.value}_on"] = forms.DateField(
                label=_("签字日期"), initial=clock.today, widget=forms.DateInput(attrs=limits, format="%Y-%m-%d")
            )

    @property
    def rows(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """Return for each stage the fields for who and when."""
        return [(self[f"{stage.value}_seat"], self[f"{stage.value}_on"]) for stage in self.stages]

    def text(self) -> dict[str, str]:
        """Return the text as corrected by pen; without these fields it stays as it is."""
        return {name: self.cleaned_data[name] for name in ("title", "body") if name in self.data}

    def signatures(self) -> list[PaperSignature]:
        """Return what the sheet says."""
        return [self._signature(stage) for stage in self.stages]

    def _signature(self, stage: Stage) -> PaperSignature:
        on: date = self.cleaned_data[f"{stage.value}_on"]
        return PaperSignature(stage, self.seats[self.cleaned_data[f"{stage.value}_seat"]], on)


class ReceiverForm(forms.Form):
    """To which office an item goes."""

    receiver = forms.ChoiceField(label=_("报送"))

    def __init__(self, receivers: Collection[Office], data: Any = None) -> None:
        super().__init__(data)
        self.offices = {str(office.uid): office for office in receivers}
        self.fields["receiver"] = forms.ChoiceField(
            label=_("报送"), choices=[(uid, office.name) for uid, office in self.offices.items()]
        )

    def office(self) -> Office:
        """Return the chosen office."""
        return self.offices[self.cleaned_data["receiver"]]
