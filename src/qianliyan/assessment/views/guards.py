"""Who may open the pages of the section, and which period an address means."""

from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404

from qianliyan.assessment.models import Scheme
from qianliyan.assessment.permissions import may_assess, may_read
from qianliyan.assessment.states import SchemeState
from qianliyan.core import clock
from qianliyan.core.web import Request
from qianliyan.offices.audiences import visible_to
from qianliyan.scoring.periods import Calendar, Period


def for_section(request: Request) -> None:
    """Let only the section and the assessors in; to others the page does not exist."""
    if not may_read(request.seat):
        raise Http404


def period_named(label: str) -> Period:
    """Return the period of an address; without one the present year; a label that means nothing is not found."""
    calendar = Calendar()
    if not label:
        return calendar.year(calendar.year_of(clock.today()))
    try:
        return calendar.read(label)
    except ValueError as error:
        raise Http404 from error


def scheme_seen(request: Request, uid: UUID) -> Scheme:
    """Return a version of the rules that the seat may read."""
    return get_object_or_404(visible_to(Scheme, request.seat).select_related("office", "follows"), uid=uid)


def scheme_being_written(request: Request, uid: UUID) -> Scheme:
    """Return a version that is still written, to those who write it; to others its text does not exist."""
    scheme = scheme_seen(request, uid)
    if scheme.state != SchemeState.WRITING or not may_assess(request.seat, scheme):
        raise Http404
    return scheme
