"""What follows at the desk and for the unit when a submission arrives or is decided about."""

from django.urls import reverse

from qianliyan.history.actors import Actor
from qianliyan.items.models import Submission
from qianliyan.notices.actions import tell
from qianliyan.notices.models import NoticeKind
from qianliyan.offices.models import Seat
from qianliyan.offices.powers import Power
from qianliyan.offices.seats import seats_with


def tell_editors(submission: Submission, _by: Actor) -> None:
    """Tell the receiving office's editors that something arrived."""
    place = f"{reverse('desk:queue')}?chosen={submission.uid}"
    tell(seats_with(Power.EDIT, [submission.receiver_id]), NoticeKind.TO_DO, url=place)


def tell_handler(submission: Submission, _by: Actor) -> None:
    """Tell whoever handles it, or all editors, that the unit took it back."""
    editors = seats_with(Power.EDIT, [submission.receiver_id])
    handlers = [seat for seat in editors if seat.person_id == submission.handler_id]
    tell(handlers or editors, NoticeKind.NEWS, url=reverse("desk:submission", args=[submission.uid]))


def tell_of_progress(submission: Submission, _by: Actor) -> None:
    """Tell the drafter that something came of it."""
    _tell_drafter(submission, NoticeKind.NEWS)


def tell_of_return(submission: Submission, _by: Actor) -> None:
    """Tell the drafter that it has to be revised."""
    _tell_drafter(submission, NoticeKind.TO_DO)


def tell_of_end(submission: Submission, _by: Actor) -> None:
    """Tell the drafter how it ended: adopted or not."""
    _tell_drafter(submission, NoticeKind.DONE)


def tell_of_recording(submission: Submission, _by: Actor) -> None:
    """Tell the unit that something was recorded on its behalf; it stands in its list, marked 代录."""
    _tell_drafter(submission, NoticeKind.NEWS)


FOLLOWUPS = {
    "submission.send": tell_editors,
    "submission.record": tell_of_recording,
    "submission.withdraw": tell_handler,
    "submission.take": tell_of_progress,
    "submission.return": tell_of_return,
    "submission.decline": tell_of_end,
    "submission.publish": tell_of_end,
}


def _tell_drafter(submission: Submission, kind: NoticeKind) -> None:
    tell(_drafter_seats(submission), kind, url=reverse("items:item", args=[submission.item.uid]))


def _drafter_seats(submission: Submission) -> list[Seat]:
    """Return the drafter's seats in the unit, or its other officers when he has left."""
    officers = seats_with(Power.DRAFT, [submission.sender_id])
    drafter = submission.item.drafter_id
    own = [seat for seat in officers if seat.person_id == drafter]
    return own or officers
