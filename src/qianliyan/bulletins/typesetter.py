"""The room's way to the typesetting library: pages for the screen and the final PDF, each with a time limit."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.utils.translation import gettext as _

from qianliyan.bulletins.layouts import digest_of
from qianliyan.core.errors import Unreadable
from qianliyan.typesetting.child import pages_apart, render_apart
from qianliyan.typesetting.errors import CannotTypeset, InvalidDocument
from qianliyan.typesetting.model import Rendered

PREVIEW_SECONDS = 8
PRINT_SECONDS = 60
# 96 dots an inch times this: as sharp as the place beside the stock can show, and quick to set.
SCALE = 1.0
KEPT_SECONDS = 900


def pdf_of(layout: Mapping[str, Any]) -> Rendered:
    """Set the final file; refuse with a sentence when it cannot be set."""
    try:
        return render_apart(layout, fonts(), seconds=PRINT_SECONDS)
    except (CannotTypeset, InvalidDocument) as problem:
        raise Unreadable(_("没有排成：%(why)s。") % {"why": _why(problem)}) from problem


def pages_of(layout: Mapping[str, Any]) -> list[bytes]:
    """Return the pages as pictures; the same content is set once and kept for a while."""
    key = _key(layout)
    kept: list[bytes] | None = cache.get(key)
    if kept is not None:
        return kept
    try:
        pages = pages_apart(layout, fonts(), seconds=PREVIEW_SECONDS, scale=SCALE)
    except (CannotTypeset, InvalidDocument) as problem:
        raise Unreadable(_("版面没有排出来：%(why)s。稿件都在，请稍后再看。") % {"why": _why(problem)}) from problem
    cache.set(key, pages, KEPT_SECONDS)
    return pages


def kept_pages(layout: Mapping[str, Any]) -> int:
    """Return how many pages it has if it was set before, else 0."""
    return len(cache.get(_key(layout)) or ())


def fonts() -> str:
    """Return the list of fonts that set-up made; without one the fonts that come with the product serve."""
    return str(settings.FONTS) if settings.FONTS.is_file() else ""


def _why(problem: CannotTypeset | InvalidDocument) -> str:
    """Return the sentence without the place in the data, which is no concern of the reader's."""
    return problem.message if isinstance(problem, InvalidDocument) else str(problem)


def _key(layout: Mapping[str, Any]) -> str:
    return f"bulletins.pages.{digest_of(layout)}"
