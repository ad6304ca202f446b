"""重点任务落实信息: the matrix of one year's tasks and the units responsible for them."""

from datetime import datetime, time, timedelta
from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed
from qianliyan.core.web import Request, page, seated
from qianliyan.planning.permissions import may_plan, may_read_plans
from qianliyan.planning.queries.key_tasks import tasks_of, years_of
from qianliyan.planning.states import KeyTaskState
from qianliyan.workbench.matrix import lines_of, units_in

DAYS = {"30": gettext_lazy("近30天"), "90": gettext_lazy("近90天"), "": gettext_lazy("全部")}


@seated
def show(request: Request) -> HttpResponse:
    """Show who reported how much about which task."""
    if not may_read_plans(request.seat):
        raise NotAllowed(_("重点任务"))
    years = years_of(request.seat)
    year, days = _chosen(request, years)
    tasks = list(tasks_of(request.seat, year).exclude(state=KeyTaskState.DROPPED)) if year else []
    units, lines = units_in(tasks), lines_of(request.seat, tasks, _since(days))
    others = any(line.others for line in lines)
    context = {
        **_choices(years, year, days),
        "units": units,
        "lines": lines,
        "others": others,
        "columns": len(units) + 2 + others,
        "silent": sum(line.lead_silent for line in lines),
        "sources": list(dict.fromkeys(task.source for task in tasks)),
        "may_plan": may_plan(request.seat),
    }
    return page(request, "workbench/matrix.html", context)


def _chosen(request: Request, years: list[int]) -> tuple[int | None, str]:
    """Return the year and the span that were asked for, or the latest year and all of it."""
    asked, days = request.GET.get("year", ""), request.GET.get("days", "")
    year = int(asked) if asked.isdecimal() and int(asked) in years else next(iter(years), None)
    return year, days if days in DAYS else ""


def _choices(years: list[int], year: int | None, days: str) -> dict[str, Any]:
    """Return the years and the spans as links."""
    return {
        "year": year,
        "years": [
            {"label": _("%(year)d年") % {"year": one}, "url": f"?year={one}", "current": one == year} for one in years
        ],
        "spans": [
            {"label": label, "url": f"?year={year}&days={one}", "current": one == days} for one, label in DAYS.items()
        ],
    }


def _since(days: str) -> datetime | None:
    if not days:
        return None
    return timezone.make_aware(datetime.combine(clock.today() - timedelta(days=int(days)), time()))
