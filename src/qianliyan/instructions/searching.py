"""What of instructions can be found, and after which events it, or who may see it, has changed."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from qianliyan.history.actors import Actor
from qianliyan.history.workflow import Transition
from qianliyan.instructions import states
from qianliyan.instructions.models import Forwarding, Instruction
from qianliyan.instructions.states import InstructionState
from qianliyan.search.actions.putting import put
from qianliyan.search.sources import Document, Source, declare


def document(instruction: Instruction) -> Document | None:
    """Return who instructed what; a registration that was void is not found.

    Of the leader's name, the paper it is about and what came of it there stands nothing here: a unit that carries an
    instruction out is not told.
    """
    if instruction.state == InstructionState.VOID:
        return None
    return Document(
        title=f"{instruction.leader_post}批示",
        body="\n".join(filter(None, (instruction.text, instruction.number_text))),
        on=instruction.given_on,
        holder=instruction.office_id,
    )


def put_again(instruction: Instruction, _by: Actor) -> None:
    """Let the instruction be found as it is after the event."""
    put(instruction)


def put_forwarded(forwarding: Forwarding, _by: Actor) -> None:
    """Let those who got it find it, and those from whom it was taken back no more."""
    put(forwarding.instruction)


GIVEN = "instruction.give"
STEPS = {value.verb for value in vars(states).values() if isinstance(value, Transition)}
FOLLOWUPS = {
    **dict.fromkeys(sorted({GIVEN, *(verb for verb in STEPS if verb.startswith("instruction."))}), put_again),
    **dict.fromkeys(("forwarding.send", "forwarding.recall"), put_forwarded),
}


def _shown(instructions: QuerySet[Instruction]) -> QuerySet[Instruction]:
    return instructions.select_related("office")


INSTRUCTION = declare(
    Source("instruction", _("领导批示"), Instruction, document, lambda instructions: instructions, _shown)
)
