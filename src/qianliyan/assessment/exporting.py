"""The standings as a spreadsheet with every line, and as a paper."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from qianliyan.assessment import account as books
from qianliyan.assessment.labels import spoken
from qianliyan.assessment.models import Calculation
from qianliyan.assessment.queries import units_in
from qianliyan.assessment.tables import Group, groups_of
from qianliyan.core.errors import Unreadable
from qianliyan.core.templatetags.qianliyan import full_day
from qianliyan.files.actions import content_of
from qianliyan.scoring.run import everybody
from qianliyan.scoring.workbook import as_xlsx
from qianliyan.typesetting.charts import MOST_BARS
from qianliyan.typesetting.child import render_apart
from qianliyan.typesetting.errors import CannotTypeset, InvalidDocument

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SECONDS = 30


def spreadsheet(calculation: Calculation) -> tuple[bytes, str]:
    """Return the standings with the whole ledger and everything that earned nothing."""
    if calculation.file is None:
        raise Unreadable(_("这次计算没有留下文件，请重新计算。"))
    return as_xlsx(books.read(content_of(calculation.file)).result(everybody)), XLSX


def paper(calculation: Calculation) -> tuple[bytes, str]:
    """Return the standings as they can be laid before a leader: one table for each group."""
    fonts = settings.FONTS if settings.FONTS.is_file() else ""
    try:
        return render_apart(_letter(calculation), str(fonts), seconds=SECONDS).pdf, "application/pdf"
    except (CannotTypeset, InvalidDocument) as problem:
        raise Unreadable(_("没有排成：%(why)s。") % {"why": problem}) from problem


FORMS: dict[str, Callable[[Calculation], tuple[bytes, str]]] = {"xlsx": spreadsheet, "pdf": paper}


def _letter(calculation: Calculation) -> dict[str, Any]:
    office = calculation.office
    groups = groups_of(units_in(calculation), {})
    basis = _("按%(scheme)s计算，事实%(facts)d条。") % {
        "scheme": calculation.scheme_title,
        "facts": calculation.facts,
    }
    return {
        "template": "caiyong-tongbao",
        "masthead": office.name,
        "title": _("%(period)s政务信息采用得分情况") % {"period": spoken(calculation.label)},
        "body": basis,
        "tables": [_table(group.name, group.rows) for group in groups],
        "charts": [_chart(group) for group in groups if len(group.rows) <= MOST_BARS],
        "office": office.name,
        "date": full_day(calculation.made_at),
    }


def _chart(group: Group) -> dict[str, Any]:
    bars = [
        {"label": row.standing.name, "value": max(float(row.standing.total), 0), "shown": row.standing.printed}
        for row in group.rows
    ]
    return {"caption": _("%(group)s得分") % {"group": group.name}, "bars": bars}


def _table(name: str, rows: Any) -> dict[str, Any]:
    head = [_("名次"), _("单位"), _("报送"), _("采用"), _("上级采用"), _("批示"), _("得分")]
    lines = [
        [
            str(row.standing.rank or ""),
            row.standing.name,
            *(str(row.standing.counts.get(kind, 0)) for kind in ("submitted", "adopted", "above", "instructed")),
            row.standing.printed,
        ]
        for row in rows
    ]
    return {"caption": name, "header": 1, "widths": [4, 14, 5, 5, 6, 5, 6], "rows": [head, *lines]}
