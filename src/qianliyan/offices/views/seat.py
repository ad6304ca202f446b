"""From which seat somebody works, and whom he lets act for him."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from qianliyan.core.web import Request
from qianliyan.offices.middleware import SESSION_KEY
from qianliyan.offices.seats import seats_of


@require_POST
@login_required
def choose(request: Request, uid: UUID) -> HttpResponse:
    """Work from this seat from now on."""
    seat = get_object_or_404(seats_of(request.user.person_id), uid=uid)
    request.session[SESSION_KEY] = str(seat.uid)
    return redirect("workbench:today")


@login_required
def none(request: Request) -> HttpResponse:
    """Say that somebody has no seat yet and whom to ask."""
    return render(request, "offices/no_seat.html")
