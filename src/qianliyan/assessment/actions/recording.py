"""Entering what happened outside, with its paper, and revoking what was entered wrongly."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from qianliyan.assessment.facts.happening import item_key
from qianliyan.assessment.models import RecordedFact, RecordedShare, Revocation
from qianliyan.assessment.models.recorded import FactName
from qianliyan.assessment.permissions import may_record
from qianliyan.bulletins.models import Credit, Entry
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, Unreadable, WrongState
from qianliyan.files.models import File
from qianliyan.history.trail import record
from qianliyan.history.workflow import locked
from qianliyan.instructions.models import Instruction
from qianliyan.instructions.states import InstructionState
from qianliyan.items.models import Submission
from qianliyan.offices.models import Office, Seat

# What says something about a piece of writing must say about which.
ABOUT_A_PIECE = (FactName.ADOPTED, FactName.INSTRUCTED, FactName.EFFECT)


@dataclass(frozen=True)
class Paper:
    """What an entry rests on: the words that name the paper, and the paper itself if it was scanned."""

    words: str
    file: File | None = None


@dataclass(frozen=True)
class About:
    """What an entry is about: a printed entry, a submission, or only a title with the units that have part in it."""

    title: str = ""
    entry: Entry | None = None
    submission: Submission | None = None
    units: Sequence[Office] = ()


@transaction.atomic
def enter(
    fact: FactName,
    about: About,
    *,
    on: date,
    paper: Paper,
    by: Seat,
    value: Decimal | None = None,
    attributes: Mapping[str, object] | None = None,
) -> RecordedFact:
    """Enter one result with its paper; whose part it is follows from the piece, or is named."""
    entered = RecordedFact(
        office=by.office,
        fact=fact,
        on=on,
        title=about.title or _title(about),
        entry=about.entry,
        submission=about.submission,
        attributes=dict(attributes or {}),
        value=value,
        evidence=paper.words.strip(),
        file=paper.file,
        recorded_by=by,
        recorded_at=clock.now(),
    )
    _refuse(entered, by)
    shares = _shares(entered, about)
    entered.item_key = item_key(item for _share, item in shares if item)
    entered.save()
    for share, _item in shares:
        share.recorded = entered
    RecordedShare.objects.bulk_create(share for share, _item in shares)
    record("recorded_fact.enter", entered, by=by, text=entered.evidence, fact=entered.fact)
    return entered


@transaction.atomic
def revoke(entered: RecordedFact, *, reason: str, by: Seat) -> Revocation:
    """Say that an entry was wrong: it stays readable and counts no longer."""
    fresh = locked(entered)
    words = reason.strip()
    if not may_record(by, fresh):
        raise NotAllowed(_("撤销登记"))
    if Revocation.objects.filter(recorded=fresh).exists():
        raise WrongState(_("撤销登记"), _("已撤销"))
    if not words:
        raise Unreadable(_("请写明撤销登记的理由。"))
    revoked = Revocation.objects.create(recorded=fresh, reason=words[:500], by=by.label, at=clock.now())
    record("recorded_fact.revoke", fresh, by=by, text=words)
    return revoked


def _refuse(entered: RecordedFact, by: Seat) -> None:
    if not may_record(by, entered):
        raise NotAllowed(_("登记采用、批示和反映"))
    if not entered.evidence:
        raise Unreadable(_("请写明依据：哪一份通报、刊物或批示件，期号或文号。"))
    if entered.on > clock.today():
        raise Unreadable(_("日期在今天之后，请核对。"))
    if entered.fact == FactName.INSTRUCTED and _registered(entered):
        raise Unreadable(_("这件批示已在批示登记里，不用再登记一次。"))
    if not entered.title.strip():
        raise Unreadable(_("请写明题目，或选定是哪一条信息。"))


def _registered(entered: RecordedFact) -> bool:
    """Tell whether the same instruction stands in the register, where it counts by itself."""
    same = Instruction.objects.filter(given_on=entered.on, level=entered.level)
    known = same.filter(entry=entered.entry) if entered.entry else same.filter(submission=entered.submission)
    return bool(entered.entry or entered.submission) and known.exclude(state=InstructionState.VOID).exists()


def _title(about: About) -> str:
    if about.entry:
        return about.entry.title
    return about.submission.title if about.submission else ""


def _shares(entered: RecordedFact, about: About) -> list[tuple[RecordedShare, int]]:
    """Return who has which part, with the unit's item where there is one."""
    if about.entry:
        found = _of_entry(about.entry, entered.office_id)
    elif about.submission:
        found = _of_submission(about.submission, entered.office_id)
    else:
        found = [(RecordedShare(unit=unit), 0) for unit in about.units]
    if not found:
        raise Unreadable(_("请选定有份的单位；选本单位刊发的信息时，份额按刊发时的记录。"))
    return found


def _of_entry(entry: Entry, office: int) -> list[tuple[RecordedShare, int]]:
    credits_ = Credit.objects.filter(entry=entry, submission__receiver=office).select_related("submission__item")
    merged: dict[tuple[int, int | None], tuple[RecordedShare, int]] = {}
    for credit in credits_:
        item = credit.submission.item
        share = RecordedShare(unit_id=credit.office_id, author_id=item.drafter_id, weight=0)
        kept, _item = merged.setdefault((credit.office_id, item.drafter_id), (share, item.pk))
        kept.weight += credit.weight
    return list(merged.values())


def _of_submission(submission: Submission, office: int) -> list[tuple[RecordedShare, int]]:
    if submission.receiver_id != office:
        raise Unreadable(_("这条信息不是报给本单位的，请选本单位收到的来稿。"))
    share = RecordedShare(unit_id=submission.sender_id, author_id=submission.item.drafter_id)
    return [(share, submission.item_id)]
