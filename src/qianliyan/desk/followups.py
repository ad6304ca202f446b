"""What follows at the desk and for the unit when a submission arrives or is decided about."""

from django.urls import reverse

from qianliyan.core.links import page_of
from qianliyan.desk.actions.allotment import allot_by_line
from qianliyan.desk.actions.upward import tell_sent_up
from qianliyan.desk.models import Digest, Mail, Opinion
from qianliyan.history.actors import Actor
from qianliyan.items.models import Submission
from qianliyan.items.queries import whose
from qianliyan.notices.actions import tell
from qianliyan.notices.models import NoticeKind
from qianliyan.offices.models import Seat
from qianliyan.offices.powers import Power
from qianliyan.offices.seats import seats_with


def receive(submission: Submission, by: Actor) -> None:
    """Allot what arrived by the section's lines and tell its editor, else all of them; never whoever entered it."""
    allotted = allot_by_line(submission)
    editors = [allotted] if allotted else seats_with(Power.EDIT, [submission.receiver_id])
    others = [seat for seat in editors if seat.person_id != by.person_pk]
    tell(others, NoticeKind.TO_DO, url=f"{reverse('desk:queue')}?chosen={submission.uid}")


def tell_editor(submission: Submission, by: Actor) -> None:
    """Tell an editor what a colleague gave him; of what his line brings he hears on arrival."""
    editors = seats_with(Power.EDIT, [submission.receiver_id]) if by.person_pk else []
    given = [seat for seat in editors if seat.person_id == submission.handler_id != by.person_pk]
    tell(given, NoticeKind.TO_DO, url=f"{reverse('desk:queue')}?chosen={submission.uid}")


def tell_of_expiry(submission: Submission, _by: Actor) -> None:
    """Tell whoever put it into reserve, or all editors, that its time ran out."""
    _tell_handler(submission, NoticeKind.TO_DO)


def tell_handler(submission: Submission, _by: Actor) -> None:
    """Tell whoever handles it, or all editors, that the unit took it back."""
    _tell_handler(submission, NoticeKind.NEWS)


def tell_of_progress(submission: Submission, _by: Actor) -> None:
    """Tell the drafter that something came of it."""
    _tell_drafter(submission, NoticeKind.NEWS)


def tell_of_return(submission: Submission, _by: Actor) -> None:
    """Tell the drafter that it has to be revised."""
    _tell_drafter(submission, NoticeKind.TO_DO)


def tell_of_end(submission: Submission, _by: Actor) -> None:
    """Tell the drafter how it ended: adopted or not."""
    _tell_drafter(submission, NoticeKind.DONE)


def tell_of_question(submission: Submission, _by: Actor) -> None:
    """Tell the drafter that the office above asks for more."""
    _tell_drafter(submission, NoticeKind.TO_DO)


def tell_of_answer(submission: Submission, by: Actor) -> None:
    """Tell whoever handles it that the unit answered; what he recorded himself he knows."""
    if by.office_pk != submission.receiver_id:
        _tell_handler(submission, NoticeKind.NEWS)


def tell_of_digest(digest: Digest, _by: Actor) -> None:
    """Tell the unit's officers what of last month's was not adopted."""
    tell(seats_with(Power.DRAFT, [digest.sender_id]), NoticeKind.NEWS, url=page_of("desk:digest", digest.uid))


def receive_recorded(submission: Submission, by: Actor) -> None:
    """Tell the unit that something was recorded on its behalf; it stands in its list, marked 代录."""
    _tell_drafter(submission, NoticeKind.NEWS)
    receive(submission, by)


def tell_of_letter(mail: Mail, _by: Actor) -> None:
    """Tell the editors that a letter waits for somebody to say whose it is."""
    tell(seats_with(Power.EDIT, [mail.office_id]), NoticeKind.TO_DO, url=reverse("desk:mail"))


def after_sending(submission: Submission, by: Actor) -> None:
    """Receive it at the office above, and tell everybody whose work was sent up with it."""
    receive(submission, by)
    tell_sent_up(submission, by)


def tell_asked(opinion: Opinion, by: Actor) -> None:
    """Tell the person, or the unit's officers, that an opinion is asked for."""
    _tell_asked(opinion, by, NoticeKind.TO_DO, page_of("desk:opinion", opinion.uid))


def tell_withdrawn(opinion: Opinion, by: Actor) -> None:
    """Tell them that it was taken back; they see it no more."""
    _tell_asked(opinion, by, NoticeKind.NEWS, reverse("desk:opinions"))


def tell_asker(opinion: Opinion, by: Actor) -> None:
    """Tell the draft's editor and whoever asked that an opinion came in, or that its day passed."""
    editors = seats_with(Power.EDIT, [opinion.draft.office_id])
    wanted = {opinion.draft.editor_id, opinion.asked_by.person_id} - {by.person_pk}
    page = f"{page_of('desk:draft', opinion.draft.uid)}#opinions"
    tell([seat for seat in editors if seat.person_id in wanted], NoticeKind.NEWS, url=page)


FOLLOWUPS = {
    "opinion.ask": tell_asked,
    "opinion.withdraw": tell_withdrawn,
    "opinion.give": tell_asker,
    "opinion.record": tell_asker,
    "opinion.lapse": tell_asker,
    "mail.set_aside": tell_of_letter,
    "submission.send": after_sending,
    "submission.deliver": tell_sent_up,
    "submission.report_up": tell_of_progress,
    "submission.adopt_above": tell_of_end,
    "submission.revoke_adoption": tell_of_progress,
    "submission.record": receive_recorded,
    "submission.allot": tell_editor,
    "submission.expire": tell_of_expiry,
    "submission.ask": tell_of_question,
    "submission.answer": tell_of_answer,
    "digest.make": tell_of_digest,
    "submission.withdraw": tell_handler,
    "submission.take": tell_of_progress,
    "submission.return": tell_of_return,
    "submission.decline": tell_of_end,
    "submission.publish": tell_of_end,
}


def _tell_asked(opinion: Opinion, by: Actor, kind: NoticeKind, url: str) -> None:
    """Ring where they sit; nobody rings himself, and never a leader."""
    powers = (Power.DRAFT,) if opinion.person_id is None else tuple(Power)
    seats = [seat for power in powers for seat in seats_with(power, [opinion.office_id])]
    wanted = [seat for seat in seats if opinion.person_id in (None, seat.person_id) and seat.person_id != by.person_pk]
    tell([seat for seat in dict.fromkeys(wanted) if not seat.may(Power.READ)], kind, url=url)


def _tell_handler(submission: Submission, kind: NoticeKind) -> None:
    editors = seats_with(Power.EDIT, [submission.receiver_id])
    handlers = [seat for seat in editors if seat.person_id == submission.handler_id]
    tell(handlers or editors, kind, url=page_of("desk:submission", submission.uid))


def _tell_drafter(submission: Submission, kind: NoticeKind) -> None:
    uid, drafter = whose(submission.item_id)
    tell(_drafter_seats(submission, drafter), kind, url=page_of("items:item", uid))


def _drafter_seats(submission: Submission, drafter: int | None) -> list[Seat]:
    """Return the drafter's seats in the unit, or its other officers when he has left."""
    officers = seats_with(Power.DRAFT, [submission.sender_id])
    own = [seat for seat in officers if seat.person_id == drafter]
    return own or officers
