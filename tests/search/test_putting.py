"""What the actions of the other rooms do can be found at once, and what is given up no more."""

import pytest
from django.db import transaction

from qianliyan.bulletins.actions import printing, signing
from qianliyan.bulletins.models import Entry
from qianliyan.desk.actions import drafts, merging
from qianliyan.items.actions import purposes, writing
from qianliyan.planning.actions.key_tasks import TaskEntry, enter
from qianliyan.search.actions.putting import forget, put
from qianliyan.search.finding import Filters, search
from qianliyan.search.models import Fingerprint, Row
from qianliyan.search.sources import Document
from qianliyan.search.state import all_stale, orphans
from qianliyan.text.finding.asking import understand
from tests import thread

WORK = ("item", "submission", "draft", "entry", "issue")


def found(seat, text, **filters):
    """Kind and title of every hit."""
    page = search(understand(text), Filters(**{"sources": WORK, **filters}), seat)
    return [(hit.row.source, hit.row.title) for hit in page.hits]


def test_an_item_is_found_by_what_it_says_now(officer):
    item = thread.written_item(officer, title="题目甲", body="正文说到海绵城市。")
    assert found(officer, "海绵") == [("item", "题目甲")]

    writing.save(item, by=officer, revision=item.revision, title="题目乙", body="正文说到韧性城市。")

    assert found(officer, "海绵") == []
    assert found(officer, "韧性") == [("item", "题目乙")]


def test_a_discarded_item_is_found_no_more(officer):
    item = thread.written_item(officer, body="海绵城市")

    writing.discard(item, by=officer, reason="重复")

    assert found(officer, "海绵") == []
    assert not Row.objects.filter(source="item").exists()
    assert not Fingerprint.objects.exists()


def test_what_stands_for_a_key_task_is_found_by_it_from_the_moment_it_does(world, officer, editor):
    water, roads = (
        enter(by=editor, year=2026, source="分解表", entry=TaskEntry(title, lead=(world.county,)))
        for title in ("农村供水", "农村公路")
    )
    item = thread.written_item(officer, title="供水")
    assert found(officer, "", key_task=water.pk) == []

    purposes.serve(item, by=officer, commission=None, key_task=water)
    draft = thread.taken(world, title="公路", key_task=roads)
    arrived = thread.submitted(world, title="供水又一件", key_task=water)
    merging.take_in(draft, arrived, by=editor)

    assert found(officer, "", key_task=water.pk, sources=("item",)) == [("item", "供水又一件"), ("item", "供水")]
    assert found(editor, "", key_task=water.pk, sources=("draft",)) == [("draft", "公路")]
    assert found(editor, "", key_task=roads.pk, sources=("draft",)) == [("draft", "公路")]

    merging.split(draft, arrived, by=editor)

    assert found(editor, "", key_task=water.pk, sources=("draft",)) == []
    assert list(all_stale()) == []


def test_a_step_that_is_undone_leaves_nothing_behind(officer):
    def interrupted():
        with transaction.atomic():
            thread.written_item(officer, body="海绵城市")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        interrupted()

    assert found(officer, "海绵") == []


def test_each_sees_his_own_side_of_the_thread(world):
    thread.printed_issue(world)
    seats = world.seats

    assert {kind for kind, _title in found(seats["officer"], "污水")} == {"item", "submission", "entry", "issue"}
    assert {kind for kind, _title in found(seats["editor"], "污水")} == {"submission", "draft", "entry", "issue"}
    assert {kind for kind, _title in found(seats["neighbour"], "污水")} == {"issue"}
    assert found(seats["provincial_editor"], "污水") == []


def test_a_printed_problem_is_no_text_of_its_issue(world):
    thread.printed_issue(world, kind="problem", title="停运设施问题")
    seats = world.seats

    assert found(seats["neighbour"], "停运设施") == []
    assert ("entry", "停运设施问题") in found(seats["editor"], "停运设施")
    assert ("submission", "停运设施问题") in found(seats["officer"], "停运设施")


def test_a_void_issue_is_found_no_more(world):
    issue = thread.signed_issue(world)
    assert {kind for kind, _title in found(world.seats["chief"], "污水")} >= {"entry", "issue"}

    signing.void(issue, by=world.seats["chief"], reason="重号")

    assert {kind for kind, _title in found(world.seats["chief"], "污水")} == {"submission", "draft"}


def test_a_dropped_draft_is_found_no_more(world, editor):
    draft = thread.taken(world)

    drafts.drop(draft, by=editor, reason="不用了")

    assert {kind for kind, _title in found(editor, "污水")} == {"submission"}


def test_filters_narrow(world, editor):
    thread.submitted(world, kind="problem", title="问题甲")
    thread.submitted(world, kind="experience", title="经验乙")

    assert found(editor, "污水", kind="problem") == [("submission", "问题甲")]
    assert found(editor, "", kind="experience") == [("submission", "经验乙")]
    assert len(found(editor, "污水", office=world.county.pk)) == 2
    assert found(editor, "污水", office=world.neighbour_county.pk) == []
    assert found(editor, "污水", until=Document.LONG_AGO) == []


def test_offices_and_people_are_found_by_initials(world, officer, editor):
    everything = Filters()

    def names(seat, text):
        return {hit.row.title for hit in search(understand(text), everything, seat).hits}

    assert "青石县人民政府办公室" in names(officer, "qsx")
    assert "青石县人民政府办公室" in names(officer, "青石")
    assert names(editor, "sxh") == {"石小禾"}
    assert names(world.seats["neighbour"], "sxh") == set()


def test_a_text_with_a_nought_in_it_is_kept_without(officer):
    item = thread.written_item(officer)
    item.body = "海绵\x00城市"

    assert put(item).body == "海绵 城市"
    assert found(officer, "海绵") == [("item", item.title)]


def test_the_index_agrees_with_the_things_after_the_whole_thread(world):
    thread.printed_issue(world)
    printing.publish(thread.signed_issue(world, title="第二条"), by=world.seats["chief"])

    assert list(all_stale()) == []
    assert list(orphans()) == []


def test_missing_stale_and_orphaned_rows_are_named(world):
    thread.printed_issue(world)
    forget(Entry.objects.get())
    Row.objects.filter(source="issue").update(title="别的")
    Row.objects.create(source="item", thing_pk=999_999)

    assert [(source.code, row is None) for source, _thing, row in all_stale()] == [("entry", True), ("issue", False)]
    assert [row.thing_pk for row in orphans()] == [999_999]
