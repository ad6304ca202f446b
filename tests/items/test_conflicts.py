"""A save that came too late keeps everything that was given with it."""

from datetime import date

import pytest
from django.urls import reverse
from tests.items.steps import BODY, TITLE, fields_of_form, written

from qianliyan.core.errors import NotReady, Stale
from qianliyan.items.actions import review, writing
from qianliyan.items.models import Item, Unsaved, Version
from qianliyan.items.models.version import Why
from qianliyan.items.stages import Stage

JSON = {"HTTP_ACCEPT": "application/json"}


@pytest.fixture
def second(world):
    return world.seat("second_officer", "officer", world.county, "石二")


def too_late(item, by, **fields):
    with pytest.raises(Stale):
        writing.save(item, by=by, revision=0, **fields)


def test_a_text_that_prevails_too_late_is_kept_in_place_of_the_one_before(world, officer, second):
    item = writing.save(written(world), by=second, revision=0, body="同事的")
    too_late(item, officer, body="我的")
    writing.save(item, by=second, revision=1, body="同事又改的")

    with pytest.raises(Stale):
        writing.prevail(item, by=officer, revision=1, title=TITLE, body="我对照之后的")

    assert list(Unsaved.objects.values_list("title", "body")) == [(TITLE, "我对照之后的")]
    assert Item.objects.get().body == "同事又改的"


def test_the_other_fields_of_a_late_save_prevail_with_its_text(world, officer, second):
    item = writing.save(written(world), by=second, revision=0, body="同事的")
    too_late(item, officer, body="我的", urgency="urgent", as_of=date(2026, 10, 31), internal=True)

    saved = writing.prevail(item, by=officer, revision=1, title=TITLE, body="我的")

    saved.refresh_from_db()
    assert (saved.urgency, saved.as_of, saved.internal) == ("urgent", date(2026, 10, 31), True)
    overruled = Version.objects.get(why=Why.OVERRULED)
    assert (overruled.body, overruled.fields["urgency"]) == ("同事的", "ordinary")


def test_the_page_names_the_other_fields_in_which_the_two_differ(world, officer, second, sign_in):
    item = writing.save(written(world), by=second, revision=0, body="同事的")
    browser = sign_in(officer)
    browser.post(reverse("items:text", args=[item.uid]), fields_of_form(item, body=BODY, version=0, urgency="urgent"))

    page = browser.get(reverse("items:conflict", args=[item.uid])).content.decode()

    assert "缓急：<del>平件</del> <ins>急件</ins>" in page
    assert "种类：<del>" not in page


@pytest.mark.parametrize("number", ["²", "-1", "一"])
def test_a_version_that_is_no_number_is_too_late_and_no_error_of_the_server(world, officer, second, sign_in, number):
    item = writing.save(written(world), by=second, revision=0, body="同事的")
    typed = {"version": number, "title": TITLE, "body": "我的"}

    answer = sign_in(officer).post(reverse("items:conflict", args=[item.uid]), typed, **JSON)

    assert answer.status_code == 409
    assert Item.objects.get().body == "同事的"


@pytest.mark.parametrize("page", ["version", "changes"])
def test_a_place_beside_that_is_no_number_is_not_asked_for(world, officer, second, sign_in, page):
    item = writing.save(written(world), by=second, revision=0, body="同事的")
    address = reverse(f"items:{page}", args=[item.uid, 1] if page == "version" else [item.uid])

    assert sign_in(officer).get(f"{address}?beside=²").status_code == 200


def test_nothing_goes_to_review_while_a_text_of_ones_own_waits_to_be_compared(world, officer, second, sign_in):
    item = writing.save(written(world), by=second, revision=0, body=BODY + "\n同事的")
    too_late(item, officer, body="我的")

    with pytest.raises(NotReady, match="没有存上的文字"):
        review.hand_over(item, by=officer)
    assert "没有存上的文字，请先对照" in sign_in(officer).get(reverse("items:item", args=[item.uid])).content.decode()
    assert review.hand_over(item, by=second).due == Stage.CHECK
