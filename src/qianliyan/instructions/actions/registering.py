"""Registering (登记): staff check what a leader wrote, or record what he wrote on paper or outside."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from qianliyan.bulletins.models import Entry
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, NotReady
from qianliyan.files.models import File
from qianliyan.history.trail import record as record_event
from qianliyan.history.workflow import locked, move
from qianliyan.instructions.actions.presenting import return_if_out
from qianliyan.instructions.actions.words import fitting, reason, stated
from qianliyan.instructions.models import Instruction, Reader, Register
from qianliyan.instructions.models.instruction import OWN_HAND, InstructionForm
from qianliyan.instructions.permissions import may_register
from qianliyan.instructions.requirements import before_recording, before_registering
from qianliyan.instructions.states import REGISTER, VOID
from qianliyan.items.models import Submission
from qianliyan.offices.models import Seat


@dataclass(frozen=True)
class Leader:
    """Who instructed: in this office, or far above it."""

    name: str
    post: str
    level: str
    principal: bool = False
    seat: Seat | None = None


@dataclass(frozen=True)
class Proof:
    """In what form it came, and by what it is proved: a scan, or the number of the paper with which it came down."""

    form: str = InstructionForm.PAPER
    scan: File | None = None
    evidence: str = ""


@transaction.atomic
def record(
    paper: Entry | Submission,
    *,
    by: Seat,
    leader: Leader,
    text: str,
    given_on: date,
    proof: Proof,
    restricted: bool = False,
) -> Instruction:
    """Record and register what a leader wrote on paper, said, or wrote above this installation, with its proof."""
    if proof.form in OWN_HAND:
        raise TypeError(proof.form)
    said = {"given_on": given_on, "text": stated(text, _("批示内容")), "restricted": restricted}
    recorded = _recorded(by, leader, proof, **said, **_paper(paper))
    if not may_register(by, recorded) or by.office_id not in _offices_of(paper):
        raise NotAllowed(_("代录批示"))
    if missing := before_recording(recorded, by.office):
        raise NotReady(missing)
    recorded.save()
    record_event("instruction.give", recorded, by=by, recorded_from=proof.form)
    _bring_back(recorded, by)
    return register(recorded, by=by)


@transaction.atomic
def register(
    instruction: Instruction, *, by: Seat, text: str | None = None, principal: bool | None = None
) -> Instruction:
    """Give it its number in the register; a transcript of pen strokes is checked by whoever registers."""
    fresh = locked(instruction)
    if text is not None and fresh.form == InstructionForm.PEN:
        fresh.text = fitting(text, _("批示内容"))
    if missing := before_registering(fresh):
        raise NotReady(missing)
    year = clock.today().year
    number = _next_number(fresh.office_id, year)
    changed = {
        "text": fresh.text,
        "principal": fresh.principal if principal is None else principal,
        "checked_by": by.label,
        "year": year,
        "number": number,
    }
    return move(fresh, REGISTER, by=by, also=changed, number=number)


def void(instruction: Instruction, *, by: Seat, words: str) -> Instruction:
    """Undo a wrong record, with a reason; its number stays taken."""
    return move(instruction, VOID, by=by, text=reason(words))


def _recorded(by: Seat, leader: Leader, proof: Proof, **said: Any) -> Instruction:
    return Instruction(
        office_id=by.office_id,
        seat=leader.seat,
        leader_name=stated(leader.name, _("批示领导"), 60),
        leader_post=stated(leader.post, _("职务"), 60),
        level=leader.level,
        principal=leader.principal,
        form=proof.form,
        scan=proof.scan,
        evidence=fitting(proof.evidence, _("依据（文号）"), 200),
        recorded_at=clock.now(),
        recorded_by=by.label,
        **said,
    )


def _paper(paper: Entry | Submission) -> dict[str, Entry | Submission]:
    return {"entry": paper} if isinstance(paper, Entry) else {"submission": paper}


def _offices_of(paper: Entry | Submission) -> tuple[int, ...]:
    """Return whose paper it is: who printed it, or who sent it and received it."""
    return (paper.issue.office_id,) if isinstance(paper, Entry) else (paper.sender_id, paper.receiver_id)


def _bring_back(recorded: Instruction, by: Seat) -> None:
    """Note that the paper on which he wrote came back."""
    if recorded.seat is None:
        return
    same = {"presentation__entry": recorded.entry_id, "presentation__submission": recorded.submission_id}
    for reader in Reader.objects.filter(seat=recorded.seat, office=recorded.office_id, **same):
        return_if_out(locked(reader), by=by)


def _next_number(office_pk: int, year: int) -> int:
    """Take the next number of the year; the row is locked until the registering is complete or undone."""
    Register.objects.get_or_create(office_id=office_pk, year=year)
    page = Register.objects.select_for_update().get(office_id=office_pk, year=year)
    page.last += 1
    page.save(update_fields=["last"])
    return page.last
