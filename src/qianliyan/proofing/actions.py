"""Deciding about findings, writing down what was verified, and taking it along to the next text."""

from copy import copy
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, Unreadable
from qianliyan.core.memory import forget
from qianliyan.core.uids import new_uid
from qianliyan.history.trail import record
from qianliyan.history.workflow import Transition, locked, move
from qianliyan.offices.models import Office, Seat
from qianliyan.proofing.figures import Line
from qianliyan.proofing.findings import Found, Gate
from qianliyan.proofing.models import Decided, Ignored, Release, Verification
from qianliyan.proofing.permissions import may_lift_politics, may_release_secrecy, may_work_on
from qianliyan.proofing.queries import decided_about, learn_of_new_text, recorded_about
from qianliyan.proofing.states import ASK, DOUBT, VERIFY
from qianliyan.proofing.subjects import Subject
from qianliyan.text.checking.registry import RULES

D = TypeVar("D", bound=Decided)
C = TypeVar("C", Verification, Release)
LONGEST_REASON = 500
SECRECY = [rule.id for rule in RULES.values() if rule.relation in ("严·保密", "严·个人信息")]


@dataclass(frozen=True)
class Answer:
    """Who was asked about a figure, when, what he answered, on which basis and as of which day."""

    asked: str = ""
    asked_at: datetime | None = None
    answered: str = ""
    basis: str = ""
    as_of: date | None = None


@transaction.atomic
def ignore(subject: Subject, one: Found, *, by: Seat, reason: str) -> Ignored:
    """Set a finding aside with a reason; what blocks cannot be set aside."""
    if one.blocks:
        raise Unreadable(_("这一处会阻断签发，不能忽略；请改正，或请有权的人放行。"))
    if not may_work_on(by, subject):
        raise NotAllowed(_("忽略"))
    row = _decided(Ignored, subject, one, by, _stated(reason))
    record("finding.ignore", row, by=by, text=row.reason, rule=one.finding.rule)
    return row


@transaction.atomic
def restore(subject: Subject, ignored: Ignored, *, by: Seat) -> Ignored:
    """Take a finding up again."""
    if not may_work_on(by, subject):
        raise NotAllowed(_("恢复提醒"))
    ended = _ended(ignored)
    record("finding.restore", ended, by=by, rule=ended.rule)
    return ended


@transaction.atomic
def release(subject: Subject, one: Found, *, by: Seat, reason: str) -> Release:
    """Let a blocking finding pass: secrecy by the secrecy reviewer, politics by the signatory, never by the writer."""
    if not one.blocks or one.gate is Gate.NOBODY:
        raise Unreadable(_("占位符和丢失的字须填好，任何人不能放行。"))
    if not may_release(by, subject, one):
        raise NotAllowed(_("放行"))
    row = _decided(Release, subject, one, by, _stated(reason))
    record("finding.release", row, by=by, text=row.reason, rule=one.finding.rule)
    return row


@transaction.atomic
def withdraw_release(subject: Subject, released: Release, *, by: Seat) -> Release:
    """Take a release back; whoever could give it may."""
    gate = may_release_secrecy if released.rule in SECRECY else may_lift_politics
    if not gate(by, subject):
        raise NotAllowed(_("收回放行"))
    ended = _ended(released)
    record("finding.withdraw_release", ended, by=by, rule=ended.rule)
    return ended


def may_release(seat: Seat, subject: Subject, one: Found) -> bool:
    """Tell whether the seat may let this finding pass."""
    gates = {Gate.SECRECY: may_release_secrecy, Gate.POLITICS: may_lift_politics}
    return one.blocks and one.gate in gates and gates[one.gate](seat, subject, one.quote)


def verify(subject: Subject, line: Line, *, by: Seat, answer: Answer) -> Verification:
    """Write down that the figure was confirmed, by whom and when."""
    if not answer.asked.strip():
        raise Unreadable(_("“%(figure)s”：请写明向谁核实的。") % {"figure": line.written})
    return _answered(subject, line, VERIFY, by, answer)


def doubt(subject: Subject, line: Line, *, by: Seat, answer: Answer) -> Verification:
    """Write down that the figure is in doubt, and what was answered."""
    if not answer.answered.strip():
        raise Unreadable(_("“%(figure)s”：存疑的，请写明答复或疑点。") % {"figure": line.written})
    return _answered(subject, line, DOUBT, by, answer)


def ask(subject: Subject, line: Line, *, by: Seat, answer: Answer) -> Verification:
    """Write down that somebody was asked about the figure; his answer is still to come."""
    if not answer.asked.strip():
        raise Unreadable(_("“%(figure)s”：请写明向谁核实。") % {"figure": line.written})
    return _answered(subject, line, ASK, by, answer)


@transaction.atomic
def carry_over(
    from_uid: UUID, to_uid: UUID, *, by: Seat, office: Office | None = None, shielded: bool = False
) -> list[Verification]:
    """Take the verification of one text along to another, and what the secrecy reviewer released in it.

    Of a shielded text (a problem, a warning) it says only that the unit verified it: the rest could name the source.
    """
    owner = office or by.office
    kept = [row for row in decided_about(Release, (from_uid,)) if row.rule in SECRECY]
    rows = [_copied(row, to_uid, owner) for row in recorded_about((from_uid,))]
    for row in rows if shielded else ():
        _hide_source(row)
    Release.objects.bulk_create([_copied(row, to_uid, owner) for row in kept], ignore_conflicts=True)
    Verification.objects.bulk_create(rows, ignore_conflicts=True)
    if kept or rows:
        forget(recorded_about, decided_about)
    else:
        learn_of_new_text(to_uid)
    if not rows:
        return []
    carried = list(Verification.objects.filter(subject=to_uid))
    record("verification.carry", carried[0], by=by, figures=len(rows), from_text=str(from_uid))
    return carried


def _hide_source(row: Verification) -> None:
    row.asked = _("报送单位已核") if row.asked else ""
    row.answered, row.basis, row.shielded = "", "", True


def _copied(original: C, to_uid: UUID, office: Office) -> C:
    row = copy(original)
    row._state = copy(original._state)  # noqa: SLF001
    row.pk, row.subject, row.office = None, to_uid, office
    if isinstance(row, Verification):
        row.uid, row.carried = new_uid(), True
    row._state.adding = True  # noqa: SLF001
    return row


def _answered(
    subject: Subject, line: Line, step: "Transition[Verification, Seat]", by: Seat, answer: Answer
) -> Verification:
    if not may_work_on(by, subject):
        raise NotAllowed(step.label)
    forget(recorded_about)
    with transaction.atomic():
        row = line.record or _opened(subject, line, by)
        also: dict[str, Any] = {
            "start": line.start,
            "end": line.end,
            "about": line.about,
            "asked": answer.asked.strip(),
            "asked_at": answer.asked_at or clock.now(),
            "answered": answer.answered.strip(),
            "basis": answer.basis.strip(),
            "as_of": answer.as_of,
            "seat": by,
            "carried": False,
            "shielded": False,
            "at": clock.now(),
        }
        return move(row, step, by=by, text=also["answered"], also=also, figure=line.written[:100])


def _opened(subject: Subject, line: Line, by: Seat) -> Verification:
    row, _new = Verification.objects.get_or_create(
        subject=subject.uid,
        part=line.part,
        quote=line.quote,
        about=line.about,
        defaults={"office": subject.office, "start": line.start, "end": line.end, "seat": by},
    )
    return row


def _decided(model: type[D], subject: Subject, one: Found, by: Seat, reason: str) -> D:
    forget(decided_about)
    try:
        with transaction.atomic():
            return model._default_manager.create(  # noqa: SLF001
                subject=subject.uid,
                office=subject.office,
                rule=one.finding.rule,
                part=one.finding.part,
                quote=one.quote[:500],
                message=one.finding.message[:500],
                mark=one.mark,
                reason=reason,
                seat=by,
                by=by.label,
                at=clock.now(),
            )
    except IntegrityError as error:
        raise Unreadable(_("这一处已经有人办过了，请刷新页面。")) from error


def _ended(row: D) -> D:
    fresh = locked(row)
    if fresh.ended_at is not None:
        raise Unreadable(_("这一处已经有人办过了，请刷新页面。"))
    fresh.ended_at = clock.now()
    fresh.save(update_fields=["ended_at"])
    forget(decided_about)
    return fresh


def _stated(reason: str) -> str:
    words = reason.strip()
    if not words:
        raise Unreadable(_("请写明理由。"))
    if len(words) > LONGEST_REASON:
        raise Unreadable(_("理由请不超过%(most)d字。") % {"most": LONGEST_REASON})
    return words
