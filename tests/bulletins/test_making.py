"""What is made on order: other forms of an issue, and a numbered copy for every reader on paper."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from qianliyan.bulletins.actions import printing, publications
from qianliyan.bulletins.models import Issue, PrintOrder
from qianliyan.files.models import Making
from qianliyan.offices.models import Seat
from tests.bulletins.ordering import filed, handed_out
from tests.bulletins.test_file import text_of
from tests.thread import printed_issue
from tests.typesetting import ofd_reader
from tests.world import World

SignIn = Callable[[Seat], Client]


def makings(issue: Issue) -> str:
    return reverse("bulletins:issue_makings", args=[issue.uid])


@pytest.fixture
def sent_out(world: World, chief: Seat) -> Issue:
    """A printed issue with its file, that the county reads too."""
    publications.change(world.bulletin, by=chief, many={"readers": [world.county]})
    return filed(world)


def test_another_form_is_made_once_and_then_kept(sign_in: SignIn, chief: Seat, sent_out: Issue):
    first, second = (handed_out(sign_in(chief), makings(sent_out), "docx") for _ in range(2))

    assert (first[:2], first == second, sent_out.other_forms.count()) == (b"PK", True, 1)


def test_what_can_be_edited_stays_inside(sign_in: SignIn, officer: Seat, sent_out: Issue):
    sign_in(officer).post(makings(sent_out), {"what": "docx"})

    assert Making.objects.count() == 0


def test_a_reader_outside_gets_an_ofd_with_his_name(sign_in: SignIn, officer: Seat, chief: Seat, sent_out: Issue):
    outside = ofd_reader.words(handed_out(sign_in(officer), makings(sent_out), "ofd"))
    inside = ofd_reader.words(handed_out(sign_in(chief), makings(sent_out), "ofd"))

    assert ("石小禾" in outside, "石小禾" in inside) == (True, False)


def test_every_copy_for_the_printer_bears_its_own_number(world: World, sign_in: SignIn, chief: Seat):
    publications.change(world.bulletin, by=chief, numbered=True, copies=3)
    issue = printed_issue(world)
    printing.make_file(PrintOrder.objects.get().pk)

    copies = text_of(handed_out(sign_in(chief), makings(issue), "copies"))

    numbers = ("000001", "000002", "000003", "000004")
    assert [copies.count(number) for number in numbers] == [1, 1, 1, 0]
    assert copies.count("—1—") == 3


def test_a_publication_without_copy_numbers_has_no_such_print(sign_in: SignIn, chief: Seat, sent_out: Issue):
    sign_in(chief).post(makings(sent_out), {"what": "copies"})

    assert Making.objects.count() == 0


def test_nobody_fetches_what_a_colleague_ordered(sign_in: SignIn, chief: Seat, editor: Seat, sent_out: Issue):
    content = handed_out(sign_in(chief), makings(sent_out), "docx")
    refused = sign_in(editor).get(reverse("files:made", args=[Making.objects.get().uid]))

    assert (content[:2], refused.status_code) == (b"PK", 404)
