"""The one generated page of settings."""

from datetime import date
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.configuration.actions import mark_day, set_value
from qianliyan.configuration.cleaning import clean
from qianliyan.configuration.forms import CalendarDayForm
from qianliyan.configuration.permissions import may_configure
from qianliyan.configuration.queries import names_up_the_tree, own_days
from qianliyan.configuration.registry import declared, setting_called
from qianliyan.configuration.values import Values
from qianliyan.core import clock
from qianliyan.core.web import Request, seated
from qianliyan.offices.models import Office


@seated
def index(request: Request) -> HttpResponse:
    """Show every setting of the seat's office with its value and where it comes from."""
    office = request.seat.office
    values = Values(office)
    names = names_up_the_tree(office)
    rows = [_row(setting, values, names, office) for setting in declared()]
    groups = [(label, list(members)) for label, members in groupby(rows, key=lambda row: row["setting"].group)]
    context = {
        "groups": groups,
        "editable": may_configure(request.seat, office),
        "today": clock.today(),
        "days": own_days(office)[:50],
        "day_form": CalendarDayForm(),
    }
    return render(request, "configuration/index.html", context)


@require_POST
@seated
def create(request: Request, key: str) -> HttpResponse:
    """Set one value from a day on."""
    setting = setting_called(key)
    if setting is None:
        raise Http404
    value = clean(setting, request.POST.getlist("value"))
    valid_from = _day(request.POST.get("valid_from", ""))
    set_value(setting, value, office=request.seat.office, valid_from=valid_from, by=request.seat)
    messages.success(request, _("已保存，%(day)s起生效。") % {"day": valid_from})
    return redirect("configuration:index")


@require_POST
@seated
def create_day(request: Request) -> HttpResponse:
    """Enter a day into the office's calendar."""
    form = CalendarDayForm(request.POST)
    if form.is_valid():
        mark_day(request.seat.office, **form.cleaned_data, by=request.seat)
        messages.success(request, _("工作日历已更新。"))
    else:
        messages.error(request, _("日期没有看懂，请按2026-10-01的样子填写。"))
    return redirect("configuration:index")


def _row(setting: Any, values: Values, names: dict[int, str], office: Office) -> dict[str, Any]:
    setter = values.set_by_office(setting)
    return {
        "setting": setting,
        "value": values[setting],
        "own": setter == office.pk,
        "source": names.get(setter or 0, ""),
        "choices": setting.choices(),
        "levels": setting.levels(),
    }


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return clock.today()
