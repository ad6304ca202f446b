"""The tables of a circular, as lines with tabs: results by level, and every unit by group."""

from collections.abc import Iterable, Iterator, Mapping

from qianliyan.assessment.composition import LEVELS
from qianliyan.assessment.models import Calculation, Standing
from qianliyan.assessment.tiles import count
from qianliyan.offices.powers import Level

COUNTED = ("submitted", "adopted", "above", "instructed")
HEAD = ("单位", "报送", "采用", "上级采用", "批示", "得分")


def by_level(calculation: Calculation) -> Iterator[str]:
    """Give adoption and instructions at the office's own level and above."""
    yield "一、总体情况"
    yield _row(("层级", "采用（条）", "领导批示（件）"))
    for level in LEVELS[LEVELS.index(calculation.office.level) :]:
        adopted, instructed = count(calculation, "adopted", level), count(calculation, "instructed", level)
        yield _row((str(Level(level).label), str(adopted), str(instructed)))


def by_unit(standings: Iterable[Standing], *, ranked: bool) -> Iterator[str]:
    """Give every unit's figures by group; where places are not shown the order says nothing of them either."""
    for place, (name, rows) in enumerate(grouped(standings).items(), 1):
        if name:
            yield f"（{_CHINESE[place] if place < len(_CHINESE) else place}）{name}"
        yield _row((*(("名次",) if ranked else ()), *HEAD))
        for one in rows if ranked else sorted(rows, key=_register):
            figures = (str(one.counts.get(kind, 0)) for kind in COUNTED)
            yield _row((*((str(one.rank or "—"),) if ranked else ()), one.name, *figures, one.printed))


def grouped(standings: Iterable[Standing]) -> Mapping[str, list[Standing]]:
    """Return the standings by group, in their order."""
    found: dict[str, list[Standing]] = {}
    for row in standings:
        found.setdefault(row.group, []).append(row)
    return found


_CHINESE = "〇一二三四五六七八九十"


def _register(one: Standing) -> tuple[int, int]:
    return (one.unit.order if one.unit else 10**6, one.unit_id or one.pk)


def _row(cells: Iterable[str]) -> str:
    return "\t".join(cells)
