"""Failure pages: what happened, what to do, a reference number, and the text that was typed."""

import logging
import secrets

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from qianliyan.core.typed import typed_text

logger = logging.getLogger("qianliyan.failure")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """Say that there is nothing here that this seat may see."""
    return render(request, "failure/404.html", status=404)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """Say that this page is not for this seat."""
    return render(request, "failure/403.html", {"typed": typed_text(request)}, status=403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """Say that the page was open too long; the text is handed back."""
    return render(request, "failure/403.html", {"typed": typed_text(request), "expired": True}, status=403)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """Say that the request could not be understood."""
    return render(request, "failure/400.html", status=400)


def broken(request: HttpRequest) -> HttpResponse:
    """Give a reference number that stands in the log too, and hand the text back."""
    reference = secrets.token_hex(4)
    logger.error("failure %s at %s", reference, request.path)
    return render(request, "failure/500.html", {"reference": reference, "typed": typed_text(request)}, status=500)
