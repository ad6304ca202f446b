"""Delegating a post."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from qianliyan.accounts.models import Person
from qianliyan.core import clock
from qianliyan.offices.models import Seat
from qianliyan.offices.models.seat import SeatKind
from qianliyan.offices.seats import held_on


class DelegationForm(forms.Form):
    """To whom, as what, from when to when, on what basis."""

    to = forms.ModelChoiceField(Person.objects.none(), label=_("授权给"))
    kind = forms.ChoiceField(
        label=_("方式"), choices=[(k.value, k.label) for k in (SeatKind.STAND_IN, SeatKind.DELEGATED)]
    )
    since = forms.DateField(label=_("自"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    until = forms.DateField(label=_("至"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    basis = forms.CharField(label=_("依据"), max_length=200, required=False)

    def __init__(self, seat: Seat, data: Any = None) -> None:
        today = clock.today()
        super().__init__(data, initial={"since": today, "until": today + timedelta(days=7)})
        colleagues = Seat.objects.filter(held_on(today), office=seat.office).exclude(person=seat.person)
        field = self.fields["to"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101
        field.queryset = Person.objects.filter(pk__in=colleagues.values("person"))
