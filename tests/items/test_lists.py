from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.items.steps import handed_over, signed, submitted, written

from qianliyan.core import clock
from qianliyan.items.actions import writing
from qianliyan.items.models import Item

MOST_QUERIES = 12


def queries_of(browser, address):
    browser.get(address)
    with CaptureQueriesContext(connection) as seen:
        browser.get(address)
    return len(seen)


@pytest.mark.parametrize(
    ("role", "address", "make"),
    [
        ("officer", "/items/", submitted),
        ("officer", "/items/?state=submitted", submitted),
        ("checker", "/items/reviews/", handed_over),
    ],
)
def test_a_list_takes_as_many_queries_for_three_rows_as_for_one(world, sign_in, role, address, make):
    browser = sign_in(world.seats[role])
    make(world, title="第一条")
    with_one = queries_of(browser, address)

    for title in ("第二条", "第三条"):
        make(world, title=title)
    with_three = queries_of(browser, address)

    assert with_three == with_one
    assert with_one <= MOST_QUERIES


def test_the_list_shows_the_units_items_by_state_with_counts(world, officer, sign_in):
    written(world, title="还在写")
    signed(world, title="已经签")
    writing.discard(written(world, title="不要了"), by=officer, reason="重复")
    browser = sign_in(officer)

    everything = browser.get("/items/").content.decode()
    only_signed = browser.get("/items/?state=signed").content.decode()

    assert [title in everything for title in ("还在写", "已经签", "不要了")] == [True, True, False]
    assert [title in only_signed for title in ("还在写", "已经签")] == [False, True]
    assert '全部 <span class="num">2</span>' in everything


def test_a_neighbour_sees_none_of_it(world, neighbour, sign_in):
    written(world, title="青石县自己的事")

    assert "青石县自己的事" not in sign_in(neighbour).get("/items/").content.decode()


def test_the_list_is_paged_by_key_in_both_directions(world, officer, sign_in):
    for number in range(65):
        item = writing.start(by=officer, title=f"第{number:02}条")
        Item.objects.filter(pk=item.pk).update(saved_at=clock.now() - timedelta(minutes=number // 2))
    browser = sign_in(officer)

    first = browser.get("/items/").context["shown"]
    second = browser.get(f"/items/{first.older}").context["shown"]
    third = browser.get(f"/items/{second.older}").context["shown"]
    back = browser.get(f"/items/{third.newer}").context["shown"]

    titles = [item.title for page in (first, second, third) for item in page.rows]
    assert (len(titles), len(set(titles))) == (65, 65)
    assert [len(page.rows) for page in (first, second, third)] == [30, 30, 5]
    assert (first.newer, third.older) == ("", "")
    assert back.rows == second.rows


def test_a_key_that_is_none_shows_the_first_page(world, officer, sign_in):
    item = written(world)

    assert sign_in(officer).get("/items/?older=gestern").context["shown"].rows == [item]


PAGES = (
    "item",
    "conflict",
    "changes",
    "sheet",
    "paper",
    "typos",
    "voiding",
    "disposal",
)
POSTS = (
    "item",
    "text",
    "conflict",
    "imports_into",
    "attachments",
    "round",
    "round_end",
    "approval",
    "return",
    "signature",
    "voiding",
    "typos",
    "disposal",
    "paper",
    "submission",
)


@pytest.mark.parametrize("role", ["neighbour", "editor", "outsider"])
def test_whoever_may_not_see_an_item_finds_none_of_its_pages(world, sign_in, role):
    item = submitted(world).item
    browser = sign_in(world.seats[role])

    got = {name: browser.get(reverse(f"items:{name}", args=[item.uid])).status_code for name in PAGES}
    posted = {name: browser.post(reverse(f"items:{name}", args=[item.uid])).status_code for name in POSTS}

    assert got == dict.fromkeys(PAGES, 404)
    assert posted == dict.fromkeys(POSTS, 404)


def sent(world, **fields):
    return submitted(world, **fields).item


@pytest.mark.parametrize(
    ("role", "make"),
    [("officer", written), ("checker", handed_over), ("officer", signed), ("officer", sent)],
    ids=["writing", "review", "signed", "submitted"],
)
def test_the_page_of_an_item_keeps_to_the_limit_however_many_there_are(world, sign_in, role, make):
    item = make(world)
    browser = sign_in(world.seats[role])
    alone = queries_of(browser, reverse("items:item", args=[item.uid]))

    for number in range(3):
        make(world, title=f"另一条{number}")

    assert queries_of(browser, reverse("items:item", args=[item.uid])) == alone
    assert alone <= MOST_QUERIES
