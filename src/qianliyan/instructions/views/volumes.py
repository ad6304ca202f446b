"""Ordering the year's instructions by leader."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.core.errors import Unreadable
from qianliyan.core.web import Request, seated
from qianliyan.files.making import order
from qianliyan.instructions.permissions import may_keep_register
from qianliyan.instructions.volumes import VOLUME, of_year

MOST_DIGITS = 4


@require_POST
@seated
def create(request: Request) -> HttpResponse:
    """Order the volume of a year; whoever may not have it is refused before anything is said about the year."""
    given = request.POST.get("year", "")
    if not (given.isascii() and given.isdigit() and len(given) == MOST_DIGITS):
        raise Unreadable(_("请选年份。"))
    year = int(given)
    if may_keep_register(request.seat) and not of_year(request.seat, year):
        raise Unreadable(_("%(year)d年没有登记批示。") % {"year": year})
    name = _("%(year)d年领导批示分卷") % {"year": year}
    making = order(VOLUME, by=request.seat, name=name, back=reverse("instructions:register"), year=year)
    return redirect("files:making", uid=making.uid)
