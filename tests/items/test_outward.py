"""An office above on another network: copied out field by field, as a Word file, and recorded as sent."""

from datetime import timedelta

import pytest
from django.urls import reverse
from tests import thread

from qianliyan.core import clock
from qianliyan.core.errors import NotReady, Unreadable
from qianliyan.items.actions import delivering, sending
from qianliyan.items.models import Item, Submission
from qianliyan.items.models.submission import Channel
from qianliyan.offices.models import Seat


@pytest.fixture
def outside(world):
    """The county's office above works elsewhere: nobody sits in it here."""
    Seat.objects.filter(office=world.city).update(ended_at=clock.now())
    return world


def test_what_nobody_here_can_receive_is_not_sent_but_handed_over_and_recorded(outside, officer):
    item = thread.signed_item(outside)

    with pytest.raises(Unreadable):
        sending.submit(item, by=officer, receiver=outside.city)
    at = clock.now()
    submission = delivering.deliver(item, by=officer, receiver=outside.city, channel=Channel.OTHER, at=at)

    assert (submission.channel, submission.sent_at, submission.recorded_by) == ("other", at, officer)
    assert (submission.title, submission.body) == (item.title, item.body)
    assert Item.objects.get().state == "submitted"


def test_it_is_handed_over_neither_before_it_was_signed_nor_tomorrow(outside, officer):
    item, now = thread.signed_item(outside), clock.now()

    for at in (now - timedelta(days=1), now + timedelta(hours=1)):
        with pytest.raises(Unreadable):
            delivering.deliver(item, by=officer, receiver=outside.city, channel=Channel.FAX, at=at)

    assert Submission.objects.count() == 0


def test_what_was_changed_after_signing_is_not_handed_over(outside, officer):
    item = thread.signed_item(outside)
    Item.objects.update(body="改过的正文")

    with pytest.raises(NotReady):
        delivering.deliver(item, by=officer, receiver=outside.city, channel=Channel.FAX, at=clock.now())


def test_the_page_offers_every_field_to_be_copied_and_records_the_hand_over(outside, sign_in, officer):
    item, browser = thread.signed_item(outside), sign_in(officer)
    address = reverse("items:outward", args=[item.uid])

    assert address in browser.get(reverse("items:item", args=[item.uid])).content.decode()
    page = browser.get(address).content.decode()
    when = clock.local(clock.now()) + timedelta(minutes=0)
    form = {"receiver": outside.city.uid, "channel": "other", "at": f"{when:%Y-%m-%dT%H:%M:%S.%f}"}
    browser.post(reverse("items:delivery", args=[item.uid]), form)

    assert [words in page for words in (item.title, "方远", "0900-7654321", "copy-body")] == [True] * 4
    assert Submission.objects.get().channel == "other"


def test_the_word_file_holds_the_signed_text(outside, sign_in, officer):
    item = thread.signed_item(outside)

    answer = sign_in(officer).get(reverse("items:outward_word", args=[item.uid]))

    assert answer.status_code == 200
    assert answer.content.startswith(b"PK")


def test_before_it_is_signed_there_is_nothing_to_hand_over(outside, sign_in, officer):
    item = thread.reviewed(outside)

    assert sign_in(officer).get(reverse("items:outward", args=[item.uid])).status_code == 404
