"""重点任务: the year's list, one task, entering and changing it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qianliyan.core.web import Request, page, respond, seated
from qianliyan.history.once import once
from qianliyan.history.workflow import open_to
from qianliyan.planning.actions import key_tasks
from qianliyan.planning.forms.fields import ReasonForm, readable
from qianliyan.planning.forms.key_tasks import KeyTaskForm
from qianliyan.planning.permissions import may_ask, may_plan
from qianliyan.planning.queries.key_tasks import tasks_of, years_of
from qianliyan.planning.states import KEY_TASK_TRANSITIONS
from qianliyan.planning.views.finding import refuse_strangers, refuse_unless_planning, task_of

REFUSED = 422


@seated
def index(request: Request) -> HttpResponse:
    """List one year's tasks."""
    refuse_strangers(request)
    years = years_of(request.seat)
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isdecimal() and int(asked) in years else next(iter(years), None)
    tabs = [
        {"label": _("%(year)d年") % {"year": one}, "url": f"?year={one}", "count": None, "current": one == year}
        for one in years
    ]
    tasks = list(tasks_of(request.seat, year)) if year else []
    context = {"tasks": tasks, "tabs": tabs, "year": year, "may_plan": may_plan(request.seat)}
    return page(request, "planning/key_tasks.html", context)


@seated
def show(request: Request, uid: UUID) -> HttpResponse:
    """Show one task with who is responsible."""
    task = task_of(request, uid)
    steps = open_to(KEY_TASK_TRANSITIONS, task, request.seat)
    context = {
        "task": task,
        "units": list(task.units.select_related("office")),
        "own": request.seat.at(task.office_id),
        "may_change": may_ask(request.seat, task),
        "steps": {step.verb.removeprefix("key_task."): step for step in steps},
    }
    return page(request, "planning/key_task.html", context)


@seated
def create(request: Request) -> HttpResponse:
    """Enter one task."""
    refuse_unless_planning(request, _("录入重点任务"))
    form = KeyTaskForm(request.seat, data=request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _form(request, form, reverse("planning:key_tasks"))
    year, source = form.cleaned_data["year"], form.cleaned_data["source"]
    with once(request.seat, request.POST.get("once", "")):
        task = key_tasks.enter(by=request.seat, year=year, source=source, entry=form.entry())
    return respond(request, to="planning:key_task", uid=task.uid)


@seated
def update(request: Request, uid: UUID) -> HttpResponse:
    """Change one task."""
    task = task_of(request, uid)
    form = KeyTaskForm(request.seat, task, request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _form(request, form, reverse("planning:key_task", args=[uid]))
    given = {name: form.cleaned_data[name] for name in ("source", "revision")}
    key_tasks.change(task, by=request.seat, entry=form.entry(), **given)
    return respond(request, to="planning:key_task", uid=uid)


@require_POST
@seated
def step(request: Request, uid: UUID, verb: str) -> HttpResponse:
    """Complete the task, resume it or drop it."""
    task = task_of(request, uid)
    if verb == "drop":
        reason = readable(ReasonForm(request.POST))["reason"]
        key_tasks.drop(task, by=request.seat, reason=reason)
    elif verb in PLAIN:
        PLAIN[verb](task, by=request.seat)
    else:
        raise Http404
    messages.success(request, _("已办理。"))
    return respond(request, to="planning:key_task", uid=uid)


PLAIN = {"complete": key_tasks.complete, "resume": key_tasks.resume}


def _form(request: Request, form: KeyTaskForm, back: str) -> HttpResponse:
    answer = page(request, "planning/key_task_form.html", {"form": form, "back": back})
    answer.status_code = REFUSED if form.is_bound else answer.status_code
    return answer
