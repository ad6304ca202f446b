"""The addresses of pages about one thing: every step names some, so each pattern is worked out only once."""

from functools import cache
from uuid import UUID

from django.urls import get_script_prefix, get_urlconf, reverse

# It stands for the public number while a pattern is worked out; nothing bears it.
STAND_IN = UUID(int=9_007_199_254_730_001)


def page_of(name: str, uid: UUID) -> str:
    """Return the address of the page `name` about the thing with this public number, as `reverse` would."""
    return _pattern(name, get_script_prefix(), get_urlconf()).replace(str(STAND_IN), str(uid), 1)


@cache
def _pattern(name: str, _prefix: str, urlconf: str | None) -> str:
    return reverse(name, args=[STAND_IN], urlconf=urlconf)
