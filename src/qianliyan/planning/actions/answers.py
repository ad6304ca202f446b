"""What an addressed unit does with a commission: signs for it, answers it, has nothing to report."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from qianliyan.core import clock
from qianliyan.core.errors import Unreadable, WrongState
from qianliyan.history.actors import SYSTEM
from qianliyan.history.workflow import locked, move
from qianliyan.offices.models import Office, Seat
from qianliyan.planning.models import Addressee, Commission
from qianliyan.planning.states import (
    ANSWER,
    OPEN_AGAIN,
    REPORT_NOTHING,
    SIGN_FOR,
    AddresseeState,
    CommissionState,
)

LONGEST_REMARK = 500


@transaction.atomic
def sign_for(addressee: Addressee, *, by: Seat) -> Addressee:
    """Confirm that the unit has read what it is asked."""
    _refuse_ended(addressee, SIGN_FOR.label)
    return move(addressee, SIGN_FOR, by=by, also={"signed_for_at": clock.now()})


@transaction.atomic
def report_nothing(addressee: Addressee, *, by: Seat, remark: str = "") -> Addressee:
    """Answer that there is nothing of the kind (无此类情况)."""
    _refuse_ended(addressee, REPORT_NOTHING.label)
    words = _fitting(remark)
    return move(addressee, REPORT_NOTHING, by=by, text=words, also={"answered_at": clock.now(), "remark": words})


@transaction.atomic
def record_nothing(addressee: Addressee, *, by: Seat, remark: str, recorded_from: str = "phone") -> Addressee:
    """Record on behalf of the unit that it has nothing to report, as heard by telephone or read on paper."""
    _refuse_ended(addressee, REPORT_NOTHING.label)
    words = _fitting(remark)
    if not words:
        raise Unreadable(_("请写明是谁答复的，例如“青石县政府办石小禾电话答复”。"))
    also = {"answered_at": clock.now(), "remark": words}
    return move(addressee, REPORT_NOTHING, by=by, recorded_from=recorded_from, text=words, also=also)


@transaction.atomic
def answer(commission: Commission, office: Office, *, by: Seat, at: datetime) -> Addressee | None:
    """Note that the unit has sent something for the commission; the first time counts, and a closed one still learns.

    `at` is when it was sent, which for what came on paper lies before its recording.

    Return nothing when the unit was not asked, or has answered before.
    """
    asked = Addressee.objects.filter(commission=commission, office=office).first()
    if asked is None or asked.state not in ANSWER.sources or commission.state not in _HEARD:
        return None
    return move(asked, ANSWER, by=by, also={"answered_at": at})


@transaction.atomic
def open_again(commission: Commission, office: Office) -> Addressee | None:
    """Ask the unit again, because everything it had sent was returned or withdrawn."""
    asked = Addressee.objects.filter(commission=commission, office=office, state=AddresseeState.ANSWERED).first()
    return move(asked, OPEN_AGAIN, by=SYSTEM, also={"answered_at": None}) if asked else None


_HEARD = (CommissionState.ISSUED, CommissionState.CLOSED)


def _refuse_ended(addressee: Addressee, step: object) -> None:
    commission = locked(addressee.commission)
    if commission.state != CommissionState.ISSUED:
        raise WrongState(str(step), commission.get_state_display())


def _fitting(remark: str) -> str:
    words = remark.strip()
    if len(words) > LONGEST_REMARK:
        raise Unreadable(_("说明请不超过%(most)d字。") % {"most": LONGEST_REMARK})
    return words
