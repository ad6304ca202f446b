import pytest

from qianliyan.core.errors import NotAllowed, NotReady, Stale, Unreadable, WrongState
from qianliyan.desk.actions import drafts, submissions
from qianliyan.desk.models import Draft, DraftVersion, UnsavedDraft
from qianliyan.desk.states import DraftState
from qianliyan.items.models import Submission
from qianliyan.items.states import SubmissionState
from tests.thread import ready_draft, submitted, taken


def versions_of(draft):
    return list(DraftVersion.objects.filter(draft=draft).order_by("number").values_list("number", "body", "why"))


def test_saving_changes_the_draft_and_not_the_submission(world, editor):
    draft = taken(world)
    sent = draft.sources.get().submission.body

    saved = drafts.save(draft, by=editor, revision=0, title="新题目", body="新正文", gist="一句提要")

    assert (saved.title, saved.body, saved.gist, saved.revision, saved.saved_by) == (
        "新题目",
        "新正文",
        "一句提要",
        1,
        editor.person,
    )
    assert Submission.objects.get().body == sent


def test_saving_the_same_text_again_changes_nothing_whatever_the_revision(world, editor):
    draft = drafts.save(taken(world), by=editor, revision=0, body="新正文")

    again = drafts.save(draft, by=editor, revision=0, body="新正文")

    assert again.revision == 1


def test_two_editors_never_overwrite_each_other(world, editor, colleague):
    draft = taken(world)
    drafts.save(draft, by=colleague, revision=0, body="苗编的正文")

    with pytest.raises(Stale) as refusal:
        drafts.save(draft, by=editor, revision=0, title=draft.title, body="林编的正文")

    assert refusal.value.link == f"/drafts/{draft.uid}/conflict/"
    assert Draft.objects.get(pk=draft.pk).body == "苗编的正文"
    assert list(UnsavedDraft.objects.values_list("person", "body")) == [(editor.person_id, "林编的正文")]


def test_settling_a_conflict_keeps_the_colleagues_text_as_a_version(world, editor, colleague):
    draft = taken(world)
    original = draft.body
    drafts.save(draft, by=colleague, revision=0, body="苗编的正文")
    with pytest.raises(Stale):
        drafts.save(draft, by=editor, revision=0, body="林编的正文")

    settled = drafts.settle(draft, by=editor, revision=1, body="两份合在一起")

    assert settled.body == "两份合在一起"
    assert versions_of(draft) == [(1, original, "换人编辑"), (2, "苗编的正文", "对照两份文字之前")]
    assert UnsavedDraft.objects.count() == 0


def test_an_unsaved_text_outlives_other_saves_and_a_second_conflict(world, editor, colleague):
    draft = drafts.save(taken(world), by=colleague, revision=0, body="苗编的正文")
    for attempt in (drafts.save, drafts.settle):
        with pytest.raises(Stale):
            attempt(draft, by=editor, revision=0, body=f"林编的正文{attempt.__name__}")

    drafts.save(draft, by=editor, revision=1, body="林编后来存的")

    assert list(UnsavedDraft.objects.values_list("body", flat=True)) == ["林编的正文settle"]


def test_a_version_says_why_and_the_same_text_twice_is_one_version(world, editor):
    draft = drafts.save(taken(world), by=editor, revision=0, body="新正文")

    drafts.keep_version(draft, by=editor, why="压缩篇幅，核对停运座数")
    drafts.keep_version(draft, by=editor, why="再存一次")

    assert versions_of(draft) == [(1, "新正文", "压缩篇幅，核对停运座数")]


def test_why_changed_has_a_length(world, editor):
    with pytest.raises(Unreadable):
        drafts.keep_version(taken(world), by=editor, why="长" * 201)


def test_a_draft_held_ready_is_read_only_until_somebody_edits_again(world, editor):
    draft = ready_draft(world)

    with pytest.raises(WrongState):
        drafts.save(draft, by=editor, revision=draft.revision, body="再改一改")
    again = drafts.edit_again(draft, by=editor)

    assert draft.state == DraftState.READY
    assert drafts.save(again, by=editor, revision=again.revision, body="再改一改").body == "再改一改"


def test_what_is_missing_before_holding_ready_is_said_at_once(world, editor):
    draft = drafts.save(taken(world), by=editor, revision=0, title="题" * 500, body=" ")

    with pytest.raises(NotReady) as refusal:
        drafts.hold_ready(draft, by=editor)

    assert [missing.text for missing in refusal.value.missing] == ["正文还没有写", "题目500字，超过50字，请压缩"]
    assert Draft.objects.get(pk=draft.pk).state == DraftState.EDITING


def test_dropping_puts_the_submission_back_on_the_desk(world, editor):
    draft = taken(world)

    dropped = drafts.drop(draft, by=editor, reason="与另一条重复")

    assert dropped.state == DraftState.DROPPED
    submission = Submission.objects.get()
    assert submission.state == SubmissionState.SIGNED_FOR
    assert submissions.take(submission, by=editor).state == DraftState.EDITING


def test_a_placed_draft_cannot_be_edited_or_dropped(world, editor, chief):
    draft = drafts.place(ready_draft(world), by=chief)

    with pytest.raises(WrongState):
        drafts.save(draft, by=editor, revision=draft.revision, body="再改一改")
    with pytest.raises(WrongState):
        drafts.drop(draft, by=editor, reason="不要了")

    assert drafts.unplace(draft, by=chief).state == DraftState.READY


def test_editors_do_not_place_drafts_but_the_chief_does(world, editor, chief):
    draft = ready_draft(world)

    with pytest.raises(NotAllowed):
        drafts.place(draft, by=editor)

    assert drafts.place(draft, by=chief).state == DraftState.PLACED


def test_another_offices_editor_cannot_save(world, provincial_editor, editor):
    draft = taken(world)

    with pytest.raises(NotAllowed):
        drafts.save(draft, by=provincial_editor, revision=0, body="省里改的")

    assert drafts.save(draft, by=editor, revision=0, body="市里改的").body == "市里改的"


def test_a_field_that_does_not_exist_is_a_mistake_of_the_program(world, editor):
    with pytest.raises(TypeError):
        drafts.save(taken(world), by=editor, revision=0, state="printed")


def test_dropping_needs_a_reason(world, editor):
    with pytest.raises(Unreadable):
        drafts.drop(taken(world), by=editor, reason=" ")

    assert submitted(world).state == SubmissionState.RECEIVED
