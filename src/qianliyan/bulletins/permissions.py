"""Who composes, signs and publishes an issue."""

from typing import TYPE_CHECKING

from qianliyan.history.actors import Actor
from qianliyan.offices.powers import Power

if TYPE_CHECKING:
    from qianliyan.bulletins.models import Issue, PrintOrder, Publication, Recipient
    from qianliyan.offices.models import Seat

# Who signs for what arrives at an office.
RECEIVING = (Power.DRAFT, Power.CHECK, Power.REVIEW, Power.SIGN, Power.EDIT, Power.COMPOSE, Power.PRESENT)


def may_start(seat: "Seat", publication: "Publication") -> bool:
    """Those who compose the office's bulletins."""
    return seat.may_at(Power.COMPOSE, publication.office_id)


def may_compose(seat: "Seat", issue: "Issue") -> bool:
    """Those who compose the office's bulletins."""
    return seat.may_at(Power.COMPOSE, issue.office_id)


def may_sign_issue(seat: "Seat", issue: "Issue") -> bool:
    """Allow the signatory of the office's bulletins who neither composed the issue nor sent it for signing."""
    return seat.may_at(Power.SIGN_ISSUE, issue.office_id) and not has_composed(seat, issue)


def has_composed(seat: "Seat", issue: "Issue") -> bool:
    """Tell whether it is the person's own issue, from whichever seat he works now."""
    return seat.person_id in (issue.composer_id, issue.sent_by_id)


def may_typeset_again(seat: "Seat", order: "PrintOrder") -> bool:
    """Those who compose the office's bulletins."""
    return seat.may_at(Power.COMPOSE, order.issue.office_id)


def may_reprint(seat: "Seat", order: "PrintOrder") -> bool:
    """Allow the signatory of the issue, whose signature orders the reprint."""
    return may_sign_issue(seat, order.issue)


def may_read_proofs(seat: "Seat", issue: "Issue") -> bool:
    """Those who edit or compose in the issue's office."""
    return seat.may_at(Power.EDIT, issue.office_id) or seat.may_at(Power.COMPOSE, issue.office_id)


def may_print_to_read(seat: "Seat", issue: "Issue") -> bool:
    """Those who edit or compose in the issue's office, and whoever may sign it."""
    return may_read_proofs(seat, issue) or may_sign_issue(seat, issue)


def may_sign_for(seat: "Seat", recipient: "Recipient") -> bool:
    """Allow whoever works in the receiving office on information or papers; leaders never sign for anything."""
    return seat.at(recipient.office_id) and any(seat.may(power) for power in RECEIVING)


def by_system(actor: Actor, _thing: object) -> bool:
    """Only the machine itself, when it has made the file or could not."""
    return actor.seat_pk is None


def may_keep_lists(seat: "Seat") -> bool:
    """Those who compose the office's bulletins."""
    return seat.may(Power.COMPOSE)
