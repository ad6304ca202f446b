"""The text of a circular from the figures of a period: totals, each unit's adopted pieces with marks, points by group.

Problems and warnings have neither title nor kind in it, because the circular goes to every unit; who brought
nothing and who is last is named only where the office wants it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import msgspec
from django.utils.translation import gettext as _

from qianliyan.assessment import account as books
from qianliyan.assessment.composing_tables import by_level, by_month, by_unit, grouped
from qianliyan.assessment.composition import ABOVE, LEVELS, class_of
from qianliyan.assessment.counting import Counted
from qianliyan.assessment.labels import spoken
from qianliyan.assessment.models import Calculation, Standing
from qianliyan.assessment.queries import units_in
from qianliyan.assessment.sources import titles_of
from qianliyan.assessment.tiles import count, rate
from qianliyan.core import clock
from qianliyan.files.actions import content_of
from qianliyan.offices.powers import Level
from qianliyan.scoring.periods import Calendar

INSTRUCTED_MARK = "●"
MARKS = {"city": "△", "province": "▲", "state": "★"}
BEST = 3


@dataclass
class Piece:
    """One adopted piece of a unit with what became of it; without a title it is protected."""

    title: str = ""
    adopted: bool = False
    marks: set[str] = field(default_factory=set)


class Fact(Counted):
    """As much of a fact as a circular says."""

    item: str = ""
    kind: str = ""


def title_for(calculation: Calculation) -> str:
    """Name the circular after its period."""
    return _("关于%(period)s政务信息采用情况的通报") % {"period": spoken(calculation.label)}


@dataclass(frozen=True)
class Naming:
    """What the office wants named: the units' places, who brought nothing, who is last in his group, which titles."""

    places: bool = False
    zero: bool = False
    last: bool = False
    # Above so many pieces only those that went further are named.
    most_titles: int = 300


def body_for(calculation: Calculation, naming: Naming) -> str:
    """Write the whole text, with its tables as lines with tabs."""
    standings = list(units_in(calculation))
    parts = [
        _opening(calculation),
        *by_level(calculation),
        *by_month(_months(calculation)),
        *_pieces(calculation, naming),
    ]
    parts += ["三、各单位情况", *by_unit(standings, ranked=naming.places), *_best(standings)]
    parts += _zero(standings) if naming.zero else []
    parts += _last(standings) if naming.last else []
    return "\n".join(parts)


def _opening(calculation: Calculation) -> str:
    own = calculation.office.level
    above = LEVELS[LEVELS.index(own) + 1 :]
    received, printed = count(calculation, "submitted"), count(calculation, "adopted", own)
    sentence = (
        f"{spoken(calculation.label)}，各单位报送政务信息{received}条，采用{printed}条，采用率{rate(printed, received)}"
    )
    for level in above:
        if number := count(calculation, "adopted", level):
            sentence += f"；{Level(level).label}采用{number}条"
    for level in (own, *above):
        if number := count(calculation, "instructed", level):
            sentence += f"；{Level(level).label}领导批示{number}件"
    return f"{sentence}。现将采用情况通报如下。"


def _pieces(calculation: Calculation, naming: Naming) -> Iterator[str]:
    """List each unit's pieces, of very many only those that went further; the legend says what the marks mean."""
    by_unit = _collected(calculation)
    if not by_unit:
        return
    yield "二、采用信息"
    all_named = sum(map(len, by_unit.values())) <= naming.most_titles
    for unit, pieces in by_unit.items():
        yield f"{unit}：{'；'.join(_said_of(pieces, all_named=all_named))}。"
    yield "（△市级采用　▲省级采用　★国家级采用　●领导批示）"


def _said_of(pieces: list[Piece], *, all_named: bool) -> Iterator[str]:
    titled = [piece for piece in pieces if piece.title]
    named = [piece for piece in titled if all_named or piece.marks]
    yield from (f"《{piece.title}》{''.join(sorted(piece.marks))}" for piece in named)
    if others := len(titled) - len(named):
        yield f"{'另有' if named else ''}本级采用{others}条"
    # Not even their kind is said: whose reports are problems is nobody's business but the section's.
    if hidden := len(pieces) - len(titled):
        yield f"另有{hidden}条题目不公开"


def _months(calculation: Calculation) -> dict[str, int]:
    """Count what was printed here in each month of the period that had begun, months without anything too."""
    own, reached = calculation.office.level, clock.local(calculation.made_at or calculation.ordered_at).date()
    days = Calendar().read(calculation.label)
    months = {one.label: 0 for one in Calendar().pieces(days, "month") if one.first <= reached}
    for fact in _facts(calculation):
        if fact.fact == "adopted" and fact.level == own and fact.on[:7] in months:
            months[fact.on[:7]] += 1
    return months


def _facts(calculation: Calculation) -> list[Fact]:
    """Read what was adopted and instructed in the period from the kept file."""
    if calculation.file is None:
        return []
    decoder = msgspec.json.Decoder(Fact)
    first, last = calculation.first.isoformat(), calculation.last.isoformat()
    found = map(decoder.decode, books.read(content_of(calculation.file)).facts)
    return [one for one in found if one.fact in ("adopted", "instructed") and first <= one.on <= last]


def _collected(calculation: Calculation) -> dict[str, list[Piece]]:
    facts = _facts(calculation)
    titles = titles_of([one.id for one in facts])
    found: dict[str, dict[str, Piece]] = defaultdict(dict)
    for one in sorted(facts, key=lambda fact: (fact.on, fact.id)):
        for share in one.offices:
            piece = found[share.office].setdefault(one.item or one.id, Piece())
            piece.title = piece.title or titles.get(one.id, "")
            piece.adopted = piece.adopted or one.fact == "adopted"
            piece.marks |= _marks(one, calculation.office.level)
    adopted = {unit: [piece for piece in pieces.values() if piece.adopted] for unit, pieces in found.items()}
    return {unit: pieces for unit, pieces in adopted.items() if pieces}


def _marks(one: Fact, own: str) -> set[str]:
    if one.fact == "instructed":
        return {INSTRUCTED_MARK}
    return {MARKS[one.level]} if class_of(one, own) == ABOVE and one.level in MARKS else set()


def _best(standings: Iterable[Standing]) -> Iterator[str]:
    named = [row.name for row in standings if row.rank is not None and row.rank <= BEST and row.total > 0]
    if named:
        yield f"以上得分居各组前列的单位：{'、'.join(named)}。"


def _zero(standings: Iterable[Standing]) -> list[str]:
    silent = [row.name for row in standings if not row.counts.get("submitted")]
    return [f"未报送信息的单位：{'、'.join(silent)}。"] if silent else []


def _last(standings: Iterable[Standing]) -> list[str]:
    last = [rows[-1].name for rows in grouped(standings).values() if len(rows) > 1]
    return [f"得分居各组末位的单位：{'、'.join(last)}。"] if last else []
