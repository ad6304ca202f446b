"""Pages that go wrong in every way, for the tests of refusals."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path

from qianliyan.config.urls import handler400, handler403, handler404, handler500
from qianliyan.config.urls import urlpatterns as ours
from qianliyan.core.errors import Missing, NotReady, Stale, Unreadable


def refuse(request: HttpRequest) -> HttpResponse:
    raise Unreadable("题目太长，请改短。")


def unready(request: HttpRequest) -> HttpResponse:
    raise NotReady([Missing("没有填联系电话", "/items/#phone"), Missing("正文是空的")])


def stale(request: HttpRequest) -> HttpResponse:
    raise Stale("/conflict/")


def break_down(request: HttpRequest) -> HttpResponse:
    raise ZeroDivisionError


def nowhere(request: HttpRequest) -> HttpResponse:
    raise Http404


urlpatterns = [
    path("refuse/", refuse),
    path("unready/", unready),
    path("stale/", stale),
    path("broken/", break_down),
    path("nowhere/", nowhere),
    *ours,
]
__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]
