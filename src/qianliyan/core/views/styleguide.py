"""The living style sheet: every component in every state, for people and for the checks of contrast and reach."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from qianliyan.core import specimens


def show(request: HttpRequest) -> HttpResponse:
    """Show all components with sample words; nothing here is anybody's data."""
    return render(request, "core/styleguide.html", specimens.context())
