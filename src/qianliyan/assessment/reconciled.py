"""A circular beside the own ledger: what both know, what we missed, what they missed, what nobody can tell."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from qianliyan.assessment.above import Key, Known, adopted_above, pieces
from qianliyan.assessment.models import ReconciledLine, Reconciliation
from qianliyan.assessment.models.recorded import FactName
from qianliyan.assessment.pasted.matching import Candidate, Likely, Matcher

NONE: Key = ("", 0)


@dataclass(frozen=True)
class Doubt:
    """A line of which nobody but an editor can say which piece it is."""

    line: ReconciledLine
    likely: tuple[Likely, ...]


@dataclass(frozen=True)
class Found:
    """A line whose piece is known."""

    line: ReconciledLine
    piece: Candidate | None
    key: Key


@dataclass(frozen=True)
class Compared:
    """The result: every line of the circular stands in exactly one of the first four."""

    agreed: tuple[Found, ...]
    missed_here: tuple[Found, ...]
    instructed: tuple[Found, ...]
    doubtful: tuple[Doubt, ...]
    dismissed: tuple[ReconciledLine, ...]
    missed_above: tuple[Known, ...]

    @property
    def to_enter(self) -> list[list[Found]]:
        """Put lines together that say the same adoption of the same piece; a line without a bulletin says any."""
        groups: list[list[Found]] = []
        for row in sorted(self.missed_here, key=lambda one: not one.line.publication):
            same = next((group for group in groups if _says_again(row, group[0])), None)
            if same is None:
                groups.append([row])
            else:
                same.append(row)
        return sorted(groups, key=lambda group: group[0].line.position)


def compared(made: Reconciliation) -> Compared:
    """Compare now: what was entered or decided since is taken in (the same queries for any number of lines)."""
    lines = list(made.lines.select_related("recorded", "reconciliation"))
    ours = pieces(made.office, made.last)
    known = {one.key: one for one in ours.candidates}
    ledger = _Ledger(made, ours.same)
    keys = [(line, ledger.key_of(line)) for line in lines if not line.dismissed]
    rows = [Found(line, known.get(key), key) for line, key in keys if key]
    adopted = [row for row in rows if row.line.fact == FactName.ADOPTED]
    here = [row for row in adopted if ledger.knows(row.line)]
    matcher = Matcher(ours.candidates)
    open_ = [line for line in lines if not line.dismissed and not line.key]
    return Compared(
        agreed=tuple(here),
        missed_here=tuple(row for row in adopted if row not in here),
        instructed=tuple(row for row in rows if row.line.fact == FactName.INSTRUCTED),
        doubtful=tuple(Doubt(line, tuple(matcher.likely(line.title, line.on))) for line in open_),
        dismissed=tuple(line for line in lines if line.dismissed),
        missed_above=tuple(ledger.absent_from(lines)),
    )


def _says_again(row: Found, first: Found) -> bool:
    one, other = row.line, first.line
    if row.key != first.key or one.level != other.level:
        return False
    return not one.publication or one.publication == other.publication


class _Ledger:
    """What the own ledger says of the year, and of the days that the circular covers."""

    def __init__(self, made: Reconciliation, same: dict[Key, Key]) -> None:
        self.made, self.same = made, same
        self.levels: dict[str, dict[Key, list[Known]]] = {}

    def key_of(self, line: ReconciledLine) -> Key | None:
        """Return the piece, the same for an entry and the submission by which it was sent up."""
        return self.same.get(line.key, line.key) if line.key else None

    def knows(self, line: ReconciledLine) -> bool:
        """Tell whether this adoption stands in the ledger; a circular's list and the ledger may differ in days."""
        found = self.at(line.level).get(self.key_of(line) or NONE, ())
        return bool(line.recorded_id) or any(one.is_what(line.publication) for one in found)

    def absent_from(self, lines: Iterable[ReconciledLine]) -> Iterator[Known]:
        """Return what was adopted in these days by the ledger and is not in the circular."""
        of_level = (line for line in lines if line.fact == FactName.ADOPTED and line.level == self.made.level)
        listed = {self.key_of(line) for line in of_level}
        for key, rows in self.at(self.made.level).items():
            for one in rows:
                if key not in listed and self.made.first <= one.on <= self.made.last:
                    yield one

    def at(self, level: str) -> dict[Key, list[Known]]:
        """Return the year's adoptions at a level by piece, read once."""
        if level not in self.levels:
            self.levels[level] = self._read(level)
        return self.levels[level]

    def _read(self, level: str) -> dict[Key, list[Known]]:
        year = (date(self.made.first.year, 1, 1), date(self.made.last.year, 12, 31))
        found: dict[Key, list[Known]] = {}
        for one in adopted_above(self.made.office, level, *year):
            found.setdefault(self.same.get(one.key, one.key), []).append(one)
        return found
