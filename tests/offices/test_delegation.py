from datetime import timedelta

import pytest

from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, Unreadable
from qianliyan.history.actors import SYSTEM
from qianliyan.items.models import Item
from qianliyan.offices import actions
from qianliyan.offices.audiences import may_see
from qianliyan.offices.models.seat import SeatKind
from qianliyan.offices.seats import seats_of


def days(count):
    return clock.today() + timedelta(days=count)


def delegate(own, to, *, since=0, until=7, by=None):
    return actions.delegate(
        own, to.person, kind=SeatKind.DELEGATED, since=days(since), until=days(until), basis="书面授权", by=by or own
    )


def test_a_delegate_sits_in_the_post_for_the_time_given(signatory, reviewer):
    acting = delegate(signatory, reviewer)

    assert acting in seats_of(reviewer.person_id)
    assert acting.label == "青石县政府办 主任 岳川（授权代签）"
    assert acting.post == signatory.post


def test_a_delegation_ends_by_itself(signatory, reviewer):
    acting = delegate(signatory, reviewer, until=0)

    with clock.at(clock.now() + timedelta(days=1)):
        assert acting not in seats_of(reviewer.person_id)


def test_a_delegation_can_be_taken_back_at_once(signatory, reviewer):
    acting = delegate(signatory, reviewer)

    actions.withdraw_delegation(acting, by=signatory)

    assert acting not in seats_of(reviewer.person_id)


@pytest.mark.parametrize("by", ["reviewer", "officer"])
def test_only_the_holder_may_delegate(world, signatory, reviewer, by):
    with pytest.raises(NotAllowed):
        delegate(signatory, reviewer, by=world.seats[by])


def test_nobody_delegates_to_himself_or_onwards(signatory, reviewer, officer):
    acting = delegate(signatory, reviewer)

    with pytest.raises(NotAllowed):
        delegate(signatory, signatory)
    with pytest.raises(NotAllowed):
        delegate(acting, officer)


def test_a_term_that_is_over_is_refused(signatory, reviewer):
    with pytest.raises(Unreadable, match="期限"):
        delegate(signatory, reviewer, since=-5, until=-1)


def test_leaving_a_post_ends_what_was_delegated_from_it(signatory, reviewer):
    acting = delegate(signatory, reviewer)

    actions.leave(signatory, on=days(-1), by=SYSTEM)

    assert acting not in seats_of(reviewer.person_id)


def test_a_delegate_sees_what_the_holder_sees(world, signatory):
    colleague = world.seat("clerk", "auditor", world.county, "石文")
    item = Item.objects.create(office=world.county, drafter=world.seats["officer"].person, title="x")
    assert not may_see(colleague, item)

    assert may_see(delegate(signatory, colleague), item)


def test_a_post_is_delegated_to_colleagues_only(signatory, outsider):
    with pytest.raises(Unreadable, match="本单位"):
        delegate(signatory, outsider)
