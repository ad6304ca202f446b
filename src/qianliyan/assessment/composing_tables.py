"""The tables of a circular, as lines with tabs: results by level, and every unit by group."""

from collections.abc import Iterable, Iterator, Mapping

from qianliyan.assessment.composition import LEVELS
from qianliyan.assessment.models import Calculation, Standing
from qianliyan.assessment.tiles import count
from qianliyan.offices.powers import Level
from qianliyan.typesetting.body import DRAWN
from qianliyan.typesetting.charts import MOST_BARS

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
        yield from drawn_by_unit(name, rows if ranked else sorted(rows, key=_register))


def drawn_by_unit(name: str, rows: Iterable[Standing]) -> Iterator[str]:
    """Give the points of a group once more as bars; the typesetter draws a table whose head says （图）."""
    found = [one for one in rows if one.total > 0]
    if 1 < len(found) <= MOST_BARS:
        yield "得分比较如下图。"
        yield _row((f"{name}各单位" if name else "各单位", f"得分{DRAWN}"))
        yield from (_row((one.name, _length(one.printed))) for one in found)


def by_month(counts: Mapping[str, int]) -> Iterator[str]:
    """Give what was printed month by month as bars, where there are several months."""
    if len(counts) > 1 and any(counts.values()):
        yield "各月采用情况如下图。"
        yield _row(("各月", f"采用条数{DRAWN}"))
        yield from (_row((f"{int(month[5:7])}月", str(number))) for month, number in counts.items())


def _length(printed: str) -> str:
    return "".join(sign for sign in printed if sign.isdigit() or sign == ".")


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
