"""Who may read an issue, an entry and the file, and where units see what was printed of theirs."""

import pytest
from django.test import Client
from django.urls import reverse

from qianliyan.bulletins.actions import composing, printing, signing
from qianliyan.bulletins.models import Entry, Issue, PrintOrder
from qianliyan.bulletins.queries.shelf import shelf
from qianliyan.offices.audiences import may_see
from qianliyan.offices.models import Seat
from tests.thread import TITLE, composed, printed_issue, ready_draft, signed_issue
from tests.world import World

SECTION = ("editor", "colleague", "chief", "secretary_general")


def protected_issue(world: World) -> Issue:
    """A printed problem report with no readers beside its own office."""
    chief = world.seats["chief"]
    issue = composing.start(world.special, by=chief)
    composing.add(issue, ready_draft(world, kind="problem"), by=chief)
    signed = signing.sign(signing.send_for_signing(issue, by=chief), by=world.seats["secretary_general"])
    return printing.publish(signed, by=chief)


def readers_of(world: World, thing: Issue | Entry) -> set[str]:
    return {role for role, seat in world.seats.items() if may_see(seat, thing)}


@pytest.mark.parametrize("make", [composed, signed_issue])
def test_an_unprinted_issue_is_seen_by_its_section_only(world: World, make):
    assert readers_of(world, make(world)) == set(SECTION)


def test_a_printed_issue_is_seen_by_its_section_and_the_offices_that_receive_it(world: World):
    receiving = {"officer", "checker", "reviewer", "signatory", "neighbour", "outsider"}

    assert readers_of(world, printed_issue(world)) == {*SECTION, *receiving}


def test_a_protected_issue_is_hidden_from_the_unit_but_its_own_entry_is_not(world: World):
    issue = protected_issue(world)

    unit = {"officer", "checker", "reviewer", "signatory"}
    assert readers_of(world, issue) == set(SECTION)
    assert readers_of(world, issue.entries.get()) == {*SECTION, *unit}


@pytest.mark.parametrize("name", ["issue", "preview", "file", "progress"])
def test_what_may_not_be_seen_is_not_found(world: World, sign_in, provincial_editor: Seat, chief: Seat, name: str):
    issue = printed_issue(world)
    printing.make_file(PrintOrder.objects.get().pk)
    url = reverse(f"bulletins:{name}", args=[issue.uid])

    assert sign_in(provincial_editor).get(url).status_code == 404
    inside = sign_in(chief).get(url)
    inside.close()
    assert inside.status_code in (200, 302)


def test_the_file_is_shown_and_not_stored_by_the_browser(world: World, sign_in, neighbour: Seat):
    issue = printed_issue(world)
    url = reverse("bulletins:file", args=[issue.uid])
    assert sign_in(neighbour).get(url).status_code == 404
    printing.make_file(PrintOrder.objects.get().pk)

    answer = sign_in(neighbour).get(url)

    assert (answer.status_code, answer["Content-Type"], answer.content[:5]) == (200, "application/pdf", b"%PDF-")
    assert answer["Content-Disposition"].startswith("inline")
    assert answer["Cache-Control"] == "private, no-store"


def test_a_receiving_office_reads_the_issue_without_what_is_inner(world: World, sign_in, neighbour: Seat):
    issue = printed_issue(world)

    page = sign_in(neighbour).get(reverse("bulletins:issue", args=[issue.uid]))

    assert (page.context["inside"], page.context["buttons"], page.context["missing"]) == (False, [], [])
    body = page.content.decode()
    assert TITLE in body
    assert "何科" not in body


def test_the_shelf_of_a_receiving_office_holds_printed_issues_only(world: World, neighbour: Seat, chief: Seat):
    printed = printed_issue(world)
    voided = signing.void(signed_issue(world), by=chief, reason="数据有误")
    composed(world)

    assert list(shelf(neighbour)) == [printed]
    assert list(shelf(chief)) == [voided, printed]


def test_the_unit_reads_its_own_entry_of_a_protected_issue(world: World, sign_in, officer: Seat, neighbour: Seat):
    entry = protected_issue(world).entries.get()
    url = reverse("bulletins:entry", args=[entry.uid])

    page = sign_in(officer).get(url)

    assert page.status_code == 200
    assert "《专报信息》第1期" in page.content.decode()
    assert "据基层反映" in page.content.decode()
    assert sign_in(neighbour).get(url).status_code == 404


def side_of(client: Client, path: str) -> str:
    return client.get(path).content.decode().split("刊发情况", 1)[-1][:600]


def test_the_unit_finds_where_its_item_was_printed_with_a_link_it_may_follow(world: World, sign_in, officer: Seat):
    issue = protected_issue(world)
    entry = issue.entries.get()
    item = entry.credits.get().submission.item

    side = side_of(sign_in(officer), reverse("items:item", args=[item.uid]))

    assert f'<a href="/entries/{entry.uid}/">《专报信息》第1期</a>' in side
    assert str(issue.uid) not in side


def test_the_desk_finds_where_submission_and_draft_were_printed(world: World, sign_in, editor: Seat):
    issue = printed_issue(world)
    entry = issue.entries.get()
    link = f'<a href="/issues/{issue.uid}/">《政务信息》第1期</a>'
    client = sign_in(editor)

    assert link in side_of(client, reverse("desk:submission", args=[entry.credits.get().submission.uid]))
    assert link in side_of(client, reverse("desk:draft", args=[entry.draft.uid]))
