"""Rows of the assessment in any state, for the test that walks every step and every state."""

from qianliyan.accounts.models import Person
from qianliyan.assessment.models import (
    Calculation,
    Circular,
    Claim,
    Comment,
    Determination,
    Period,
    ReviewRequest,
    Scheme,
)
from qianliyan.core import clock
from qianliyan.desk.models import Draft
from qianliyan.files.actions import keep
from qianliyan.files.content import GZIP
from qianliyan.history.actors import SYSTEM


def scheme_in(world, seat, state):
    published = {"published_at": clock.now()} if state == "published" else {}
    text = {"title": "办法", "source": "", "valid_from": clock.today(), "written_by": ""}
    return Scheme.objects.create(office=seat.office, number=1, state=state, **text, **published)


def calculation_in(world, seat, state):
    return calculation_of(seat.office, state)


def calculation_of(office, state="done"):
    days = {"first": clock.today(), "last": clock.today()}
    file = keep(b"\x1f\x8b", "1.gz", allowed=(GZIP,), by=SYSTEM)
    return Calculation.objects.create(
        office=office, label="2026", state=state, file=file, source="", ordered_by="", **days
    )


def period_in(world, seat, state):
    closed = {"closing": calculation_of(seat.office), "closed_at": clock.now()} if state == "closed" else {}
    return Period.objects.create(office=seat.office, label="2026", state=state, **closed)


def circular_in(world, seat, state):
    given = {"check_until": clock.today()} if state == "checking" else {}
    given |= {"draft": draft_of(seat.office)} if state == "issued" else {}
    made = calculation_of(seat.office)
    return Circular.objects.create(office=seat.office, label="2026", calculation=made, state=state, title="题", **given)


def review_in(world, seat, state):
    answered = {} if state == "open" else {"answer": "答"}
    circular = circular_in(world, seat, "checking")
    return ReviewRequest.objects.create(circular=circular, unit=seat.office, state=state, line="行", **answered)


def claim_in(world, seat, state):
    granted = {"granted": 1} if state == "accepted" else {}
    both = {"office": seat.office, "unit": seat.office}
    return Claim.objects.create(state=state, title="题", on=clock.today(), asked=1, evidence="据", **both, **granted)


def comment_in(world, seat, state):
    whose = {"office": seat.office, "unit": seat.office, "person": world.seats["officer"].person}
    return Comment.objects.create(state=state, year=2026, text="好", **whose)


def determination_in(world, seat, state):
    decided = {} if state in {"opened", "stated"} else {"decided_on": clock.today()}
    text = {"fault": "late", "matter": "事", "happened_on": clock.today(), "statement_until": clock.today()}
    return Determination.objects.create(office=seat.office, unit=seat.office, state=state, **text, **decided)


def draft_of(office):
    own = {"office": office, "editor": Person.objects.first()}
    return Draft.objects.create(title="题", kind="ordinary", form="single", **own)


def beside(step, thing):
    """What a step of the assessment changes beside the state."""
    if step.verb == "circular.issue":
        return {"draft": thing.draft or draft_of(thing.office)}
    if step.verb == "period.close":
        return {"closing": calculation_of(thing.office), "closed_at": clock.now()}
    return {
        "scheme.publish": {"published_at": clock.now()},
        "circular.open_check": {"check_until": clock.today()},
        "review.correct": {"answer": "答"},
        "review.uphold": {"answer": "答"},
        "claim.accept": {"granted": 1},
        "determination.determine": {"decided_on": clock.today()},
        "determination.drop": {"decided_on": clock.today()},
    }.get(step.verb, {})
