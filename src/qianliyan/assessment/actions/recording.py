"""Entering what happened outside, with its paper, and revoking what was entered wrongly."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from qianliyan.assessment.actions.parts import About, Parted, parts_in
from qianliyan.assessment.facts.happening import item_key
from qianliyan.assessment.models import RecordedFact, RecordedShare, Revocation
from qianliyan.assessment.models.recorded import FactName
from qianliyan.assessment.permissions import may_record
from qianliyan.assessment.registered import stands_in_register
from qianliyan.bulletins.models import Credit
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, Unreadable, WrongState
from qianliyan.desk.actions.upward import tell_adopted, tell_adoption_revoked
from qianliyan.files.models import File
from qianliyan.history.trail import record
from qianliyan.history.workflow import locked
from qianliyan.instructions.actions.words import fitting
from qianliyan.instructions.actions.words import reason as stated_reason
from qianliyan.items.models import Submission
from qianliyan.offices.models import Seat
from qianliyan.offices.powers import Level

LONGEST_TITLE, LONGEST_EVIDENCE = 1000, 300


@dataclass(frozen=True)
class Paper:
    """What an entry rests on: the words that name the paper, and the paper itself if it was scanned."""

    words: str
    file: File | None = None


@dataclass(frozen=True)
class Details:
    """What a fact bears beside day and paper: whose bulletin or leader it was, and a number if one is entered."""

    attributes: Mapping[str, object] | None = None
    value: Decimal | None = None


@transaction.atomic
def enter(
    fact: FactName, about: About, *, on: date, paper: Paper, by: Seat, details: Details | None = None
) -> RecordedFact:
    """Enter one result with its paper; whose part it is follows from the piece, or is named."""
    entered = _entry(fact, about, on, paper, details or Details(), by)
    _refuse(entered, by)
    parts = parts_in(about, by.office_id)
    _keep(entered, parts)
    record("recorded_fact.enter", entered, by=by, text=entered.evidence, fact=entered.fact)
    _tell_behind(entered, by)
    return entered


@transaction.atomic
def revoke(entered: RecordedFact, *, reason: str, by: Seat) -> Revocation:
    """Say that an entry was wrong: it stays readable and counts no longer."""
    fresh = locked(entered)
    if not may_record(by, fresh):
        raise NotAllowed(_("撤销登记"))
    if Revocation.objects.filter(recorded=fresh).exists():
        raise WrongState(_("撤销登记"), _("已撤销"))
    said = stated_reason(reason)
    revoked = Revocation.objects.create(recorded=fresh, reason=said, by=by.label, at=clock.now())
    record("recorded_fact.revoke", fresh, by=by, text=said)
    if (sent := _sent_and_adopted(fresh)) is not None:
        tell_adoption_revoked(sent, by=by, **_where(fresh))
    return revoked


def _entry(fact: FactName, about: About, on: date, paper: Paper, details: Details, by: Seat) -> RecordedFact:
    return RecordedFact(
        office=by.office,
        fact=fact,
        on=on,
        title=fitting(about.named, _("题目"), LONGEST_TITLE),
        entry=about.entry,
        submission=about.submission,
        attributes=dict(details.attributes or {}),
        value=details.value,
        evidence=fitting(paper.words, _("依据"), LONGEST_EVIDENCE),
        file=paper.file,
        recorded_by=by,
        recorded_at=clock.now(),
    )


def _refuse(entered: RecordedFact, by: Seat) -> None:
    if not may_record(by, entered):
        raise NotAllowed(_("登记采用、批示和反映"))
    if not entered.evidence:
        raise Unreadable(_("请写明依据：哪一份通报、刊物或批示件，期号或文号。"))
    if entered.on > clock.today():
        raise Unreadable(_("日期在今天之后，请核对。"))
    if not entered.title:
        raise Unreadable(_("请写明题目，或选定是哪一条信息。"))
    if stands_in_register(entered):
        raise Unreadable(_("这件批示已在批示登记里，不用再登记一次。是另一位领导的批示，请写明批示领导。"))
    if entered.fact == FactName.ADOPTED and (_printed_here(entered) or _entered_before(entered)):
        raise Unreadable(_("这条信息的这次采用已经在系统里，不用再登记一次。是另一种刊物采用的，请写明刊物。"))


def _printed_here(entered: RecordedFact) -> bool:
    """Tell whether the office above printed it in this very installation, where it counts by itself."""
    printed = Credit.objects.filter(submission=entered.submission_id, entry__issue__office__level=entered.level)
    return entered.submission_id is not None and printed.exclude(entry__issue__office=entered.office_id).exists()


def _entered_before(entered: RecordedFact) -> bool:
    """Tell whether the same adoption was entered before: the piece in the same bulletin, level and year."""
    if not (entered.entry_id or entered.submission_id):
        return False
    piece = {"entry": entered.entry_id, "submission": entered.submission_id}
    same = RecordedFact.objects.filter(
        office=entered.office_id, fact=entered.fact, revocation=None, **piece, on__year=entered.on.year
    )
    return any(_bulletin(row) == _bulletin(entered) for row in same)


def _bulletin(row: RecordedFact) -> tuple[str, str]:
    return row.level, str(row.attributes.get("publication", ""))


def _keep(entered: RecordedFact, parts: list[Parted]) -> None:
    entered.item_key = item_key(item for _share, item in parts if item)
    entered.save()
    for share, _item in parts:
        share.recorded = entered
    RecordedShare.objects.bulk_create(share for share, _item in parts)


def _tell_behind(entered: RecordedFact, by: Seat) -> None:
    """Let everybody behind what the office sent up read on the own item that it was adopted above."""
    if (sent := _sent_and_adopted(entered)) is not None:
        tell_adopted(sent, by=by, **_where(entered))


def _sent_and_adopted(entered: RecordedFact) -> Submission | None:
    """Return the office's own report that was adopted, if that is what was entered."""
    sent = entered.submission
    own = sent is not None and sent.sender_id == entered.office_id
    return sent if own and entered.fact == FactName.ADOPTED else None


def _where(entered: RecordedFact) -> dict[str, str]:
    issue = str(entered.attributes.get("publication", "")) or entered.evidence
    return {"office": str(Level(entered.level).label), "issue": issue}
