"""The shelf: printed issues, the newest first, paged by key."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse

from qianliyan.bulletins.models import Issue
from qianliyan.bulletins.queries import shelf, with_titles
from qianliyan.core.web import Request, page, seated
from qianliyan.desk.paging import window

KEYS = ("signed_on", "pk")


@seated
def index(request: Request) -> HttpResponse:
    """Show every printed issue this seat may read, of its own office and of others."""
    return page(request, "bulletins/shelf.html", shelf_page(request, shelf(request.seat)))


def shelf_page(request: Request, stored: QuerySet[Issue], query: str = "") -> dict[str, Any]:
    """Return one page of a shelf with the titles of its issues."""
    found = window(stored, KEYS, request.GET.get("at", ""))
    return {
        "volumes": with_titles(found.rows),
        "newer": f"?{query}at={found.newer}" if found.newer else "",
        "older": f"?{query}at={found.older}" if found.older else "",
    }
