"""Today."""

from django.http import HttpResponse
from django.shortcuts import render

from qianliyan.core.web import Request, seated


@seated
def show(request: Request) -> HttpResponse:
    """Show what waits for this seat."""
    return render(request, "workbench/today.html")
