"""The report on a year's information work for the leader in charge (信息工作汇报): two pages, a draft for an editor."""

from collections.abc import Iterable, Iterator

from qianliyan.assessment.board import Board, Figure, paragraph
from qianliyan.assessment.composing_tables import grouped
from qianliyan.assessment.models import Calculation, Standing
from qianliyan.assessment.queries import units_in
from qianliyan.assessment.tables import CLASS_NAMES
from qianliyan.assessment.trying import shares

LEADING = 3
OPEN = "〔请补充〕"


def report_text(board: Board, calculation: Calculation | None) -> str:
    """Write the report: the figures, how they compare, how the units stand; what only people know stays open."""
    parts = ["一、总体情况", paragraph(board), *_compared(board.figures)]
    parts += ["二、各单位情况", *(_units(calculation) if calculation else ["本年度得分尚未计算。"])]
    parts += ["三、存在的问题", OPEN, "四、下一步打算", OPEN]
    return "\n".join(parts)


def _compared(figures: Iterable[Figure]) -> Iterator[str]:
    """Put this year beside the last one where both are known."""
    rows = [(one.label, one.value, one.before) for one in figures if one.before is not None]
    if rows:
        yield "指标\t今年\t上年\t增减"
        for label, value, before in rows:
            yield f"{label}\t{value}\t{before}\t{value - (before or 0):+d}"


def _units(calculation: Calculation) -> Iterator[str]:
    standings = list(units_in(calculation))
    sending = [one for one in standings if one.counts.get("submitted")]
    yield f"纳入考核的{len(standings)}个单位中，{len(sending)}个单位报送了信息。{_made_of(calculation)}"
    for name, rows in grouped(standings).items():
        ahead = [_named(one) for one in rows[:LEADING] if one.total > 0]
        if ahead:
            yield f"{name or '各单位'}得分居前的是{'、'.join(ahead)}。"


def _made_of(calculation: Calculation) -> str:
    found = shares(calculation)
    said = "、".join(f"{name}占{one.percent}%" for name, one in zip(CLASS_NAMES.values(), found, strict=True))
    return f"得分构成中，{said}。" if any(one.points for one in found) else ""


def _named(one: Standing) -> str:
    return f"{one.name}（{one.printed}分）"
