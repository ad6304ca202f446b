"""The one place where a refusal becomes a response, and where what was typed counts as taken."""

import re
from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from qianliyan.core.errors import DomainError, NotReady, Stale
from qianliyan.core.typed import typed_text
from qianliyan.core.web import wants_json

NAME_OF_COPY = re.compile(r"form\.[\w.%~!*'()-]{1,300}", re.ASCII)
MINUTES = 10
REFUSED = 422
CONFLICT = 409


class DomainErrors:
    """Turn a `DomainError` into a notice: a fragment for HTMX, data for scripts, else a page that keeps the text."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer refusals; leave bugs alone."""
        if not isinstance(error, DomainError):
            return None
        if wants_json(request):
            return _data(error)
        context = {
            "refusal": error,
            "missing": error.missing if isinstance(error, NotReady) else (),
            "typed": typed_text(request),
            "back": request.headers.get("Referer", "/"),
        }
        if getattr(request, "htmx", False):
            answer = render(request, "refused.html#notice", context, status=REFUSED)
            answer["HX-Retarget"] = "#notices"
            answer["HX-Reswap"] = "innerHTML"
            return answer
        return render(request, "refused.html", context, status=REFUSED)


class TakenWords:
    """Tell the browser that the words of a form have arrived, so that it lets its own copy go (app/keeping.js).

    They have where a step went well and leads on to a page; whoever is sent to sign in first has not been heard yet.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on, and name the form in a cookie."""
        answer = self.get_response(request)
        leads_on = request.method == "POST" and (answer.status_code == HTTPStatus.FOUND or "HX-Redirect" in answer)
        if leads_on and getattr(request, "seat", None) and NAME_OF_COPY.fullmatch(request.POST.get("kept", "")):
            secure = settings.SESSION_COOKIE_SECURE
            answer.set_cookie("kept", request.POST["kept"], max_age=MINUTES * 60, samesite="Lax", secure=secure)
        return answer


def _data(error: DomainError) -> JsonResponse:
    if isinstance(error, Stale):
        return JsonResponse({"error": error.text, "conflict_url": error.link}, status=CONFLICT)
    return JsonResponse({"error": error.text}, status=REFUSED)
