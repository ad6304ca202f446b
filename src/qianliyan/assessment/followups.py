"""Who is told when rules are published, a circular can be checked, and a review is asked for or answered."""

from django.urls import reverse

from qianliyan.assessment.models import Circular, Claim, Determination, ReviewRequest, Scheme
from qianliyan.history.actors import Actor
from qianliyan.history.followups import FollowUp
from qianliyan.notices.actions import tell
from qianliyan.notices.models import NoticeKind
from qianliyan.offices.powers import Power
from qianliyan.offices.seats import seats_with


def announce(scheme: Scheme, _by: Actor) -> None:
    """Tell the officers of every unit below that a scheme was published (公布)."""
    units = scheme.office.children.filter(closed_on=None).values_list("pk", flat=True)
    tell(seats_with(Power.DRAFT, list(units)), NoticeKind.NEWS, url=reverse("assessment:scheme", args=[scheme.uid]))


def open_for_checking(circular: Circular, _by: Actor) -> None:
    """Tell the officers of every unit that a circular can be checked (核分)."""
    units = circular.office.children.filter(closed_on=None).values_list("pk", flat=True)
    tell(
        seats_with(Power.DRAFT, list(units)), NoticeKind.TO_DO, url=reverse("assessment:circular", args=[circular.uid])
    )


def tell_assessors(review: ReviewRequest, _by: Actor) -> None:
    """Tell the assessors that a unit applied for review."""
    url = f"{reverse('assessment:circular', args=[review.circular.uid])}#reviews"
    tell(seats_with(Power.ASSESS, [review.circular.office_id]), NoticeKind.TO_DO, url=url)


def tell_unit(review: ReviewRequest, _by: Actor) -> None:
    """Tell the unit that its application was answered."""
    url = f"{reverse('assessment:circular', args=[review.circular.uid])}#reviews"
    tell(seats_with(Power.DRAFT, [review.unit_id]), NoticeKind.NEWS, url=url)


def tell_of_claim(made: Claim, _by: Actor) -> None:
    """Tell the assessors that a unit claims something."""
    tell(seats_with(Power.ASSESS, [made.office_id]), NoticeKind.TO_DO, url=reverse("assessment:claim", args=[made.uid]))


def tell_claimant(made: Claim, _by: Actor) -> None:
    """Tell the unit how its claim was decided."""
    tell(seats_with(Power.DRAFT, [made.unit_id]), NoticeKind.DONE, url=reverse("assessment:claim", args=[made.uid]))


def ask_unit(matter: Determination, _by: Actor) -> None:
    """Ask the unit to state its side."""
    tell(seats_with(Power.DRAFT, [matter.unit_id]), NoticeKind.TO_DO, url=_page(matter))


def tell_of_statement(matter: Determination, _by: Actor) -> None:
    """Tell the assessors that the unit has spoken."""
    tell(seats_with(Power.ASSESS, [matter.office_id]), NoticeKind.TO_DO, url=_page(matter))


def tell_of_decision(matter: Determination, _by: Actor) -> None:
    """Tell the unit what was determined."""
    tell(seats_with(Power.DRAFT, [matter.unit_id]), NoticeKind.DONE, url=_page(matter))


def _page(matter: Determination) -> str:
    return reverse("assessment:matter", args=[matter.uid])


FOLLOWUPS: dict[str, FollowUp] = {
    "scheme.publish": announce,
    "circular.open_check": open_for_checking,
    "review.ask": tell_assessors,
    "review.correct": tell_unit,
    "review.uphold": tell_unit,
    "claim.make": tell_of_claim,
    "claim.accept": tell_claimant,
    "claim.decline": tell_claimant,
    "determination.open": ask_unit,
    "determination.state": tell_of_statement,
    "determination.determine": tell_of_decision,
    "determination.drop": tell_of_decision,
}
