"""The bell's page."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from qianliyan.core.web import Request, seated
from qianliyan.notices.actions import mark_read
from qianliyan.notices.queries import bell_of


@seated
def index(request: Request) -> HttpResponse:
    """Show the newest notices."""
    return render(request, "notices/index.html", {"notices": bell_of(request.seat)[:100]})


@seated
def show(request: Request, uid: UUID) -> HttpResponse:
    """Go where the notice points to."""
    return redirect(get_object_or_404(bell_of(request.seat), uid=uid).url)


@require_POST
@seated
def read(request: Request) -> HttpResponse:
    """Mark everything as read."""
    mark_read(request.seat.person)
    return redirect("notices:index")
