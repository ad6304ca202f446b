"""Who may open the pages of the section, and which period an address means."""

from django.http import Http404

from qianliyan.assessment.permissions import may_read
from qianliyan.core import clock
from qianliyan.core.web import Request
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
