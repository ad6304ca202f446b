"""Ordering a file that takes longer than a page may: progress, refusals, and a worker that begins again."""

import pytest
from django.urls import reverse

from qianliyan.core.errors import NotAllowed, Unreadable
from qianliyan.files.actions import content_of
from qianliyan.files.content import PDF
from qianliyan.files.makers import Made, Maker, offer
from qianliyan.files.making import order, perform
from qianliyan.files.models import Making
from qianliyan.notices.models import Notice

seen: list[tuple[int, int]] = []


def make(_seat, arguments, progress):
    progress(1, 2)
    seen.extend(Making.objects.values_list("done", "total"))
    if arguments.get("crash"):
        raise OSError("disk full")
    if arguments.get("broken"):
        raise Unreadable("没有排成。")
    return Made(b"%PDF-1.7\n%%EOF", "汇编.pdf", PDF)


def may(seat, arguments):
    return seat.office.name.startswith("云川市") and not arguments.get("closed")


@pytest.fixture(autouse=True)
def a_maker():
    seen.clear()
    offer(Maker("test", make, may))


def ordered(seat, **arguments):
    return order("test", by=seat, name="汇编", back="/", **arguments)


def test_what_breaks_unforeseen_says_so_and_can_be_ordered_again(chief):
    making = ordered(chief, crash=1)

    with pytest.raises(OSError, match="disk full"):
        perform(making.pk)

    making.refresh_from_db()
    assert (making.state, ordered(chief, crash=1) != making) == ("failed", True)


def test_what_is_ordered_is_made_once_and_its_orderer_hears_of_it(chief):
    making = ordered(chief)

    made, again = perform(making.pk), perform(making.pk)

    assert (made.state, content_of(made.file), again.file) == ("made", b"%PDF-1.7\n%%EOF", made.file)
    assert seen == [(1, 2)]
    assert list(Notice.objects.values_list("person", "url")) == [
        (chief.person_id, reverse("files:making", args=[making.uid]))
    ]


def test_what_cannot_be_made_says_why(chief):
    made = perform(ordered(chief, broken=1).pk)

    assert (made.state, made.error, made.file) == ("failed", "没有排成。", None)


def test_whoever_may_not_have_it_cannot_order_it(officer):
    with pytest.raises(NotAllowed):
        ordered(officer)


def test_what_is_being_made_is_not_ordered_twice(chief):
    assert ordered(chief, year=2026) == ordered(chief, year=2026)
    assert ordered(chief, year=2025) != ordered(chief, year=2026)


def test_the_page_says_how_far_it_is_and_hands_the_file_to_nobody_else(sign_in, chief, editor):
    making = ordered(chief)
    page, file = (reverse(f"files:{name}", args=[making.uid]) for name in ("making", "made"))

    waiting = sign_in(chief).get(page).content.decode()
    early = sign_in(chief).get(file)
    perform(making.pk)

    assert ("正在制作" in waiting, early.status_code) == (True, 404)
    assert file in sign_in(chief).get(page).content.decode()
    assert [sign_in(editor).get(address).status_code for address in (page, file)] == [404, 404]


def test_who_may_no_longer_have_it_does_not_get_it(sign_in, chief):
    making = perform(ordered(chief).pk)
    Making.objects.update(arguments={"closed": 1})

    assert sign_in(chief).get(reverse("files:made", args=[making.uid])).status_code == 404
