"""The live preview beside a publication's settings: the first page as the form says it now, nothing saved."""

import base64
from uuid import UUID

from django.forms import BoundField
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.bulletins.forms.publication import PublicationForm, said_in
from qianliyan.bulletins.layouts import PICTURE
from qianliyan.bulletins.models import Publication
from qianliyan.bulletins.permissions import may_start
from qianliyan.bulletins.specimens import specimen
from qianliyan.bulletins.typesetter import kept_notices, kept_pages, page_of
from qianliyan.core.errors import NotAllowed
from qianliyan.core.web import Request, page, seated
from qianliyan.offices.audiences import visible_to
from qianliyan.offices.powers import Power


@require_POST
@seated
def of_new(request: Request) -> HttpResponse:
    """Show how a new publication would look."""
    if not request.seat.may(Power.COMPOSE):
        raise NotAllowed(_("新设刊物"))
    return _page(request, Publication(office=request.seat.office))


@require_POST
@seated
def of_changed(request: Request, uid: UUID) -> HttpResponse:
    """Show how a publication would look."""
    publication = get_object_or_404(visible_to(Publication, request.seat).select_related("office", "picture"), uid=uid)
    if not may_start(request.seat, publication):
        raise NotAllowed(_("修改刊物设置"))
    return _page(request, publication)


def _page(request: Request, publication: Publication) -> HttpResponse:
    """Set the page in the answer itself: it is of no use a moment later, so nothing has an address."""
    form = PublicationForm(publication.office, request.POST, request.FILES or None, instance=publication)
    if not form.is_valid():
        return page(request, "bulletins/_specimen.html", {"errors": _faults(form)})
    layout = specimen({**form.cleaned_data, **said_in(form)}, publication.office.name, _picture(form, publication))
    first = page_of(layout, 1) or b""
    last = page_of(layout, kept_pages(layout)) if kept_pages(layout) > 1 else None
    pictures = [base64.b64encode(page).decode() for page in (first, last) if page is not None]
    context = {"pictures": pictures, "notices": kept_notices(layout), "look": _look(form)}
    return page(request, "bulletins/_specimen.html", context)


def _look(form: PublicationForm) -> list[BoundField]:
    """Return the fields of the look as the template has them that was just chosen; none while it is the same."""
    said = form.cleaned_data
    if said["looks_like"] == said["template"]:
        return []
    chosen = Publication(office=form.office, template=said["template"], contents=said["contents"])
    return PublicationForm(form.office, instance=chosen).look


def _picture(form: PublicationForm, publication: Publication) -> str:
    if form.cleaned_data["no_picture"]:
        return ""
    if form.cleaned_data["picture"]:
        return base64.b64encode(form.cleaned_data["picture"]).decode()
    return f"{PICTURE}{publication.picture.digest}" if publication.picture else ""


def _faults(form: PublicationForm) -> list[str]:
    """Say which fields keep the page from being set."""
    found = form.errors.as_data()
    labels = {name: field.label for name, field in form.fields.items()}
    return [
        f"{labels.get(name, '')}：{'；'.join(error.messages)}" for name, faults in found.items() for error in faults
    ]
