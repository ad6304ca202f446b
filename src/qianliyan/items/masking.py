"""Masked titles: of a problem or a warning other units read only that there was one.

This protects those who report problems: circulars, standings, lists, search results and notices name such an item to
every unit but its author's by its kind alone. The receiving section reads it in full; that is what it was sent for.
"""

from django.utils.translation import gettext as _

from qianliyan.items.kinds import PROTECTED, Kind


def is_protected(kind: str) -> bool:
    """Tell whether items of this kind are protected (问题、预警)."""
    return kind in PROTECTED


def shown_title(kind: str, title: str, *, own: bool, shielded: bool = False) -> str:
    """Return the title as a reader may see it.

    `own`: he belongs to a unit that wrote it. `shielded`: whatever its kind, a problem or a warning was merged into it.
    """
    if own or not (shielded or is_protected(kind)):
        return title
    return _("%(kind)s类信息（题目不公开）") % {"kind": Kind(kind).label}
