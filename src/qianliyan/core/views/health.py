"""The health check of a supervisor or a load balancer."""

from django.db import connection
from django.http import HttpRequest, HttpResponse


def show(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Answer 200 when the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")
