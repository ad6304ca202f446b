"""What follows a step about a commission: whoever is concerned hears of it."""

from collections.abc import Collection

from django.urls import reverse

from qianliyan.history.actors import Actor
from qianliyan.history.followups import FollowUp
from qianliyan.notices.actions import tell
from qianliyan.notices.models import NoticeKind
from qianliyan.offices.powers import Power
from qianliyan.offices.seats import seats_with
from qianliyan.planning.models import Addressee, Commission
from qianliyan.planning.states import WAITING


def tell_addressees(commission: Commission, _by: Actor) -> None:
    """Tell the officers of every unit that it is asked for something."""
    _tell(list(commission.addressees.values_list("office", flat=True)), NoticeKind.TO_DO, commission)


def tell_of_end(commission: Commission, _by: Actor) -> None:
    """Tell the units that had not answered that they need not any more; before it was sent out nobody knew of it."""
    if commission.issued_at is not None:
        waiting = commission.addressees.filter(state__in=WAITING)
        _tell(list(waiting.values_list("office", flat=True)), NoticeKind.NEWS, commission)


def tell_unit_to_answer(addressee: Addressee, _by: Actor) -> None:
    """Remind the unit's officers."""
    _tell([addressee.office_id], NoticeKind.TO_DO, addressee.commission)


def tell_unit_the_news(addressee: Addressee, _by: Actor) -> None:
    """Tell the unit's officers that they have more time."""
    _tell([addressee.office_id], NoticeKind.NEWS, addressee.commission)


FOLLOWUPS: dict[str, FollowUp] = {
    "commission.issue": tell_addressees,
    "commission.cancel": tell_of_end,
    "addressee.remind": tell_unit_to_answer,
    "addressee.extend": tell_unit_the_news,
}


def _tell(offices: Collection[int], kind: NoticeKind, commission: Commission) -> None:
    tell(seats_with(Power.DRAFT, offices), kind, url=reverse("planning:commission", args=[commission.uid]))
