"""The year's figures as a page shows them: the value, the years before, and where the things themselves are listed."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from qianliyan.assessment import yearly
from qianliyan.assessment.tiles import rate
from qianliyan.bulletins.making import PAPER_LANGUAGE
from qianliyan.bulletins.models import Publication
from qianliyan.offices.models import Office
from qianliyan.offices.powers import Level

MOST_YEARS = 6


@dataclass(frozen=True)
class Figure:
    """One figure of a year."""

    code: str
    label: str
    value: int
    before: int | None
    mean: Decimal | None
    url: str
    near: str = ""

    @property
    def times(self) -> str:
        """How many times the many-years' mean it is, once it is more than twice."""
        if not self.mean or self.value < 2 * self.mean:
            return ""
        return f"{(Decimal(self.value) / self.mean).quantize(Decimal('0.1'))}"


@dataclass(frozen=True)
class Board:
    """Everything for one year: figures in groups, and the same as a paragraph."""

    year: int
    bulletins: tuple[Figure, ...]
    work: tuple[Figure, ...]
    above: tuple[Figure, ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All of them."""
        return (*self.bulletins, *self.work, *self.above)


class Drawing:
    """Draws the figures of one office and year."""

    def __init__(self, office: Office, year: int) -> None:
        self.office, self.year = office, year
        self.sets = yearly.sets_of(office, (year, year - 1))
        self.counts = yearly.counts_of(office, (year, year - 1))
        self.issues = yearly.issues_by_publication(office, (year, year - 1))
        self.earlier = yearly.earlier(office, year)
        self.names: dict[str, str] = {}

    def board(self) -> Board:
        """Draw everything, in the language of whoever reads it."""
        self.names = figures_of(self.office, [publication for publication, _counts in self.issues])
        return Board(self.year, tuple(self._bulletins()), tuple(self._work()), tuple(self._above()))

    def _bulletins(self) -> list[Figure]:
        found = []
        for one, (value, before) in self.issues:
            url = f"{reverse('bulletins:publication', args=[one.uid])}?year={self.year}"
            found.append(self._figure(f"issues/{one.name}", f"《{one.name}》", value, before, url, _("期")))
        return found

    def _work(self) -> list[Figure]:
        own = f"{yearly.INSTRUCTED}/{self.office.level}"
        return [self._counted(code) for code in (yearly.RECEIVED, yearly.PRINTED, own)]

    def _above(self) -> list[Figure]:
        above = yearly.levels_above(self.office)
        if not above:
            return []
        reported = self._counted(yearly.REPORTED)
        share = rate(self.sets.count(f"{yearly.ADOPTED}/{above[0]}", self.year), reported.value)
        near = {above[0]: _("采用率%(rate)s") % {"rate": share} if reported.value else ""}
        adopted = [self._counted(f"{yearly.ADOPTED}/{level}", near.get(level, "")) for level in above]
        instructed = [self._counted(f"{yearly.INSTRUCTED}/{level}") for level in above]
        return [reported, *adopted, *instructed, self._counted(f"{yearly.COMMENDED}/{above[0]}")]

    def _counted(self, code: str, near: str = "") -> Figure:
        value, before = self._number(code, self.year), self._number(code, self.year - 1)
        url = f"{reverse('assessment:year_figure', args=[self.year])}?figure={code}"
        return self._figure(code, self.names[code], value, before, url, near)

    def _number(self, code: str, year: int) -> int:
        return self.counts.get((code, year), 0) if code in yearly.MANY else self.sets.count(code, year)

    def _figure(self, code: str, label: str, value: int, before: int, url: str, near: str) -> Figure:
        """Give a figure with its past: what was recorded of an earlier year goes before what the tables hold of it."""
        known = self.earlier.get(code, {})
        last = int(known[self.year - 1]) if self.year - 1 in known else before or None
        years = [known[one] for one in sorted(known)[-MOST_YEARS:]]
        mean = (sum(years, Decimal(0)) / len(years)).quantize(Decimal("0.1")) if years else None
        return Figure(code, label, value, last, _short(mean), url, near)


def figures_of(office: Office, publications: Iterable[Publication]) -> dict[str, str]:
    """Return the figures that have a page of their own, and those of the publications, by code with their names."""
    above = yearly.levels_above(office)
    own = f"{yearly.INSTRUCTED}/{office.level}"
    names = {f"issues/{one.name}": f"《{one.name}》" for one in publications}
    names |= {yearly.RECEIVED: _("收到信息"), yearly.PRINTED: _("刊发信息")}
    names |= {own: _("%(level)s领导批示") % {"level": Level(office.level).label}}
    if above:
        nearest = Level(above[0]).label
        names |= {yearly.REPORTED: _("上报%(level)s") % {"level": nearest}}
        names |= {f"{yearly.ADOPTED}/{one}": _("%(level)s采用") % {"level": Level(one).label} for one in above}
        names |= {f"{yearly.INSTRUCTED}/{one}": _("%(level)s领导批示") % {"level": Level(one).label} for one in above}
        names |= {f"{yearly.COMMENDED}/{above[0]}": _("受%(level)s通报表扬的单位") % {"level": nearest}}
    return names


def _short(mean: Decimal | None) -> Decimal | None:
    """Drop a nought after the point; never write hundreds as powers of ten."""
    if not mean:
        return None
    return mean.quantize(Decimal(1)) if mean == mean.to_integral_value() else mean


def board_of(office: Office, year: int) -> Board:
    """Return the figures of a year."""
    return Drawing(office, year).board()


def board_and_words(office: Office, year: int) -> tuple[Board, str]:
    """Return the figures for the screen, and the paragraph for a report, drawn from the same reading."""
    drawing = Drawing(office, year)
    with translation.override(PAPER_LANGUAGE):
        said = paragraph(drawing.board())
    return drawing.board(), said


def paragraph(board: Board) -> str:
    """Put the figures into sentences for a report (讲话口径); an editor goes over it before anybody speaks it."""
    issues = "、".join(f"{one.label}{one.value}期" for one in board.bulletins)
    sentences = [f"{board.year}年，编发{issues}" if issues else f"{board.year}年"]
    sentences += ["、".join(_said(one) for one in board.work)]
    sentences += ["、".join(_said(one) for one in board.above)] if board.above else []
    return "；".join(part for part in sentences if part) + "。"


def _said(one: Figure) -> str:
    words = f"{one.label}{one.value}{'个' if one.code.startswith(yearly.COMMENDED) else '条'}"
    past = [one.near] if one.near else []
    past += [f"常年值{one.mean:f}，为{one.times}倍"] if one.times and one.mean else []
    return words + (f"（{'，'.join(past)}）" if past else "")
