"""How far a file is that somebody ordered, and the file."""

from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from qianliyan.core.web import Request, page, seated
from qianliyan.files.making import may_have
from qianliyan.files.models import Making
from qianliyan.files.responses import answer_with
from qianliyan.offices.audiences import visible_to


@require_safe
@seated
def show(request: Request, uid: UUID) -> HttpResponse:
    """Say how far it is; the page asks every two seconds until there is an answer."""
    return page(request, "files/making.html", {"making": _making(request, uid)}, partial="making")


@require_safe
@seated
def file(request: Request, uid: UUID) -> HttpResponseBase:
    """Hand the file out to whoever ordered it and may still have it."""
    making = _making(request, uid)
    if making.file is None or not may_have(making, request.seat):
        raise Http404
    return answer_with(making.file, download="show" not in request.GET)


def _making(request: Request, uid: UUID) -> Making:
    return get_object_or_404(visible_to(Making, request.seat).select_related("file"), uid=uid)
