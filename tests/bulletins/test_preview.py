"""The pages of an issue as pictures, and the length beside them."""

import pytest
from django.core.cache import cache
from django.urls import reverse

from qianliyan.bulletins.actions import composing
from qianliyan.bulletins.models import Issue
from qianliyan.desk.models import Draft
from qianliyan.offices.models import Seat
from tests.thread import composed
from tests.world import World

PNG = b"\x89PNG\r\n\x1a\n"
HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def _forgotten():
    cache.clear()


def preview(issue: Issue, *more: object) -> str:
    return reverse("bulletins:preview_page" if more else "bulletins:preview", args=[issue.uid, *more])


def test_each_page_is_a_picture_and_there_is_none_beyond_the_last(world: World, sign_in, chief: Seat):
    issue = composed(world)
    client = sign_in(chief)

    first, beyond, none = [client.get(preview(issue, number)) for number in (1, 2, 0)]

    assert (first.status_code, first["Content-Type"], first.content[:8]) == (200, "image/png", PNG)
    assert first["Cache-Control"] == "private, no-store"
    assert (beyond.status_code, none.status_code) == (404, 404)


def test_the_preview_brings_the_length_along(world: World, sign_in, chief: Seat):
    issue = composed(world)
    client = sign_in(chief)
    before = client.get(reverse("bulletins:issue", args=[issue.uid])).context["page_count"]

    answer = client.get(preview(issue), headers=HTMX).content.decode()

    assert before == 0
    assert answer.count("<img") == 1
    assert "1页 / 4页" in answer
    assert client.get(reverse("bulletins:issue", args=[issue.uid])).context["page_count"] == 1


def test_more_pages_than_the_publication_has_room_for_are_said_and_do_not_block(world: World, sign_in, chief: Seat):
    issue = composed(world)
    Draft.objects.update(body="今年以来，全市新增高标准农田6.2万亩。\n" * 150)
    client = sign_in(chief)

    answer = client.get(preview(issue), headers=HTMX).content.decode()

    page = client.get(reverse("bulletins:issue", args=[issue.uid]))
    assert f"超出{page.context['page_count'] - 4}页，不影响签发" in answer
    assert page.context["page_count"] > 4
    assert page.context["missing"] == []


def test_a_changed_text_is_set_anew(world: World, sign_in, chief: Seat):
    issue = composed(world)
    client = sign_in(chief)
    first = client.get(preview(issue, 1)).content

    composing.set_tail(issue, by=chief, revision=0, note="请各地参阅。")

    assert client.get(preview(issue, 1)).content != first


def test_without_scripts_the_pages_have_a_page_of_their_own(world: World, sign_in, chief: Seat):
    issue = composed(world)

    page = sign_in(chief).get(preview(issue)).content.decode()

    assert "<!doctype html>" in page
    assert preview(issue, 1) in page


def test_what_cannot_be_set_is_told_in_a_sentence(world: World, sign_in, chief: Seat):
    issue = composed(world)
    type(world.bulletin).objects.update(template="no-such-template")

    answer = sign_in(chief).get(preview(issue), headers=HTMX)

    assert answer.status_code == 422
    assert "版面没有排出来：没有“no-such-template”这个版式" in answer.content.decode()


def test_a_character_that_no_font_has_is_told_before_the_signature(world: World, sign_in, chief: Seat):
    issue = composed(world)
    Draft.objects.update(body="此字\U00012000无字体。")

    answer = sign_in(chief).get(preview(issue), headers=HTMX).content.decode()

    assert "（U+12000）没有字体可排，以“〓”代替" in answer
