"""The peer: what Django needs at the least to show fifty rows to somebody who is signed in."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

from qianliyan.config.urls import handler400, handler403, handler404, handler500
from qianliyan.config.urls import urlpatterns as ours
from qianliyan.items.models import Submission

TEMPLATE = """<!doctype html><title>list</title><table>{% for row in rows %}<tr><td>{{ row.title }}</td>
<td>{{ row.sender_name }}</td><td>{{ row.get_kind_display }}</td><td>{{ row.sent_at }}</td></tr>{% endfor %}</table>"""


@login_required
def rows(request: HttpRequest) -> HttpResponse:
    """Show the newest fifty submissions and nothing else."""
    page = Submission.objects.order_by("-sent_at")[:50]
    return HttpResponse(engines["django"].from_string(TEMPLATE).render({"rows": page}, request))


urlpatterns = [path("bare/", rows), *ours]
__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]
