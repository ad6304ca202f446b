"""What the office that asks says to a unit meanwhile: it reminds, telephones, gives more time; each leaves a line."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, Unreadable, WrongState
from qianliyan.history.trail import record
from qianliyan.history.workflow import locked
from qianliyan.offices.models import Seat
from qianliyan.planning.models import Addressee, Contact
from qianliyan.planning.models.commission import ContactKind
from qianliyan.planning.permissions import may_deal_with
from qianliyan.planning.states import CommissionState

LONGEST_WORDS = 500


@transaction.atomic
def remind(addressee: Addressee, *, by: Seat, said: str = "") -> Contact:
    """Remind a unit that has not answered (催办); its officers get a notice."""
    fresh = _waiting(addressee, by, _("催办"))
    contact = _noted(fresh, ContactKind.REMINDER, by, said=said)
    record("addressee.remind", fresh, by=by, text=contact.said, office=fresh.office.short_name)
    return contact


def remind_all(addressees: Iterable[Addressee], *, by: Seat, said: str = "") -> int:
    """Remind every one of these units that has not answered, and say how many."""
    waiting = [one for one in addressees if one.waits]
    for addressee in waiting:
        remind(addressee, by=by, said=said)
    return len(waiting)


@transaction.atomic
def note_call(addressee: Addressee, *, by: Seat, spoken_to: str, said: str) -> Contact:
    """Enter a telephone call: whom one spoke to, and what he said."""
    if not (spoken_to.strip() and said.strip()):
        raise Unreadable(_("请写明和谁通的电话、说了什么。"))
    fresh = _permitted(addressee, by, _("登记电话"))
    contact = _noted(fresh, ContactKind.CALL, by, spoken_to=spoken_to.strip()[:60], said=said)
    record("addressee.note_call", fresh, by=by, text=contact.said, office=fresh.office.short_name)
    return contact


@transaction.atomic
def extend(addressee: Addressee, *, by: Seat, due_at: datetime, reason: str) -> Contact:
    """Give one unit more time, with the reason."""
    if not reason.strip():
        raise Unreadable(_("请写明延期的理由。"))
    fresh = _waiting(addressee, by, _("延期"))
    if due_at <= fresh.due_at:
        raise Unreadable(_("新的期限要晚于原来的期限。"))
    fresh.due_at = due_at
    fresh.save(update_fields=["due_at"])
    contact = _noted(fresh, ContactKind.EXTENSION, by, said=reason, due_at=due_at)
    record("addressee.extend", fresh, by=by, text=contact.said, office=fresh.office.short_name)
    return contact


def _noted(addressee: Addressee, kind: ContactKind, by: Seat, *, said: str, **fields: Any) -> Contact:
    words = said.strip()
    if len(words) > LONGEST_WORDS:
        raise Unreadable(_("请不超过%(most)d字。") % {"most": LONGEST_WORDS})
    return Contact.objects.create(addressee=addressee, kind=kind, said=words, seat=by, at=clock.now(), **fields)


def _waiting(addressee: Addressee, by: Seat, step: str) -> Addressee:
    fresh = _permitted(addressee, by, step)
    if not fresh.waits:
        raise WrongState(step, fresh.get_state_display())
    return fresh


def _permitted(addressee: Addressee, by: Seat, step: str) -> Addressee:
    fresh = locked(addressee)
    if not may_deal_with(by, fresh):
        raise NotAllowed(step)
    if fresh.commission.state != CommissionState.ISSUED:
        raise WrongState(step, fresh.commission.get_state_display())
    return fresh
