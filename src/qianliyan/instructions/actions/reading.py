"""What a leader does on his reading page: circle, instruct, keep his own phrases. Opening a page leaves no trace."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from qianliyan.configuration.values import value
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, Unreadable, WrongState
from qianliyan.files.actions import keep
from qianliyan.files.content import PNG
from qianliyan.history.trail import record
from qianliyan.history.workflow import locked
from qianliyan.instructions.actions.presenting import return_if_out
from qianliyan.instructions.actions.words import fitting
from qianliyan.instructions.models import Circle, Instruction, Phrases, Reader
from qianliyan.instructions.models.instruction import InstructionForm
from qianliyan.instructions.permissions import is_read_by
from qianliyan.instructions.settings import PRINCIPAL_POSTS
from qianliyan.instructions.states import ReaderState
from qianliyan.offices.models import Seat

LONGEST = 2000
MOST_PHRASES = 12
LONGEST_PHRASE = 60


@transaction.atomic
def circle(reader: Reader, *, by: Seat) -> Circle:
    """Circle the paper (圈阅); doing it again changes nothing, so a lost answer may be sent once more."""
    fresh = _lying(reader, by, _("圈阅"))
    drawn, new = Circle.objects.get_or_create(reader=fresh, defaults={"on": clock.today()})
    if new:
        record("circle.draw", drawn, by=by)
    return_if_out(fresh, by=by)
    return drawn


@transaction.atomic
def instruct(reader: Reader, *, by: Seat, text: str = "", strokes: bytes = b"", once: str = "") -> Instruction:
    """Take what the leader wrote, by keyboard or pen, for staff to register.

    `once` is the key under which his browser sends it until it has an answer: the same key again gives the same
    instruction and no second one.
    """
    fresh = _lying(reader, by, _("批示"))
    sent = Instruction.objects.filter(seat=fresh.seat, once=once[:64]).first() if once else None
    return sent or _given(fresh, by, fitting(text, _("批示"), LONGEST), strokes, once[:64])


@transaction.atomic
def set_phrases(*, by: Seat, lines: Sequence[str]) -> Phrases:
    """Keep the leader's own phrases in this order; none at all means the office's phrases."""
    words = list(dict.fromkeys(line.strip() for line in lines if line.strip()))
    if len(words) > MOST_PHRASES or any(len(line) > LONGEST_PHRASE for line in words):
        told = {"most": MOST_PHRASES, "long": LONGEST_PHRASE}
        raise Unreadable(_("常用批语请不超过%(most)d条，每条不超过%(long)d字。") % told)
    kept, _new = Phrases.objects.update_or_create(person=by.person, defaults={"lines": words})
    record("phrases.set", kept, by=by)
    return kept


def _lying(reader: Reader, by: Seat, step: str) -> Reader:
    """Return the row locked; refuse everybody but the leader to whom it was presented."""
    fresh = locked(reader)
    if not is_read_by(by, fresh):
        raise NotAllowed(step)
    if fresh.state not in (ReaderState.PRESENTED, ReaderState.BACK):
        raise WrongState(step, fresh.get_state_display())
    return fresh


def _given(reader: Reader, by: Seat, text: str, strokes: bytes, once: str) -> Instruction:
    if not text and not strokes:
        raise Unreadable(_("还没有写批示。只是看过，请按“圈阅”。"))
    paper = reader.presentation
    given = Instruction.objects.create(
        office_id=reader.office_id,
        entry_id=paper.entry_id,
        submission_id=paper.submission_id,
        seat=reader.seat,
        leader_name=reader.name,
        leader_post=reader.post,
        level=reader.seat.office.level,
        principal=reader.post in value(PRINCIPAL_POSTS, reader.seat.office),
        given_on=clock.today(),
        form=InstructionForm.PEN if strokes else InstructionForm.TYPED,
        text=text,
        strokes=keep(strokes, _("批示手迹.png"), allowed=(PNG,), by=by) if strokes else None,
        once=once,
        recorded_at=clock.now(),
        recorded_by=by.label,
    )
    record("instruction.give", given, by=by)
    return_if_out(reader, by=by)
    return given
