"""Taking in a circular of the office above, saying which pieces it means, entering what the ledger lacks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from qianliyan.assessment.above import candidates, is_ours
from qianliyan.assessment.actions import recording
from qianliyan.assessment.actions.parts import About
from qianliyan.assessment.actions.recording import Paper
from qianliyan.assessment.models import ReconciledLine, Reconciliation, RecordedFact
from qianliyan.assessment.models.recorded import FactName
from qianliyan.assessment.pasted.circular import Circular, Listed, Placed, read
from qianliyan.assessment.pasted.matching import Candidate, Matcher, sure
from qianliyan.assessment.permissions import may_record
from qianliyan.assessment.reconciled import compared
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, Unreadable
from qianliyan.history.trail import record
from qianliyan.history.workflow import locked
from qianliyan.instructions.actions.words import fitting, stated
from qianliyan.offices.models import Office, Seat
from qianliyan.scoring.periods import Period

LONGEST, MOST_LINES, LONGEST_TITLE, LONGEST_NAME = 200_000, 2_000, 1_000, 100


@dataclass(frozen=True)
class Came:
    """A circular as it came: what it is called, whose it is, which days it covers, its text and its paper."""

    title: str
    level: str
    days: Period
    text: str
    paper: Paper


@transaction.atomic
def begin(came: Came, *, by: Seat) -> Reconciliation:
    """Read a circular; what is surely ours is matched at once, the rest waits for an editor."""
    if not may_record(by, Reconciliation(office=by.office)):
        raise NotAllowed(_("采用对账"))
    text = fitting(came.text, _("通报内容"), LONGEST)
    found = read(text, came.days.last.year)
    pieces = _ours(found, by.office)
    place = _place(found.places, by.office)
    if not pieces and place is None:
        raise Unreadable(
            _("没有读出本单位的信息，也没有读出本单位的得分。请核对单位名称，题目用《》标出，或粘贴带表头的表格。")
        )
    made = _unsaved(came, text, by)
    for name, told in (_standing(found.places, place) if place else {}).items():
        setattr(made, name, told)
    made.save()
    ReconciledLine.objects.bulk_create(_lines(made, found, pieces))
    record("reconciliation.begin", made, by=by, label=made.label, level=made.level, lines=len(pieces))
    return made


def _unsaved(came: Came, text: str, by: Seat) -> Reconciliation:
    return Reconciliation(
        office=by.office,
        title=stated(came.title, _("通报名称"), 200),
        level=came.level,
        label=came.days.label,
        first=came.days.first,
        last=came.days.last,
        evidence=stated(came.paper.words, _("文号、期号"), 300),
        text=text,
        file=came.paper.file,
        entered_by=by.label,
        entered_at=clock.now(),
    )


@transaction.atomic
def choose(line: ReconciledLine, piece: Candidate | None, *, by: Seat) -> ReconciledLine:
    """Say which of our pieces a line means, or that it is none of ours."""
    fresh = locked(line)
    if not may_record(by, fresh.reconciliation):
        raise NotAllowed(_("采用对账"))
    if fresh.recorded_id:
        raise Unreadable(_("这一条已经登记采用。认错了，请先撤销那条登记。"))
    fresh.submission_id = piece.pk if piece and piece.kind == "submission" else None
    fresh.entry_id = piece.pk if piece and piece.kind == "entry" else None
    fresh.dismissed, fresh.decided_by = piece is None, by.label
    fresh.save(update_fields=["submission", "entry", "dismissed", "decided_by"])
    record("reconciliation.choose", fresh.reconciliation, by=by, line=fresh.number, piece=piece.title if piece else "")
    return fresh


@dataclass(frozen=True)
class Entered:
    """How many adoptions were entered, and the lines that only said again what another had said."""

    count: int
    repeated: tuple[int, ...]


@transaction.atomic
def enter_missed(made: Reconciliation, *, by: Seat) -> Entered:
    """Enter every adoption that the circular lists, that is surely ours and that the ledger lacks, each once."""
    fresh = locked(made)
    if not may_record(by, fresh):
        raise NotAllowed(_("采用对账"))
    # Nobody may say of a line that it means another piece while it is being entered.
    list(fresh.lines.select_for_update().order_by("pk"))
    groups = compared(fresh).to_enter
    for first, *again in groups:
        fact = _enter(first.line, fresh, by)
        pks = [row.line.pk for row in (first, *again)]
        fresh.lines.filter(pk__in=pks).update(recorded=fact)
    repeated = sorted(row.line.number for _first, *again in groups for row in again)
    record("reconciliation.enter", fresh, by=by, entered=len(groups), repeated="、".join(map(str, repeated)))
    return Entered(len(groups), tuple(repeated))


def _enter(line: ReconciledLine, made: Reconciliation, by: Seat) -> RecordedFact:
    return recording.enter(
        FactName.ADOPTED,
        About(line.title if line.key is None else "", line.entry, line.submission),
        on=_day(line, made),
        paper=Paper(f"{made.title}{made.evidence}", made.file),
        details=recording.Details({"level": line.level, **_publication(line)}),
        by=by,
    )


def _publication(line: ReconciledLine) -> dict[str, object]:
    return {"publication": line.publication} if line.publication else {}


def _day(line: ReconciledLine, made: Reconciliation) -> date:
    """Take the day of the circular's line; without one the last day it covers, which is never still to come."""
    return line.on or min(made.last, clock.today())


def _ours(found: Circular, office: Office) -> list[Listed]:
    """Keep our own lines; where no line names a unit the circular is about us alone. Others' titles are not kept."""
    named = any(one.unit for one in found.pieces)
    own = [one for one in found.pieces if (is_ours(one.unit, office) if named else True)]
    if len(own) > MOST_LINES:
        raise Unreadable(_("一次最多%(most)d条，请分几次粘贴。") % {"most": MOST_LINES})
    return own


def _lines(made: Reconciliation, found: Circular, pieces: Iterable[Listed]) -> list[ReconciledLine]:
    matcher = Matcher(candidates(made.office, made.last))
    lines = [
        line for piece in pieces for line in _results(made, found, piece, sure(matcher.likely(piece.title, piece.on)))
    ]
    for position, line in enumerate(lines):
        line.position = position
    return lines


def _results(made: Reconciliation, found: Circular, piece: Listed, match: Candidate | None) -> Iterator[ReconciledLine]:
    """Give the adoption that the list itself says, and what the legend says of each mark."""
    meant = [found.meaning(mark) for mark in piece.marks]
    results = {("adopted", made.level): None} | {(fact, level or made.level): None for fact, level in meant if fact}
    for fact, level in results:
        yield ReconciledLine(
            reconciliation=made,
            number=piece.line,
            title=fitting(piece.title, _("题目"), LONGEST_TITLE),
            fact=fact,
            level=level,
            publication=fitting(piece.publication, _("刊物"), LONGEST_NAME),
            on=piece.on,
            value=piece.value if fact == FactName.ADOPTED and level == made.level else None,
            submission_id=match.pk if match and match.kind == "submission" else None,
            entry_id=match.pk if match and match.kind == "entry" else None,
        )


def _place(places: Iterable[Placed], office: Office) -> Placed | None:
    return next((one for one in places if is_ours(one.unit, office)), None)


def _standing(places: Iterable[Placed], own: Placed) -> dict[str, object]:
    """Return our points and place, and who stands before us."""
    found = list(places)
    before = min((one for one in found if one.points > own.points), key=lambda one: one.points, default=None)
    ahead = {"ahead": before.points, "ahead_name": fitting(before.unit, _("单位"), LONGEST_NAME)} if before else {}
    return {"points": own.points, "rank": own.rank, "units": len(found), **ahead}
