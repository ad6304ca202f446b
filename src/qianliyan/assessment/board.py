"""The year's figures as a page shows them: the value, the years before, and where the things themselves are listed."""

from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse
from django.utils.translation import gettext as _

from qianliyan.assessment import yearly
from qianliyan.assessment.tiles import rate
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
        self.earlier = yearly.earlier(office, year)

    def board(self) -> Board:
        """Draw everything."""
        above = yearly.levels_above(self.office)
        nearest = above[0] if above else ""
        return Board(self.year, tuple(self._bulletins()), tuple(self._work()), tuple(self._above(nearest, above)))

    def _bulletins(self) -> list[Figure]:
        counts = yearly.issues_by_publication(self.office, (self.year, self.year - 1))
        found = []
        for one in yearly.publications(self.office):
            url = f"{reverse('bulletins:publication', args=[one.uid])}?year={self.year}"
            value, before = counts.get((one.pk, self.year), 0), counts.get((one.pk, self.year - 1), 0)
            found.append(self._figure(f"issues/{one.name}", f"《{one.name}》", value, before, url, _("期")))
        return found

    def _work(self) -> list[Figure]:
        own = f"{yearly.INSTRUCTED}/{self.office.level}"
        level = Level(self.office.level).label
        printed = self._counted(yearly.PRINTED, _("刊发信息"))
        received = self._counted(yearly.RECEIVED, _("收到信息"))
        return [received, printed, self._counted(own, _("%(level)s领导批示") % {"level": level})]

    def _above(self, nearest: str, above: tuple[str, ...]) -> list[Figure]:
        if not nearest:
            return []
        reported = self._counted(yearly.REPORTED, _("上报%(level)s") % {"level": Level(nearest).label})
        share = rate(self.sets.count(f"{yearly.ADOPTED}/{nearest}", self.year), reported.value)
        found = [reported]
        for level in above:
            near = _("采用率%(rate)s") % {"rate": share} if level == nearest and reported.value else ""
            code, name = f"{yearly.ADOPTED}/{level}", Level(level).label
            found.append(self._counted(code, _("%(level)s采用") % {"level": name}, near))
        for level in above:
            code, name = f"{yearly.INSTRUCTED}/{level}", Level(level).label
            found.append(self._counted(code, _("%(level)s领导批示") % {"level": name}))
        code = f"{yearly.COMMENDED}/{nearest}"
        found.append(self._counted(code, _("受%(level)s通报表扬的单位") % {"level": Level(nearest).label}))
        return found

    def _counted(self, code: str, label: str, near: str = "") -> Figure:
        value, before = self.sets.count(code, self.year), self.sets.count(code, self.year - 1)
        url = f"{reverse('assessment:year_figure', args=[self.year])}?figure={code}"
        return self._figure(code, label, value, before, url, near)

    def _figure(self, code: str, label: str, value: int, before: int, url: str, near: str) -> Figure:
        """Give a figure with its past: what was recorded of an earlier year goes before what the tables hold of it."""
        known = self.earlier.get(code, {})
        last = int(known[self.year - 1]) if self.year - 1 in known else before or None
        years = [known[one] for one in sorted(known)[-MOST_YEARS:]]
        mean = (sum(years, Decimal(0)) / len(years)).quantize(Decimal("0.1")) if years else None
        return Figure(code, label, value, last, mean.normalize() if mean else None, url, near)


def board_of(office: Office, year: int) -> Board:
    """Return the figures of a year."""
    return Drawing(office, year).board()


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
