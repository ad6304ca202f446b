"""The web glue: one request type, one decorator, one way to answer. The only code that knows HTMX."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, cast
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django_htmx.http import HttpResponseClientRedirect

if TYPE_CHECKING:
    from django_htmx.middleware import HtmxDetails

    from qianliyan.accounts.models import User
    from qianliyan.offices.models import Seat

    class Request(HttpRequest):
        """A request of somebody who is signed in and sits somewhere."""

        user: User
        seat: Seat
        htmx: HtmxDetails
        csp_nonce: str
        # The address under which the rail marks this page, where its own says less.
        belongs_to: str
else:
    Request = HttpRequest

P = ParamSpec("P")
View = Callable[Concatenate[Request, P], HttpResponseBase]


def seated(view: "View[P]") -> "View[P]":
    """Let only people with a seat in; send the others to sign in or to choose a seat, and bring them back."""

    @wraps(view)
    def guarded(request: Request, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return _send(request, f"{reverse(settings.LOGIN_URL)}?{urlencode({'next': request.get_full_path()})}")
        if request.user.must_change_password:
            return _send(request, reverse("accounts:password"))
        if request.seat is None:
            return _send(request, reverse("offices:no_seat"))
        return view(request, *args, **kwargs)

    return cast("View[P]", guarded)


def respond(
    request: Request, template: str = "", *, to: str, context: Mapping[str, Any] | None = None, **kwargs: Any
) -> HttpResponse:
    """Answer a step: the named partial for HTMX when a context is given, else go to the page `to`."""
    if request.htmx and template and context is not None:
        answer = render(request, template, dict(context))
    elif request.htmx:
        answer = HttpResponseClientRedirect(reverse(to, kwargs=kwargs))
    else:
        answer = redirect(reverse(to, kwargs=kwargs))
    patch_vary_headers(answer, ["HX-Request"])
    return answer


def page(request: Request, template: str, context: Mapping[str, Any], *, partial: str = "") -> HttpResponse:
    """Show a page, or only its named partial when HTMX asks for it."""
    name = f"{template}#{partial}" if partial and request.htmx and not request.htmx.boosted else template
    answer = render(request, name, dict(context))
    patch_vary_headers(answer, ["HX-Request"])
    return answer


def wants_json(request: HttpRequest) -> bool:
    """Tell whether a script asks for data (autosave, ordering)."""
    return request.headers.get("Accept", "").startswith("application/json")


def _send(request: Request, url: str) -> HttpResponse:
    if request.htmx:
        return HttpResponseClientRedirect(url)
    if wants_json(request):
        return HttpResponse(status=401)
    return redirect(url)
