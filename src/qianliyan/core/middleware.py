"""The one place where a refusal becomes a response."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from qianliyan.core.errors import DomainError, NotReady, Stale
from qianliyan.core.typed import typed_text
from qianliyan.core.web import wants_json

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


def _data(error: DomainError) -> JsonResponse:
    if isinstance(error, Stale):
        return JsonResponse({"error": error.text, "conflict_url": error.link}, status=CONFLICT)
    return JsonResponse({"error": error.text}, status=REFUSED)
