"""Fields that several of the room's forms have."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from qianliyan.core.errors import Unreadable
from qianliyan.offices.models import Office

MINUTE = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")


class UnitsField(forms.MultipleChoiceField):
    """Units to be ticked, in groups by their network; the value is a list of offices."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, *, label: object, required: bool = False, help_text: object = "") -> None:
        super().__init__(label=label, required=required, help_text=help_text)  # type: ignore[arg-type]
        self.offices: dict[str, Office] = {}

    def offer(self, offices: Iterable[Office]) -> None:
        """Offer these offices."""
        self.offices = {str(office.uid): office for office in offices}
        groups: dict[str, list[tuple[str, str]]] = {}
        for uid, office in self.offices.items():
            groups.setdefault(office.get_network_display(), []).append((uid, office.short_name))
        self.choices = list(groups.items())

    def clean(self, value: object) -> list[Office]:
        """Return the ticked offices."""
        return [self.offices[uid] for uid in super().clean(value)]


class RevisedForm(forms.Form):
    """A form that says from which state of its row it was filled in."""

    revision = forms.IntegerField(widget=forms.HiddenInput, required=False, initial=0)

    def clean_revision(self) -> int:
        """Return the revision; a form without one was filled in from the first."""
        return int(self.cleaned_data["revision"] or 0)

    def written(self) -> dict[str, Any]:
        """Return what was written, for a row that is new and has no earlier state."""
        return {name: value for name, value in self.cleaned_data.items() if name != "revision"}


class UnitsForm(RevisedForm):
    """A form in which units are ticked in the field `units`."""

    def offer_units(self, offices: Iterable[Office]) -> None:
        """Offer these offices."""
        field = self.fields["units"]
        assert isinstance(field, UnitsField)  # noqa: S101 - each such form declares it
        field.offer(offices)

    @property
    def unit_groups(self) -> list[dict[str, Any]]:
        """Return the units in groups, each with whether it is ticked."""
        ticked = {str(uid) for uid in self["units"].value() or ()}
        return [
            {"label": label, "units": [{"uid": uid, "name": name, "ticked": uid in ticked} for uid, name in units]}
            for label, units in self.fields["units"].choices  # type: ignore[attr-defined]
        ]


class ReasonForm(forms.Form):
    """Why something is ended."""

    reason = forms.CharField(label=_("理由"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}))


def readable(form: forms.Form) -> dict[str, Any]:
    """Return what was understood; refuse the rest in one sentence."""
    if not form.is_valid():
        raise Unreadable(
            " ".join(f"{form.fields[name].label}：{' '.join(map(str, errors))}" for name, errors in form.errors.items())
        )
    return form.cleaned_data
