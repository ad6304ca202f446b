"""Whose a letter is."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from qianliyan.desk.forms.recording import UnitField
from qianliyan.offices.models import Office


class UnitForm(forms.Form):
    """One unit, by name or initials."""

    unit = UnitField(label=_("报送单位"))

    def __init__(self, units: Sequence[Office], data: Any = None) -> None:
        super().__init__(data)
        field = self.fields["unit"]
        assert isinstance(field, UnitField)  # noqa: S101 - declared above
        field.units = units
