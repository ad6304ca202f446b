"""搜索."""

from typing import Any

from django.http import HttpResponse

from qianliyan.core.web import Request, page, seated
from qianliyan.search.finding import search
from qianliyan.search.index.asked import Line
from qianliyan.workbench.finding.doors import doors
from qianliyan.workbench.finding.hits import answers
from qianliyan.workbench.finding.narrowing import choices, tabs
from qianliyan.workbench.finding.wishes import Wish, wish_of


@seated
def show(request: Request) -> HttpResponse:
    """Show one page of what was found, and the ways to narrow it."""
    wish = wish_of(request.GET, request.seat)
    found = search(wish.query, wish.filters, request.seat, after=wish.after, before=wish.before)
    context: dict[str, Any] = {
        "wish": wish,
        "answers": answers(found, wish.query, request.seat),
        "newer": _at(wish, "newer", found.newer),
        "older": _at(wish, "older", found.older),
        "doors": doors(wish, request.seat),
        "tabs": tabs(wish, request.seat),
        "choices": choices(wish, request.seat),
    }
    return page(request, "workbench/search.html", context, partial="results")


def _at(wish: Wish, direction: str, line: Line | None) -> str:
    return wish.url(**{direction: f"{line.grade}.{line.place}"}) if line else ""
