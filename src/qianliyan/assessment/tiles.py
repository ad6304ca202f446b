"""A period in figures, each a link to the facts that it counts."""

from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from qianliyan.assessment.composition import LEVELS
from qianliyan.assessment.models import Calculation
from qianliyan.offices.powers import Level


@dataclass(frozen=True)
class Tile:
    """One figure with what stands near it."""

    label: str
    value: int
    near: str
    url: str


def tiles_of(calculation: Calculation, before: Calculation | None = None) -> list[Tile]:
    """Return the figures of a period: received, printed, adopted above, instructed here and above.

    Where little else stands near a figure, it says how it differs from the same period a year before.
    """
    own = calculation.office.level
    above = LEVELS[LEVELS.index(own) + 1 :]
    received, printed = count(calculation, "submitted"), count(calculation, "adopted", own)
    sent_up, adopted = count(calculation, "sent_up"), count(calculation, "adopted", *above)
    # Of what was sent up, the office above adopts a share; what goes on from there was counted by it already.
    next_up = count(calculation, "adopted", *above[:1]) if above else 0
    here, instructed = count(calculation, "instructed", own), count(calculation, "instructed", *above)
    return [
        _tile(calculation, _("收到信息"), received, _change(received, before, "submitted"), "submitted"),
        _tile(
            calculation, _("刊物采用"), printed, _("采用率%(rate)s") % {"rate": rate(printed, received)}, "adopted", own
        ),
        _tile(calculation, _("上级采用"), adopted, _above_words(next_up, sent_up), "adopted", *above),
        _tile(calculation, _("本级领导批示"), here, _change(here, before, "instructed", own), "instructed", own),
        _tile(calculation, _("上级领导批示"), instructed, _level_words(calculation, above), "instructed", *above),
    ]


def count(calculation: Calculation, fact: str, *levels: str) -> int:
    """Count the facts of this name, at these levels if any are given."""
    found = calculation.figures.items()
    wanted = {f"{fact}/{level}" for level in levels}
    return sum(number for key, number in found if key in wanted or (not levels and key.partition("/")[0] == fact))


def rate(part: int, whole: int) -> str:
    """Write a share with one decimal, half up; of nothing there is no share."""
    return f"{(Decimal(100 * part) / whole).quantize(Decimal('0.1'), 'ROUND_HALF_UP')}%" if whole else "—"


def facts_url(calculation: Calculation, fact: str, *levels: str) -> str:
    """Return the address of the list that a figure counts."""
    query = urlencode({"period": calculation.label, "fact": fact, "level": levels}, doseq=True)
    return f"{reverse('assessment:facts')}?{query}"


def _tile(calculation: Calculation, label: str, value: int, near: str, *counted: str) -> Tile:
    return Tile(label, value, near, facts_url(calculation, *counted))


def _change(value: int, before: Calculation | None, *counted: str) -> str:
    """Say by how much a figure differs from a year ago; of nothing there is no share."""
    past = count(before, *counted) if before else 0
    if not past:
        return ""
    arrow = "↑" if value > past else "↓" if value < past else ""
    return _("较上年%(change)s") % {"change": f"{arrow}{rate(abs(value - past), past)}" if arrow else _("持平")}


def _above_words(adopted: int, sent_up: int) -> str:
    return _("上报%(sent)d · %(rate)s") % {"sent": sent_up, "rate": rate(adopted, sent_up)} if sent_up else ""


def _level_words(calculation: Calculation, levels: tuple[str, ...]) -> str:
    found = [(Level(level).label, count(calculation, "instructed", level)) for level in levels]
    return " · ".join(f"{label}{number}" for label, number in found if number)
