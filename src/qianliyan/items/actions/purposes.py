"""What an item is for: the commission it answers, the key task it reports on. Not part of what is signed."""

from django.db import transaction
from django.utils.translation import gettext as _

from qianliyan.core.errors import NotAllowed, Unreadable, WrongState
from qianliyan.history.trail import record
from qianliyan.history.workflow import locked
from qianliyan.items.models import Item
from qianliyan.items.permissions import may_write
from qianliyan.items.states import ItemState
from qianliyan.offices.audiences import may_see
from qianliyan.offices.models import Seat
from qianliyan.planning.actions.answers import sign_for
from qianliyan.planning.models import Commission, KeyTask
from qianliyan.planning.states import AddresseeState, CommissionState

OPEN = (ItemState.DRAFTING, ItemState.IN_REVIEW, ItemState.SIGNED)


@transaction.atomic
def serve(item: Item, *, by: Seat, commission: Commission | None, key_task: KeyTask | None) -> Item:
    """Say what the item is for, until it is sent; it can be said before and after the text is signed."""
    fresh = locked(item)
    if fresh.state not in OPEN:
        raise WrongState(_("选报送需求"), fresh.get_state_display())
    if not may_write(by, fresh):
        raise NotAllowed(_("选报送需求"))
    refuse_strange_purpose(by, commission, key_task)
    fresh.commission, fresh.key_task = commission, key_task
    fresh.save(update_fields=["commission", "key_task"])
    begin_answer(commission, by)
    record("item.serve", fresh, by=by, commission=str(commission or ""), key_task=str(key_task or ""))
    return fresh


def begin_answer(commission: Commission | None, by: Seat) -> None:
    """Sign for the commission with the first line written for it, unless the unit has done so."""
    if commission is not None and commission.state == CommissionState.ISSUED:
        pending = commission.addressees.filter(office=by.office_id, state=AddresseeState.PENDING).first()
        if pending is not None:
            sign_for(pending, by=by)


def refuse_strange_purpose(by: Seat, commission: Commission | None, key_task: KeyTask | None) -> None:
    """Refuse a commission that the unit was not given, and a task that it cannot see."""
    if commission is not None and not commission.addressees.filter(office=by.office_id).exists():
        raise Unreadable(_("这条约稿没有约本单位，请换一条或不选。"))
    if key_task is not None and not may_see(by, key_task):
        raise Unreadable(_("这项重点任务不是布置给本单位的，请换一项或不选。"))


def asked_of(commission: Commission | None) -> dict[str, str]:
    """Return the kind and form that a commission asks for."""
    wanted = {"kind": commission.kind, "form": commission.form} if commission else {}
    return {name: value for name, value in wanted.items() if value}
