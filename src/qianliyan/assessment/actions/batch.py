"""Entering many results at once: all of them or none, and whatever is wrong is said with its line."""

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from qianliyan.assessment.actions.parts import About
from qianliyan.assessment.actions.recording import Details, Paper, enter
from qianliyan.assessment.models import RecordedFact
from qianliyan.assessment.models.recorded import FactName
from qianliyan.assessment.pasted.entries import Row
from qianliyan.assessment.pasted.matching import Candidate
from qianliyan.bulletins.models import Entry
from qianliyan.core.errors import DomainError, Unreadable
from qianliyan.files.models import File
from qianliyan.history.trail import record
from qianliyan.items.models import Submission
from qianliyan.offices.models import Office, Seat

MOST = 1_000


@transaction.atomic
def enter_all(
    rows: Sequence[Row], pieces: Mapping[int, Candidate], *, file: File | None, by: Seat
) -> list[RecordedFact]:
    """Enter these results, about the pieces that were found or chosen for their lines, else by title and units."""
    if not rows:
        raise Unreadable(_("没有读出可登记的行。第一行应是表头，如“单位、题目、日期、层级、得分”。"))
    refuse_too_many(rows)
    units = Office.objects.in_bulk({unit for row in rows for unit in row.units})
    made = [_entered(row, pieces.get(row.line), units, file, by) for row in rows]
    record("recorded_fact.enter_many", by.office, by=by, count=len(made))
    return made


def refuse_too_many(rows: Sequence[Row]) -> None:
    """Refuse a list longer than one sitting, before anybody looks for the pieces that its lines mean."""
    if len(rows) > MOST:
        raise Unreadable(_("一次最多%(most)d条，请分几次登记。") % {"most": MOST})


def _entered(
    row: Row, piece: Candidate | None, units: Mapping[int, Office], file: File | None, by: Seat
) -> RecordedFact:
    if row.doubts and not (piece and not row.units):
        raise Unreadable(_("第%(line)d行：%(doubts)s。") % {"line": row.line, "doubts": "；".join(row.doubts)})
    about = _about(row, piece, [units[pk] for pk in row.units])
    try:
        with transaction.atomic():
            paper, details = Paper(row.evidence, file), Details(_attributes(row), row.value)
            return enter(FactName(row.fact), about, on=row.on, paper=paper, details=details, by=by)
    except DomainError as refusal:
        raise Unreadable(_("第%(line)d行：%(why)s") % {"line": row.line, "why": refusal.text}) from refusal


def _about(row: Row, piece: Candidate | None, units: Sequence[Office]) -> About:
    if piece is None:
        return About(row.title or str(FactName(row.fact).label), units=units)
    if piece.kind == "entry":
        return About(entry=Entry.objects.get(pk=piece.pk))
    return About(submission=Submission.objects.get(pk=piece.pk))


def _attributes(row: Row) -> dict[str, object]:
    given = {"level": row.level, "publication": row.publication, "leader": row.leader}
    found: dict[str, object] = {name: text for name, text in given.items() if text}
    if row.fact == FactName.INSTRUCTED:
        found |= {"leader_level": row.level, "principal": False}
    return found
