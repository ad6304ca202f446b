"""A problem that was merged into something else stays protected: on paper, in search, in circulars, on the way up."""

import pytest

from qianliyan.assessment.sources import titles_of
from qianliyan.bulletins.actions import composing, printing, signing
from qianliyan.bulletins.layouts import layout_of
from qianliyan.bulletins.models import Entry
from qianliyan.bulletins.queries.pieces import pieces_of
from qianliyan.desk.actions import drafts, joining, merging, upward
from qianliyan.desk.models import Draft
from qianliyan.desk.proofs import subject_of
from qianliyan.instructions.models import Instruction
from qianliyan.instructions.papers import hides_sources
from qianliyan.items.kinds import Kind
from qianliyan.workbench.checking.states import drafts_are_shielded_by_what_is_in_them
from tests.thread import submitted, taken

SECRET = "青石县三座设施停运半年"


def merged(world, *kinds):
    """A composite draft of submissions of these kinds; the first is the first to report."""
    sent = [submitted(world, kind=kind, title=f"第{place}条") for place, kind in enumerate(kinds, start=1)]
    return merging.merge(sent, by=world.seats["editor"])


def printed(world, draft):
    """The draft alone in a printed issue of the open bulletin."""
    chief = world.seats["chief"]
    issue = composing.start(world.bulletin, by=chief)
    composing.add(issue, drafts.hold_ready(draft, by=world.seats["editor"]), by=chief)
    signed = signing.sign(signing.send_for_signing(issue, by=chief), by=world.seats["secretary_general"])
    return printing.publish(signed, by=chief)


@pytest.mark.parametrize(
    ("kinds", "shielded"),
    [
        (("ordinary", "problem"), True),
        (("implementation", "warning"), True),
        (("problem", "ordinary"), True),
        (("ordinary", "experience"), False),
    ],
)
def test_a_composite_is_protected_if_anything_in_it_is(world, kinds, shielded):
    draft = Draft.objects.get(pk=merged(world, *kinds).pk)

    assert (draft.kind, draft.shielded, subject_of(draft).shielded) == (kinds[0], shielded, shielded)
    assert list(drafts_are_shielded_by_what_is_in_them()) == []


def test_what_comes_in_later_protects_and_what_is_taken_out_releases(world, editor):
    draft, problem = taken(world, kind="ordinary"), submitted(world, kind="problem")

    assert merging.take_in(draft, problem, by=editor).shielded is True
    assert merging.split(draft, problem, by=editor).shielded is False


def test_a_draft_that_takes_up_a_protected_one_is_protected(world, editor):
    draft = taken(world, kind="ordinary")
    other = drafts.hold_ready(taken(world, kind="warning"), by=editor)

    assert joining.join(draft, other, by=editor).shielded is True


def test_what_an_editor_himself_called_a_problem_goes_on_protecting_after_joining(world, editor):
    ordinary, own = (taken(world, kind=Kind.ORDINARY, title=title) for title in ("来稿", "编辑改作问题"))
    text = {"title": own.title, "body": own.body, "kind": Kind.PROBLEM}
    own = drafts.save(own, by=editor, revision=own.revision, **text)

    joined = joining.join(ordinary, drafts.hold_ready(own, by=editor), by=editor)

    assert (joined.kind, joined.shielded) == (Kind.PROBLEM, True)


def test_another_kind_in_the_editors_words_does_not_lift_the_protection(world, editor):
    draft = taken(world, kind="problem")

    saved = drafts.save(draft, by=editor, revision=draft.revision, kind=Kind.ORDINARY)
    own = drafts.write("小结", "正文", by=editor, why="年终小结")
    raised = drafts.save(own, by=editor, revision=0, kind=Kind.WARNING)

    assert [saved.shielded, raised.shielded] == [True, True]
    assert Draft.objects.get(pk=raised.pk).shielded is True


def test_on_paper_no_unit_stands_beside_it(world):
    issue = printed(world, merged(world, "ordinary", "problem"))

    assert [entry["units"] for entry in layout_of(issue, pieces_of(issue))["entries"]] == [["据基层反映"]]
    assert Entry.objects.get().units == "据基层反映"


def test_circulars_and_letters_hide_it(world):
    draft = merged(world, "ordinary", "problem")
    drafts.save(draft, by=world.seats["editor"], revision=0, title=SECRET)
    entry = Entry.objects.get(issue=printed(world, Draft.objects.get(pk=draft.pk)))

    assert titles_of([f"bulletins.entry:{entry.pk}/adopted"]) == {f"bulletins.entry:{entry.pk}/adopted": ""}
    assert hides_sources(Instruction(entry=entry)) is True


def test_it_goes_up_under_the_kind_that_protects_it(world, chief, editor):
    draft = drafts.hold_ready(merged(world, "ordinary", "warning"), by=editor)
    world.posts["chief"].powers.append("draft")
    world.posts["chief"].save()
    chief.refresh_from_db()

    item = upward.report_up(draft, by=chief)

    assert item.kind == "warning"
