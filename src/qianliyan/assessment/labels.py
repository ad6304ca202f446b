"""How a period is said: 2026年, 2026年第1季度, 2026年3月."""

import re

from django.utils.translation import gettext as _

PATTERN = re.compile(r"(\d{4})(?:-(?:(\d{2})|([BQH])(\d)))?")


def spoken(label: str) -> str:
    """Say a label as the office says it; what is no plain period stays as it is."""
    found = PATTERN.fullmatch(label)
    if found is None:
        return label
    year, month, letter, number = found.groups()
    if month:
        return _("%(year)s年%(month)d月") % {"year": year, "month": int(month)}
    if letter == "Q":
        return _("%(year)s年第%(number)s季度") % {"year": year, "number": number}
    if letter == "H":
        return (_("%(year)s年上半年") if number == "1" else _("%(year)s年下半年")) % {"year": year}
    return _("%(year)s年") % {"year": year} if letter is None else label
