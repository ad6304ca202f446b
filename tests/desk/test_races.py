"""Two editors at the same moment; only a database with real row locks can show that."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from qianliyan.core.errors import DomainError
from qianliyan.desk.actions import drafts, mail, merging, questions, submissions
from qianliyan.desk.mailbox import Letter
from qianliyan.desk.models import Draft, Handling, Mail, Source, UnsavedDraft
from qianliyan.history.models import Event
from qianliyan.items.models import Item, Submission
from qianliyan.items.models.submission import Channel
from tests.thread import ready_draft, submitted, taken
from tests.world import World, build

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def world(transactional_db: None) -> World:
    return build()


def at_once(*steps: Callable[[], object]) -> list[str]:
    """Take the steps in threads of their own at the same moment; return how they ended, sorted."""
    gate = Barrier(len(steps))

    def run(step: Callable[[], object]) -> str:
        try:
            gate.wait(timeout=30)
            step()
        except DomainError as refusal:
            return type(refusal).__name__
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(len(steps)) as pool:
        return sorted(pool.map(run, steps))


def both(world):
    return world.seats["editor"], world.seats["colleague"]


def test_two_editors_taking_one_submission_make_one_draft(world):
    submission = submitted(world)

    ends = at_once(*(lambda by=seat: submissions.take(submission, by=by) for seat in both(world)))

    assert ends == ["WrongState", "done"]
    assert (Draft.objects.count(), Source.objects.count()) == (1, 1)


def test_taking_and_returning_at_once_end_in_one_of_the_two(world):
    submission = submitted(world)
    editor, colleague = both(world)

    ends = at_once(
        lambda: submissions.take(submission, by=editor),
        lambda: submissions.send_back(submission, by=colleague, reason="请核对"),
    )

    outcome = (
        Submission.objects.get().state,
        Draft.objects.count(),
        Handling.objects.count(),
        Item.objects.get().state,
    )
    assert ends == ["WrongState", "done"]
    assert outcome in {("taken", 1, 0, "submitted"), ("returned", 0, 1, "drafting")}


def test_merging_the_same_ones_in_opposite_order_never_deadlocks(world):
    first, second = submitted(world), submitted(world)
    editor, colleague = both(world)

    ends = at_once(
        lambda: merging.merge([first, second], by=editor), lambda: merging.merge([second, first], by=colleague)
    )

    assert ends == ["Unreadable", "done"]
    assert (Draft.objects.count(), Source.objects.count()) == (1, 2)


def test_two_editors_saving_at_once_lose_neither_text(world):
    draft = taken(world)

    ends = at_once(
        *(lambda by=seat: drafts.save(draft, by=by, revision=0, body=by.person.name) for seat in both(world))
    )

    assert ends == ["Stale", "done"]
    assert {Draft.objects.get().body, UnsavedDraft.objects.get().body} == {"林编", "苗编"}


def test_dropping_and_placing_at_once_end_in_one_of_the_two(world):
    draft = ready_draft(world)
    editor, chief = world.seats["editor"], world.seats["chief"]

    ends = at_once(lambda: drafts.drop(draft, by=editor, reason="与另一条重复"), lambda: drafts.place(draft, by=chief))

    outcome = (Draft.objects.get().state, Submission.objects.get().state)
    assert ends == ["WrongState", "done"]
    assert outcome in {("dropped", "signed_for"), ("placed", "taken")}


def test_a_submission_signed_for_twice_is_recorded_once(world):
    submission = submitted(world)

    ends = at_once(*(lambda by=seat: submissions.sign_for(submission, by=by) for seat in both(world)))

    assert ends == ["WrongState", "done"]
    assert Event.objects.filter(verb="submission.sign_for").count() == 1


def test_taking_one_in_and_taking_it_alone_at_once_end_in_one_draft(world):
    draft, late = taken(world), submitted(world)
    editor, colleague = both(world)

    ends = at_once(lambda: merging.take_in(draft, late, by=editor), lambda: submissions.take(late, by=colleague))

    assert ends in (["Unreadable", "done"], ["WrongState", "done"])
    assert Source.objects.filter(submission=late).count() == 1


def test_two_answers_to_one_question_at_once_leave_one(world):
    asked = questions.ask(submitted(world), "分布在哪里", by=world.seats["editor"])
    officer, editor = world.seats["officer"], world.seats["editor"]

    ends = at_once(
        lambda: questions.answer(asked, "单位的答复", by=officer),
        lambda: questions.record_answer(asked, "电话里的答复", by=editor, channel=Channel.PHONE),
    )

    assert ends == ["WrongState", "done"]
    assert Event.objects.filter(verb="submission.answer").count() == 1


def test_the_same_letter_taken_in_twice_at_once_is_kept_once(world):
    letter = Letter("7.1", b"Message-ID: <1@x>\n\ntext")

    ends = at_once(*(lambda: mail.take_in(world.city, letter) for _one in range(2)))

    assert (ends, Mail.objects.count()) == (["done", "done"], 1)
