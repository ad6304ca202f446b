"""The shelf: printed issues, the newest first, paged by key."""

import re
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.translation import gettext as _

from qianliyan.bulletins.models import Issue
from qianliyan.bulletins.queries.shelf import shelf, titled, with_titles, years_on
from qianliyan.core.web import Request, page, seated
from qianliyan.desk.paging import window

KEYS = ("signed_on", "pk")


@seated
def index(request: Request) -> HttpResponse:
    """Show every printed issue this seat may read, of its own office and of others, by year and by words in titles."""
    words = request.GET.get("q", "").strip()[:40]
    found = titled(shelf(request.seat), words)
    years = years_on(found)
    year = year_in(request.GET.get("year", ""))
    asked = urlencode({"q": words, "year": year or ""})
    context = {
        "words": words,
        "years": [_year_link(None, words, year), *(_year_link(one, words, year) for one in years)],
        **shelf_page(request, found.filter(year=year) if year else found, f"{asked}&"),
    }
    return page(request, "bulletins/shelf.html", context)


def year_in(text: str) -> int | None:
    """Return the year that an address names; one of which nothing stands on the shelf shows an empty shelf."""
    return int(text) if re.fullmatch(r"[12]\d{3}", text, re.ASCII) else None


def _year_link(year: int | None, words: str, current: int | None) -> dict[str, Any]:
    label = str(year) if year else _("各年")
    return {"label": label, "url": f"?{urlencode({'q': words, 'year': year or ''})}", "current": year == current}


def shelf_page(request: Request, stored: QuerySet[Issue], query: str = "") -> dict[str, Any]:
    """Return one page of a shelf with the titles of its issues."""
    found = window(stored, KEYS, request.GET.get("at", ""))
    return {
        "volumes": with_titles(found.rows),
        "newer": f"?{query}at={found.newer}" if found.newer else "",
        "older": f"?{query}at={found.older}" if found.older else "",
    }
