"""Columns of an issue, how an entry is printed, and two entries merged on the spot."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from qianliyan.bulletins.actions import composing, publications, signing
from qianliyan.bulletins.layouts import items_of, layout_of
from qianliyan.bulletins.models import Entry, Issue
from qianliyan.bulletins.queries.pieces import pieces_of
from qianliyan.bulletins.requirements import hints
from qianliyan.bulletins.views.ordering import marks_of
from qianliyan.core.errors import NotAllowed, WrongState
from qianliyan.desk.models import Draft
from qianliyan.items.models import Submission
from qianliyan.offices.models import Seat
from tests.thread import ready_draft
from tests.world import World

SignIn = Callable[[Seat], Client]


@pytest.fixture
def issue(world: World, chief: Seat) -> Issue:
    """An issue with two columns and three entries: 甲 and 乙 in the first, 丙 in the second."""
    publications.change(world.bulletin, by=chief, columns=["要情", "动态"])
    issue = composing.start(world.bulletin, by=chief)
    for title, column in (("甲", ""), ("乙", ""), ("丙", "动态")):
        composing.add(issue, ready_draft(world, title=title), by=chief, column=column)
    return issue


def entry(title: str) -> Entry:
    return Entry.objects.get(draft__title=title, removed_at=None)


def placed(issue: Issue) -> list[tuple[str, str]]:
    return [(piece.draft.title, piece.entry.column) for piece in pieces_of(issue)]


def test_a_draft_comes_into_the_column_of_its_neighbour(world: World, chief: Seat, issue: Issue):
    composing.add(issue, ready_draft(world, title="丁"), by=chief, before=entry("乙").uid)

    assert placed(issue) == [("甲", "要情"), ("丁", "要情"), ("乙", "要情"), ("丙", "动态")]


def test_moving_past_a_heading_changes_the_column(world: World, sign_in: SignIn, chief: Seat, issue: Issue):
    sign_in(chief).post(reverse("bulletins:position", args=[entry("乙").uid]), {"to": "down"})

    assert placed(issue) == [("甲", "要情"), ("乙", "动态"), ("丙", "动态")]
    assert [mark for mark in marks_of(issue) if mark.startswith("#")] == ["#要情", "#动态"]


def test_dragging_sends_the_headings_along(world: World, sign_in: SignIn, chief: Seat, issue: Issue):
    marks = [f"{entry('丙').uid}", "#要情", f"{entry('乙').uid}", "#动态", f"{entry('甲').uid}", "#没有的栏"]

    sign_in(chief).post(reverse("bulletins:order", args=[issue.uid]), {"uid": marks})

    assert placed(issue) == [("丙", ""), ("乙", "要情"), ("甲", "动态")]


def test_screen_and_paper_keep_the_order_of_the_columns(world: World, chief: Seat, issue: Issue):
    composing.set_entry(entry("甲"), by=chief, column="动态", brief=True, note="请参阅。")

    layout = layout_of(issue, pieces_of(issue))

    assert [(item.title, item.column) for item in items_of(layout)] == [
        ("乙", "要情"),
        ("甲", "动态"),
        ("丙", "动态"),
    ]
    assert (layout["columns"], layout["entries"][0]["brief"], layout["entries"][0]["note"]) == (
        ["要情", "动态"],
        True,
        "请参阅。",
    )


def test_an_entry_without_a_column_is_hinted_at(world: World, chief: Seat, issue: Issue):
    composing.set_entry(entry("甲"), by=chief, column="", brief=False, note="")

    assert [hint.text for hint in hints(issue)] == ["“甲”没有选栏目，排在各栏目之前"]


def test_the_form_of_an_entry_sets_column_brief_and_note(world: World, sign_in: SignIn, chief: Seat, issue: Issue):
    address = reverse("bulletins:entry_setting", args=[entry("丙").uid])
    client = sign_in(chief)

    shown = client.get(address).context["form"].initial["column"]
    client.post(address, {"column": "要情", "brief": "on", "note": "按", "setting_revision": "0"})
    late = client.post(address, {"column": "动态", "note": "迟到的按语", "setting_revision": "0"})

    found = entry("丙")
    assert (shown, found.column, found.brief, found.note) == ("动态", "要情", True, "按")
    assert "对照两份文字" in late.content.decode()


def test_merging_on_the_spot_keeps_every_units_share(world: World, sign_in: SignIn, chief: Seat, issue: Issue):
    Submission.objects.filter(title="乙").update(sender=world.neighbour_county, sender_name="白桑县政府办")

    sign_in(chief).post(reverse("bulletins:entry_merging", args=[entry("乙").uid]))

    (first, second) = pieces_of(issue)
    assert (first.draft.title, second.draft.title) == ("甲", "丙")
    assert [(share.office, share.weight) for share in first.shares] == [(world.county, 1), (world.neighbour_county, 1)]
    assert first.draft.body.count("乙") == 1
    assert Draft.objects.get(title="乙").state == "dropped"
    assert set(Submission.objects.values_list("state", flat=True)) == {"taken"}
    assert first.draft.versions.first().why == "并入之前"


def test_only_the_composers_office_merges_and_only_before_the_signature(world: World, chief: Seat, issue: Issue):
    with pytest.raises(NotAllowed):
        composing.merge(entry("乙"), into=entry("甲"), by=world.seats["provincial_editor"])
    signing.send_for_signing(issue, by=chief)

    with pytest.raises(WrongState):
        composing.merge(entry("乙"), into=entry("甲"), by=chief)

    assert [title for title, _column in placed(issue)] == ["甲", "乙", "丙"]
