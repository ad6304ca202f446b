"""Who composes, signs and publishes an issue."""

from typing import TYPE_CHECKING

from qianliyan.offices.powers import Power

if TYPE_CHECKING:
    from qianliyan.bulletins.models import Issue, Publication
    from qianliyan.offices.models import Seat


def may_start(seat: "Seat", publication: "Publication") -> bool:
    """Those who compose the office's bulletins."""
    return seat.may_at(Power.COMPOSE, publication.office_id)


def may_compose(seat: "Seat", issue: "Issue") -> bool:
    """Those who compose the office's bulletins."""
    return seat.may_at(Power.COMPOSE, issue.office_id)


def may_sign_issue(seat: "Seat", issue: "Issue") -> bool:
    """The signatory of the office's bulletins, who is somebody else than the composer."""
    return seat.may_at(Power.SIGN_ISSUE, issue.office_id) and seat.person_id != issue.composer_id
