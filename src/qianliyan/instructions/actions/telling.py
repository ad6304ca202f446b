"""What the sources are told (告知来源): a person decides each time; the trail of every office behind shows it."""

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, Unreadable, WrongState
from qianliyan.history.trail import record
from qianliyan.history.workflow import locked
from qianliyan.instructions.actions.words import stated
from qianliyan.instructions.models import Instruction, Telling
from qianliyan.instructions.models.telling import ORDER, Depth
from qianliyan.instructions.permissions import may_tell
from qianliyan.instructions.queries.sources import Origin, origins_of
from qianliyan.instructions.states import IN_FORCE
from qianliyan.offices.models import Seat


@transaction.atomic
def tell_sources(instruction: Instruction, *, by: Seat, depth: str, excerpt: str = "") -> list[Telling]:
    """Tell every office behind the paper, through all levels, as much as this; what was told is never taken back."""
    fresh = locked(instruction)
    if not may_tell(by, fresh):
        raise NotAllowed(_("告知来源单位"))
    if fresh.state not in IN_FORCE:
        raise WrongState(_("告知来源单位"), fresh.get_state_display())
    text = _text(fresh, Depth(depth), excerpt)
    _only_more(fresh, depth)
    known = {(one.submission_id, one.office_id): one for one in fresh.tellings.filter(depth=depth)}
    _refuse_other_words(known.values(), text)
    origins = origins_of(fresh)
    return [known.get((one.submission_pk, one.office_pk)) or _tell(fresh, one, by, depth, text) for one in origins]


def _text(instruction: Instruction, depth: Depth, excerpt: str) -> str:
    if depth == Depth.FULL:
        return instruction.text
    return stated(excerpt, _("摘要"), 500) if depth == Depth.EXCERPT else ""


def _only_more(instruction: Instruction, depth: str) -> None:
    told = instruction.tellings.values_list("depth", flat=True)
    if any(ORDER.index(before) > ORDER.index(depth) for before in told):
        raise Unreadable(_("来源单位已经知道得更多，告知不能收回。"))


def _refuse_other_words(known: Iterable[Telling], text: str) -> None:
    """Refuse to say it in other words: what a source has read is never exchanged behind its back."""
    if any(telling.text != text for telling in known):
        raise Unreadable(_("摘要已经告知，不能再换。要让来源单位知道得更多，请选“全文告知”。"))


def _tell(instruction: Instruction, origin: Origin, by: Seat, depth: str, text: str) -> Telling:
    decided = {"depth": depth, "text": text, "level": instruction.level, "decided_by": by.label}
    telling, _new = Telling.objects.update_or_create(
        instruction=instruction,
        submission_id=origin.submission_pk,
        office_id=origin.office_pk,
        defaults={**decided, "decided_at": clock.now()},
    )
    if depth == Depth.NOTHING:
        record("telling.hold", telling, by=by)
    else:
        record("telling.tell", telling, by=by, text=text, level=instruction.level)
    return telling
