"""Fields that several of the room's forms use."""

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# Only these two words are replaced in a number's format.
NUMBER_FORMAT = re.compile(r"[^{}]*(?:\{year\}[^{}]*)?\{number\}[^{}]*")


class Rows(forms.Textarea):
    """A low text field for lists and remarks."""

    def __init__(self, rows: int = 2) -> None:
        super().__init__(attrs={"rows": rows})


class Lines(forms.CharField):
    """A list with one entry a line."""

    def __init__(self, *, longest: int, rows: int = 4, **kwargs: Any) -> None:
        super().__init__(widget=Rows(rows), **kwargs)
        self.longest = longest

    def prepare_value(self, value: str | Sequence[str] | None) -> str:
        """Show the list a line each."""
        return value if isinstance(value, str) else "\n".join(value or ())

    def clean(self, value: str | None) -> list[str]:
        """Return the lines without empty ones and repetitions; refuse what does not fit into a heading."""
        lines = list(dict.fromkeys(line.strip() for line in (value or "").splitlines() if line.strip()))
        for line in lines:
            if len(line) > self.longest:
                raise ValidationError(
                    _("“%(line)s”太长，请不超过%(most)d字。"), params={"line": line[:20], "most": self.longest}
                )
        return lines


def checked_number_format(value: str) -> str:
    """Refuse a format in which the number does not stand exactly once."""
    if not NUMBER_FORMAT.fullmatch(value):
        raise ValidationError(_("格式里要有一个{number}，可以有一个{year}，例：第{number}期。"))
    return value
