"""The room's way to the typesetting library: pages for the screen and the final PDF, each with a time limit."""

import base64
from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.utils.translation import gettext as _

from qianliyan.bulletins.layouts import PICTURE, digest_of
from qianliyan.core.errors import Unreadable
from qianliyan.files.actions import content_of
from qianliyan.files.models import File
from qianliyan.typesetting.child import copies_apart, preview_apart, render_apart
from qianliyan.typesetting.errors import CannotTypeset, InvalidDocument
from qianliyan.typesetting.model import Rendered

PREVIEW_SECONDS = 8
PRINT_SECONDS = 60
COPIES_SECONDS = 180
# 96 dots an inch times this: as sharp as the place beside the stock can show, and quick to set.
SCALE = 1.0
KEPT_SECONDS = 900


def pdf_of(layout: Mapping[str, Any]) -> Rendered:
    """Set the final file; refuse with a sentence when it cannot be set."""
    try:
        return render_apart(resolved(layout), fonts(), seconds=PRINT_SECONDS)
    except (CannotTypeset, InvalidDocument) as problem:
        raise Unreadable(_("没有排成：%(why)s。") % {"why": _why(problem)}) from problem


def form_of(layout: Mapping[str, Any], form: str) -> bytes:
    """Set the same document as DOCX, OFD or PDF for somebody who waits for it."""
    try:
        return render_apart(resolved(layout), fonts(), seconds=PRINT_SECONDS, form=form).data
    except (CannotTypeset, InvalidDocument) as problem:
        raise Unreadable(_("没有排成：%(why)s。") % {"why": _why(problem)}) from problem


def copies_of(layout: Mapping[str, Any], numbers: Sequence[str]) -> Rendered:
    """Set the document once for each of these copy numbers, as one file for the printer."""
    numbered = {**resolved(layout), "copy_number": numbers[0] if numbers else ""}
    try:
        return copies_apart(numbered, numbers, fonts(), seconds=COPIES_SECONDS)
    except (CannotTypeset, InvalidDocument) as problem:
        raise Unreadable(_("没有排成：%(why)s。") % {"why": _why(problem)}) from problem


def page_count(layout: Mapping[str, Any]) -> int:
    """Return how many pages it has; the same content is set once and kept for a while."""
    return kept_pages(layout) or len(_set(layout))


def page_of(layout: Mapping[str, Any], number: int) -> bytes | None:
    """Return one page as a picture, or nothing where there is no such page."""
    kept: bytes | None = cache.get(f"{_key(layout)}.{number}")
    if kept is not None or 0 < kept_pages(layout) < number:
        return kept
    pages = _set(layout)
    return pages[number - 1] if 1 <= number <= len(pages) else None


def kept_pages(layout: Mapping[str, Any]) -> int:
    """Return how many pages it has if it was set before, else 0."""
    return int(cache.get(f"{_key(layout)}.pages", 0))


def kept_notices(layout: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what differs from the text as written, such as rare characters, if it was set before."""
    return tuple(cache.get(f"{_key(layout)}.notices", ()))


def fonts() -> str:
    """Return the list of fonts that set-up made; without one the fonts that come with the product serve."""
    return str(settings.FONTS) if settings.FONTS.is_file() else ""


def resolved(layout: Mapping[str, Any]) -> Mapping[str, Any]:
    """Put the bytes of the masthead's picture where a frozen layout only names its file."""
    named = str(layout.get("masthead_picture", ""))
    if not named.startswith(PICTURE):
        return layout
    file = File.objects.filter(digest=named.removeprefix(PICTURE)).first()
    picture = base64.b64encode(content_of(file)).decode() if file else ""
    return {**layout, "masthead_picture": picture}


def _set(layout: Mapping[str, Any]) -> list[bytes]:
    """Set all pages and keep each by itself, so that one page is fetched without the others."""
    try:
        pages, notices = preview_apart(resolved(layout), fonts(), seconds=PREVIEW_SECONDS, scale=SCALE)
    except (CannotTypeset, InvalidDocument) as problem:
        raise Unreadable(_("版面没有排出来：%(why)s。稿件都在，请稍后再看。") % {"why": _why(problem)}) from problem
    kept = {f"{_key(layout)}.{number}": page for number, page in enumerate(pages, 1)}
    told = {f"{_key(layout)}.pages": len(pages), f"{_key(layout)}.notices": notices}
    cache.set_many({**kept, **told}, KEPT_SECONDS)
    return pages


def _why(problem: CannotTypeset | InvalidDocument) -> str:
    """Return the sentence without the place in the data, which is no concern of the reader's."""
    return problem.message if isinstance(problem, InvalidDocument) else str(problem)


def _key(layout: Mapping[str, Any]) -> str:
    return f"bulletins.pages.{digest_of(layout)}"
