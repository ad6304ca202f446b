from django.urls import reverse

from qianliyan.desk.actions import submissions
from qianliyan.desk.followups import FOLLOWUPS
from qianliyan.desk.states import OPINION_TRANSITIONS
from qianliyan.items.actions import sending
from qianliyan.items.states import SUBMISSION_TRANSITIONS
from qianliyan.notices.models import Notice
from tests.thread import printed_issue, submitted


def told(seat):
    found = Notice.objects.filter(person=seat.person).order_by("-pk")
    return list(found.values_list("kind", "url")[:1])


def test_an_arrival_is_work_for_every_editor_of_the_office(world, editor, chief, secretary_general, provincial_editor):
    submission = submitted(world)

    work = [("to_do", f"/desk/?chosen={submission.uid}")]
    assert {who: told(who) for who in (editor, chief, secretary_general, provincial_editor)} == {
        editor: work,
        chief: work,
        secretary_general: [],
        provincial_editor: [],
    }


def test_the_drafter_hears_that_it_was_taken(world, officer, editor):
    submission = submitted(world)

    submissions.take(submission, by=editor)

    assert told(officer) == [("news", reverse("items:item", args=[submission.item.uid]))]


def test_a_return_is_work_for_the_drafter_and_nobody_elses(world, officer, neighbour, editor):
    submission = submitted(world)

    submissions.send_back(submission, by=editor, reason="请核对")

    assert told(officer) == [("to_do", reverse("items:item", args=[submission.item.uid]))]
    assert told(neighbour) == []


def test_not_adopted_ends_it_for_the_drafter(world, officer, editor):
    submission = submitted(world)

    submissions.decline(submission, by=editor, reason="时效已过")

    assert told(officer) == [("done", reverse("items:item", args=[submission.item.uid]))]


def test_printing_ends_it_for_the_drafter(world, officer):
    issue = printed_issue(world)

    item = issue.entries.get().draft.sources.get().submission.item
    assert told(officer) == [("done", reverse("items:item", args=[item.uid]))]


def test_a_withdrawal_is_told_to_whoever_handles_it(world, editor, chief, signatory):
    submission = submissions.sign_for(submitted(world), by=editor)
    before = told(chief)

    sending.withdraw(submission, by=signatory, reason="情况有变化")

    assert told(editor) == [("news", reverse("desk:submission", args=[submission.uid]))]
    assert told(chief) == before


def test_every_verb_that_is_followed_exists():
    steps = (*SUBMISSION_TRANSITIONS, *OPINION_TRANSITIONS)
    verbs = {step.verb for step in steps} | {
        "opinion.ask",
        "submission.send",
        "submission.record",
        "submission.allot",
        "submission.ask",
        "submission.answer",
        "digest.make",
        "mail.set_aside",
        "submission.deliver",
        "submission.report_up",
        "submission.adopt_above",
        "submission.revoke_adoption",
    }

    assert set(FOLLOWUPS) <= verbs
