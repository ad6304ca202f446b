"""Signatures at the same moment: never two equal numbers, never a gap; and never one issue signed twice.

Only a database with real row locks can show that, so these tests run on PostgreSQL.
"""

import os
import signal
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, transaction

from qianliyan.bulletins.actions import printing, recalling, signing
from qianliyan.bulletins.models import Counter, Credit, Issue, PrintOrder
from qianliyan.core import clock
from qianliyan.core.errors import DomainError
from qianliyan.history.models import Event
from tests.thread import composed, signed_issue
from tests.world import World, build

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

AT_ONCE = 8


@pytest.fixture
def world(transactional_db: None) -> World:
    return build()


def at_once(steps: list[Callable[[], object]]) -> list[str]:
    """Take all steps in threads of their own at the same moment; return how each ended."""
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
        return list(pool.map(run, steps))


def awaiting(world: World) -> Issue:
    return signing.send_for_signing(composed(world), by=world.seats["chief"])


def numbers() -> list[int]:
    return sorted(Issue.objects.filter(number__isnull=False).values_list("number", flat=True))


def test_signatures_at_the_same_moment_take_different_numbers_without_a_gap(world: World):
    issues = [awaiting(world) for _ in range(AT_ONCE)]
    by = world.seats["secretary_general"]

    ends = at_once([lambda issue=issue: signing.sign(issue, by=by) for issue in issues])

    assert ends == ["done"] * AT_ONCE
    assert numbers() == list(range(1, AT_ONCE + 1))
    assert Counter.objects.get().last == AT_ONCE


def test_refused_signatures_in_between_leave_no_gap(world: World):
    issues = [awaiting(world) for _ in range(AT_ONCE)]
    signatory, composer = world.seats["secretary_general"], world.seats["chief"]
    seats = [signatory, composer] * (AT_ONCE // 2)

    ends = at_once([lambda i=issue, by=seat: signing.sign(i, by=by) for issue, seat in zip(issues, seats, strict=True)])

    assert ends == ["done", "NotAllowed"] * (AT_ONCE // 2)
    assert numbers() == list(range(1, AT_ONCE // 2 + 1))


def test_a_process_killed_between_number_and_signature_leaves_neither(world: World):
    issue, by = awaiting(world), world.seats["secretary_general"]
    connection.close()
    child = os.fork()
    if child == 0:
        # The number is taken and written, the transaction is not yet complete.
        with transaction.atomic():
            signing.sign(issue, by=by)
            os.kill(os.getpid(), signal.SIGKILL)

    _pid, status = os.waitpid(child, 0)

    assert os.WTERMSIG(status) == signal.SIGKILL
    assert (numbers(), list(Counter.objects.values_list("last", flat=True))) == ([], [])
    assert signing.sign(issue, by=by).number == 1


def test_one_issue_signed_from_two_screens_takes_one_number(world: World):
    issue = awaiting(world)
    by = world.seats["secretary_general"]

    ends = at_once([lambda: signing.sign(issue, by=by)] * 4)

    assert sorted(ends) == ["WrongState"] * 3 + ["done"]
    assert (numbers(), Counter.objects.get().last) == ([1], 1)
    assert Event.objects.filter(verb="issue.sign").count() == 1


def test_one_issue_printed_from_two_screens_is_printed_once(world: World):
    issue = signed_issue(world)
    by = world.seats["chief"]

    ends = at_once([lambda: printing.publish(issue, by=by)] * 4)

    assert sorted(ends) == ["WrongState"] * 3 + ["done"]
    assert (PrintOrder.objects.count(), Credit.objects.count()) == (1, 1)


def test_signing_and_sending_back_at_the_same_moment_end_in_one_of_them(world: World):
    issue = awaiting(world)
    by = world.seats["secretary_general"]

    ends = at_once([lambda: signing.sign(issue, by=by), lambda: signing.send_back(issue, by=by, reason="再压缩")])

    state = Issue.objects.get(pk=issue.pk).state
    assert sorted(ends) == ["WrongState", "done"]
    assert (state, numbers()) in [("signed", [1]), ("composing", [])]


def test_a_number_kept_on_paper_and_a_signature_at_the_same_moment_take_two_numbers(world: World):
    issue, chief, signatory = awaiting(world), world.seats["chief"], world.seats["secretary_general"]
    today = clock.today()

    ends = at_once(
        [
            lambda: signing.sign(issue, by=signatory),
            lambda: recalling.reserve(world.bulletin, by=chief, on=today, signatory="宋衡"),
        ]
    )

    assert (ends, numbers()) == (["done", "done"], [1, 2])


def test_two_workers_make_one_file(world: World):
    printing.publish(signed_issue(world), by=world.seats["chief"])
    order = PrintOrder.objects.get()

    ends = at_once([lambda: printing.make_file(order.pk)] * 3)

    order.refresh_from_db()
    assert (ends, order.state) == (["done"] * 3, "made")
    assert Event.objects.filter(verb="print_order.make").count() == 1
