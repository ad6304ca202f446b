"""Putting drafts in and out of an issue, ordering them, filling in its tail."""

from uuid import uuid4

import pytest

from qianliyan.bulletins.actions import composing, signing
from qianliyan.bulletins.models import Issue
from qianliyan.bulletins.queries.pieces import pieces_of
from qianliyan.core.errors import NotAllowed, Stale, WrongState
from qianliyan.desk.models import Draft
from qianliyan.history.models import Event
from qianliyan.offices.models import Seat
from tests.thread import composed, ready_draft, taken
from tests.world import World


def with_entries(world: World, *titles: str) -> Issue:
    chief = world.seats["chief"]
    issue = composing.start(world.bulletin, by=chief)
    for title in titles:
        composing.add(issue, ready_draft(world, title=title), by=chief)
    return issue


def titles_in(issue: Issue) -> list[str]:
    return [piece.draft.title for piece in pieces_of(issue)]


def test_a_new_issue_has_the_publications_head_and_tail_and_no_number(world: World, chief: Seat):
    issue = composing.start(world.bulletin, by=chief)

    assert (issue.state, issue.number, issue.composer, issue.office) == ("composing", None, chief.person, world.city)
    assert (issue.report_to, issue.send_to, issue.distribute_to, issue.copies) == (
        "市委、市人大、市政府、市政协领导",
        "市委办公室",
        "各县（区）人民政府",
        60,
    )
    assert str(issue) == "政务信息（未取号）"


@pytest.mark.parametrize("role", ["editor", "secretary_general", "officer", "provincial_editor"])
def test_only_composers_begin_an_issue(world: World, role: str):
    with pytest.raises(NotAllowed):
        composing.start(world.bulletin, by=world.seats[role])

    assert Issue.objects.count() == 0


def test_a_ready_draft_goes_to_the_end_of_the_issue(world: World, chief: Seat):
    issue = with_entries(world, "第一条")
    draft = ready_draft(world, title="第二条")

    composing.add(issue, draft, by=chief)

    assert titles_in(issue) == ["第一条", "第二条"]
    assert Draft.objects.get(pk=draft.pk).state == "placed"


def test_a_draft_stands_in_one_issue_only(world: World, chief: Seat):
    first = with_entries(world, "第一条")
    second = composing.start(world.bulletin, by=chief)
    draft = first.entries.get().draft

    with pytest.raises(WrongState):
        composing.add(second, draft, by=chief)

    assert titles_in(second) == []


def test_a_draft_still_being_edited_is_not_put_in(world: World, chief: Seat):
    issue = composing.start(world.bulletin, by=chief)

    with pytest.raises(WrongState):
        composing.add(issue, taken(world), by=chief)

    assert titles_in(issue) == []


def test_a_draft_that_was_taken_out_is_ready_again_and_can_come_back(world: World, chief: Seat):
    issue = with_entries(world, "第一条")
    entry = issue.entries.get()

    composing.remove(entry, by=chief)

    draft = Draft.objects.get(pk=entry.draft_id)
    assert (titles_in(issue), draft.state) == ([], "ready")
    composing.add(issue, draft, by=chief)
    assert titles_in(issue) == ["第一条"]


def test_an_entry_is_taken_out_once(world: World, chief: Seat):
    entry = with_entries(world, "第一条").entries.get()
    composing.remove(entry, by=chief)

    with pytest.raises(WrongState):
        composing.remove(entry, by=chief)


def test_entries_are_put_in_the_order_asked_for(world: World, chief: Seat):
    issue = with_entries(world, "甲", "乙", "丙")
    a, b, c = [piece.entry.uid for piece in pieces_of(issue)]

    composing.arrange(issue, [c, a, b], by=chief)

    assert titles_in(issue) == ["丙", "甲", "乙"]


@pytest.mark.parametrize("change", ["missing", "repeated", "foreign"])
def test_an_order_that_does_not_name_each_entry_once_is_refused(world: World, chief: Seat, change: str):
    issue = with_entries(world, "甲", "乙")
    a, b = [piece.entry.uid for piece in pieces_of(issue)]
    uids = {"missing": [b], "repeated": [b, b], "foreign": [b, a, uuid4()]}[change]

    with pytest.raises(Stale):
        composing.arrange(issue, uids, by=chief)

    assert titles_in(issue) == ["甲", "乙"]


def test_the_tail_is_saved_under_a_new_revision(world: World, chief: Seat):
    issue = composed(world)

    saved = composing.set_tail(issue, by=chief, revision=0, send_to="市委办", copies=80, note="请参阅。")

    assert (saved.send_to, saved.copies, saved.note, saved.revision) == ("市委办", 80, "请参阅。", 1)
    assert saved.report_to == "市委、市人大、市政府、市政协领导"


def test_a_tail_read_before_somebody_else_saved_is_refused(world: World, chief: Seat):
    issue = composed(world)
    composing.set_tail(issue, by=chief, revision=0, send_to="甲")

    with pytest.raises(Stale):
        composing.set_tail(issue, by=chief, revision=0, send_to="乙")

    assert Issue.objects.get(pk=issue.pk).send_to == "甲"


@pytest.mark.parametrize("role", ["editor", "secretary_general", "officer"])
def test_only_composers_change_an_issue(world: World, role: str):
    issue = with_entries(world, "甲")
    entry, seat = issue.entries.get(), world.seats[role]
    draft = ready_draft(world)

    for change in (
        lambda: composing.add(issue, draft, by=seat),
        lambda: composing.remove(entry, by=seat),
        lambda: composing.arrange(issue, [entry.uid], by=seat),
        lambda: composing.set_tail(issue, by=seat, revision=0, send_to="乙"),
    ):
        with pytest.raises(NotAllowed):
            change()

    assert titles_in(issue) == ["甲"]


def test_an_abandoned_issue_gives_its_drafts_back_and_has_no_number(world: World, chief: Seat):
    issue = with_entries(world, "甲", "乙")

    abandoned = signing.abandon(issue, by=chief, reason="与下一期合并")

    assert (abandoned.state, abandoned.number, titles_in(abandoned)) == ("abandoned", None, [])
    assert set(Draft.objects.values_list("state", flat=True)) == {"ready"}
    assert Event.objects.get(verb="issue.abandon").text.body == "与下一期合并"


def test_a_signed_issue_is_not_abandoned(world: World, chief: Seat):
    issue = with_entries(world, "甲")
    Issue.objects.filter(pk=issue.pk).update(state="awaiting")

    with pytest.raises(WrongState):
        signing.abandon(issue, by=chief, reason="不编了")
