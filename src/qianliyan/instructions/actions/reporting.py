"""What a unit does with an instruction that was forwarded to it: sign for it, ask for time, report."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, Unreadable, WrongState
from qianliyan.files.models import File
from qianliyan.history.actors import SYSTEM
from qianliyan.history.trail import record
from qianliyan.history.workflow import locked, move
from qianliyan.instructions.actions.forwarding import settle
from qianliyan.instructions.actions.words import stated
from qianliyan.instructions.models import Extension, Forwarding, HandlingReport
from qianliyan.instructions.models.following import Answer
from qianliyan.instructions.permissions import may_answer
from qianliyan.instructions.states import RECORD_REPORT, REPORT, SIGN_FOR, WITH_UNIT
from qianliyan.offices.models import Seat


def sign_for(forwarding: Forwarding, *, by: Seat) -> Forwarding:
    """Sign for it (签收)."""
    return move(forwarding, SIGN_FOR, by=by, also={"signed_for_at": clock.now()})


@transaction.atomic
def report(forwarding: Forwarding, *, by: Seat, text: str, file: File | None = None) -> HandlingReport:
    """Report what was done; with the last unit's report the instruction waits to be closed."""
    words = stated(text, _("办理情况"))
    instruction = locked(forwarding.instruction)
    reported = move(forwarding, REPORT, by=by, also={"reported_at": clock.now()})
    kept = _kept(reported, words, file, by)
    settle(instruction, by=SYSTEM)
    return kept


@transaction.atomic
def record_report(
    forwarding: Forwarding, *, by: Seat, text: str, recorded_from: str, file: File | None = None
) -> HandlingReport:
    """Record what the unit reported by telephone, on paper or otherwise (代录)."""
    words = stated(text, _("办理情况"))
    instruction = locked(forwarding.instruction)
    moment = {"reported_at": clock.now()}
    reported = move(forwarding, RECORD_REPORT, by=by, recorded_from=recorded_from, also=moment)
    kept = _kept(reported, words, file, by, recorded_from)
    settle(instruction, by=SYSTEM)
    return kept


@transaction.atomic
def ask_extension(forwarding: Forwarding, *, by: Seat, until: date, reason: str) -> Extension:
    """Ask for more time, once until it is answered."""
    fresh = locked(forwarding)
    if not may_answer(by, fresh):
        raise NotAllowed(_("申请延期"))
    if fresh.state not in WITH_UNIT:
        raise WrongState(_("申请延期"), fresh.get_state_display())
    if until <= max(fresh.due_on, clock.today()):
        raise Unreadable(_("延期的日期要晚于原定时限，也要晚于今天。"))
    if fresh.extensions.filter(answer=Answer.OPEN).exists():
        raise Unreadable(_("已经申请延期，请等转办单位答复。"))
    words = stated(reason, _("延期理由"), 500)
    asked = Extension.objects.create(
        forwarding=fresh, until=until, reason=words, asked_by=by.label, asked_at=clock.now()
    )
    record("forwarding.ask_extension", fresh, by=by, text=words, until=until.isoformat())
    return asked


def _kept(forwarding: Forwarding, text: str, file: File | None, by: Seat, recorded_from: str = "") -> HandlingReport:
    return HandlingReport.objects.create(
        instruction_id=forwarding.instruction_id,
        forwarding=forwarding,
        text=text,
        file=file,
        recorded_from=recorded_from,
        by=by.label,
        at=clock.now(),
    )
