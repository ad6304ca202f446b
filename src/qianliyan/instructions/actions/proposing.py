"""Proposing (拟办) and deciding (审定): by the secretary-general or the leader in charge, on screen or on paper."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from qianliyan.core import clock
from qianliyan.core.errors import Unreadable
from qianliyan.files.models import File
from qianliyan.history.workflow import locked, move
from qianliyan.instructions.actions.forwarding import refuse_others
from qianliyan.instructions.actions.words import fitting, reason, stated
from qianliyan.instructions.models import Instruction, Proposal
from qianliyan.instructions.models.instruction import Verdict
from qianliyan.instructions.states import DECIDE, FILE_AWAY, PROPOSE, RECORD_DECISION, RETURN_PROPOSAL
from qianliyan.offices.models import Office, Seat
from qianliyan.offices.powers import Power


@transaction.atomic
def propose(
    instruction: Instruction,
    *,
    by: Seat,
    text: str,
    units: Sequence[Office] = (),
    supervise: bool = False,
    due_on: date | None = None,
    decider: Seat | None = None,
) -> Proposal:
    """Propose what to do and by which units, the first in the lead.

    It goes to the secretary-general, or to the leader in charge who is named.
    """
    words = stated(text, _("拟办意见"))
    _refuse_impossible(instruction, due_on, decider)
    refuse_others(by, units)
    move(instruction, PROPOSE, by=by, text=words, also={"proposer": by.person, "decider": decider})
    proposal = Proposal.objects.create(
        instruction=instruction,
        text=words,
        lead=units[0] if units else None,
        supervise=supervise,
        due_on=due_on,
        proposed_by=by.label,
        proposed_at=clock.now(),
    )
    proposal.units.set(units[1:])
    return proposal


def _refuse_impossible(instruction: Instruction, due_on: date | None, decider: Seat | None) -> None:
    if due_on and due_on < clock.today():
        raise Unreadable(_("办结时限不能早于今天。"))
    if decider and not decider.may_at(Power.READ, instruction.office_id):
        raise Unreadable(_("%(name)s不是本单位的领导，不能请其审定。") % {"name": decider.person.name})


@transaction.atomic
def decide(instruction: Instruction, *, by: Seat, remark: str = "") -> Instruction:
    """Agree with what is proposed, with a remark or without."""
    words = fitting(remark, _("审定意见"), 500)
    decided = move(instruction, DECIDE, by=by, text=words)
    _close_proposal(decided, Verdict.APPROVED, by.label, words)
    return decided


@transaction.atomic
def return_proposal(instruction: Instruction, *, by: Seat, words: str) -> Instruction:
    """Want another proposal, with a reason."""
    told = reason(words)
    returned = move(instruction, RETURN_PROPOSAL, by=by, text=told)
    _close_proposal(returned, Verdict.RETURNED, by.label, told)
    return returned


@transaction.atomic
def record_decision(
    instruction: Instruction, *, by: Seat, who: str, remark: str = "", sheet: File | None = None
) -> Instruction:
    """Record what was decided on the printed sheet, by whom, with its photo."""
    name, words = stated(who, _("审定人"), 60), fitting(remark, _("审定意见"), 500)
    if sheet is None:
        raise Unreadable(_("请附上审定后的登记（处理）单照片。"))
    decided = move(instruction, RECORD_DECISION, by=by, recorded_from="paper", text=words, who=name)
    _close_proposal(decided, Verdict.APPROVED, name, words, sheet)
    return decided


def file_away(instruction: Instruction, *, by: Seat, words: str) -> Instruction:
    """Close what asks for nothing (存查), with a reason."""
    told = reason(words)
    return move(instruction, FILE_AWAY, by=by, text=told, also={"closed_on": clock.today(), "outcome": told})


def _close_proposal(
    instruction: Instruction, verdict: Verdict, who: str, remark: str, sheet: File | None = None
) -> None:
    proposal = locked(Proposal.objects.get(instruction=instruction, verdict=Verdict.OPEN))
    proposal.verdict, proposal.decided_by, proposal.decided_at = verdict, who, clock.now()
    proposal.remark, proposal.sheet = remark, sheet
    proposal.save(update_fields=["verdict", "decided_by", "decided_at", "remark", "sheet"])
