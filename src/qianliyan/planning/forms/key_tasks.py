"""A key task as it is entered, and a pasted breakdown."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from qianliyan.core import clock
from qianliyan.core.days import DayField
from qianliyan.core.errors import Unreadable
from qianliyan.offices.models import Office, Seat
from qianliyan.offices.powers import Level
from qianliyan.planning.actions.key_tasks import TaskEntry
from qianliyan.planning.breakdown import Row, Unit, read
from qianliyan.planning.forms.fields import RevisedForm, UnitsField
from qianliyan.planning.models import KeyTask
from qianliyan.planning.models.key_task import TaskRole
from qianliyan.planning.queries.units import units_below


class KeyTaskForm(RevisedForm):
    """One task."""

    title = forms.CharField(label=_("任务"), max_length=300)
    heading = forms.CharField(
        label=_("类别"), max_length=100, required=False, help_text=_("例：八项重点工作、十件实事")
    )
    source = forms.CharField(label=_("出处"), max_length=200, help_text=_("例：2026年《重点任务分解表》"))
    year = forms.IntegerField(label=_("年度"), min_value=2000, max_value=2100)
    due_on = DayField(label=_("完成时限"), required=False)
    lead = UnitsField(label=_("牵头单位"), required=True)
    assist = UnitsField(label=_("配合单位"))

    def __init__(self, seat: Seat, task: KeyTask | None = None, data: Any = None) -> None:
        super().__init__(data, initial=_initial(task))
        offices = list(units_below(seat.office_id))
        for name in ("lead", "assist"):
            self.fields[name].offer(offices)  # type: ignore[attr-defined]
        if task is not None:
            del self.fields["year"]

    def entry(self) -> TaskEntry:
        """Return what was understood, for the action."""
        cleaned = self.cleaned_data
        units = {name: tuple(cleaned[name]) for name in ("lead", "assist")}
        return TaskEntry(cleaned["title"], cleaned["heading"], cleaned["due_on"], **units)


class BreakdownForm(forms.Form):
    """A pasted table with its year and source."""

    source = forms.CharField(label=_("出处"), max_length=200, help_text=_("例：2026年《重点任务分解表》"))
    year = forms.IntegerField(label=_("年度"), min_value=2000, max_value=2100)
    text = forms.CharField(
        label=_("从Word或表格复制、粘贴"),
        max_length=100_000,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12, "spellcheck": "false"}),
        help_text=_("列的次序由表头（任务、牵头单位、配合单位、完成时限）决定；没有表头就按这个次序。单独一行是类别。"),
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, initial={"year": clock.today().year})

    def rows(self, seat: Seat) -> list[tuple[Row, TaskEntry]]:
        """Return each row as it was read, with the entry that it makes."""
        offices = {str(office.uid): office for office in units_below(seat.office_id)}
        units = [_unit(office) for office in offices.values()]
        read_rows = read(self.cleaned_data["text"], units, self.cleaned_data["year"])
        if not read_rows:
            raise Unreadable(_("没有读出任务。请从表格里连表头一起复制，每行一项任务，列与列之间是制表符。"))
        return [(row, _entry(row, offices)) for row in read_rows]


def _unit(office: Office) -> Unit:
    return Unit(str(office.uid), (office.short_name, office.name), county=office.level == Level.COUNTY)


def _entry(row: Row, offices: dict[str, Office]) -> TaskEntry:
    lead, assist = (tuple(offices[key] for key in keys) for keys in (row.lead, row.assist))
    return TaskEntry(row.title, row.heading, row.due_on, lead, assist)


def _initial(task: KeyTask | None) -> dict[str, Any]:
    if task is None:
        return {"year": clock.today().year}
    fields = {name: getattr(task, name) for name in ("title", "heading", "source", "year", "due_on", "revision")}
    units = list(task.units.select_related("office"))
    for role in TaskRole:
        fields[role.value] = [str(one.office.uid) for one in units if one.role == role]
    return fields
