from datetime import UTC, datetime
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction

from qianliyan.bulletins.models import Credit, Entry, Issue
from qianliyan.core import clock
from qianliyan.desk.models import Draft
from qianliyan.history.models import Event
from qianliyan.history.seals import seal_pending, verify
from qianliyan.instructions.models import Instruction, Reader
from qianliyan.items.models import Item, SignOff, Submission
from qianliyan.items.states import ItemState, SubmissionState
from qianliyan.offices.models import Seat
from qianliyan.text.parsing.counting import character_count
from qianliyan.workbench.checking.rules import breaches
from qianliyan.workbench.demo.accounts import accounts
from qianliyan.workbench.demo.making import make
from qianliyan.workbench.installation import Nature, nature
from tests.workbench.test_today import jobs

NOW = datetime(2026, 11, 22, 10, 46, tzinfo=UTC)


def picture():
    """Everything that is told by the world, without what is random by nature."""
    return {
        "items": list(Item.objects.order_by("pk").values_list("title", "body", "state", "revision", "saved_at")),
        "submissions": list(Submission.objects.order_by("pk").values_list("title", "state", "sent_at", "characters")),
        "drafts": list(Draft.objects.order_by("pk").values_list("title", "body", "state", "saved_at")),
        "issues": list(Issue.objects.order_by("pk").values_list("state", "number", "signed_on", "layout")),
        "entries": list(Entry.objects.order_by("pk").values_list("title", "units", "position")),
        "credits": list(Credit.objects.order_by("pk").values_list("office__name", "weight")),
        "events": list(Event.objects.order_by("pk").values_list("verb", "at", "actor", "text_digest")),
    }


def made(now):
    """Make the world, look at it, and leave nothing behind."""
    with transaction.atomic():
        make(now)
        seen = picture()
        transaction.set_rollback(True)
    return seen


@pytest.fixture(scope="module")
def _demo(django_db_setup, django_db_blocker):
    """Make one demo world for all tests that only look at it."""
    with django_db_blocker.unblock(), transaction.atomic():
        make(NOW)
        with clock.at(NOW):
            yield
        transaction.set_rollback(True)


@pytest.fixture
def demo(_demo, django_db_blocker):
    with django_db_blocker.unblock(), clock.at(NOW):
        yield


def test_the_same_moment_gives_the_same_world(db):
    assert made(NOW) == made(NOW)


def test_the_demo_holds_every_invariant(demo):
    while seal_pending():
        continue

    assert [str(breach) for breach in breaches()] == []
    assert list(verify()) == []


def test_nothing_lies_in_the_future_and_the_trail_goes_forward(demo):
    moments = list(Event.objects.order_by("pk").values_list("at", flat=True))

    assert (moments == sorted(moments), moments[-1] < NOW) == (True, True)


def test_there_is_something_in_every_state(demo):
    assert set(Item.objects.values_list("state", flat=True)) == set(ItemState.values) - {ItemState.DISCARDED}
    assert set(Submission.objects.values_list("state", flat=True)) == set(SubmissionState.values)
    printed = Issue.objects.filter(state="printed").values_list("publication__name", "number")
    assert sorted(printed) == [("政务信息", number) for number in range(177, 187)]
    assert set(Issue.objects.exclude(state="printed").values_list("publication__name", "state")) == {
        ("政务信息", "composing"),
        ("专报信息", "awaiting"),
    }


def test_every_shown_account_has_something_to_do(demo):
    idle = [
        account.username
        for account in accounts()
        if not jobs(Seat.objects.filter(person__user__username=account.username).order_by("kind").first())
    ]

    assert idle == []


def test_leaders_have_written_on_one_text_and_have_another_before_them(demo):
    assert sorted(Instruction.objects.values_list("state", flat=True)) == ["forwarded", "given"]
    assert Reader.objects.filter(state="presented", seat__person__user__username="city-shizhang").count() == 1


def test_the_items_are_as_long_as_real_ones(demo):
    lengths = [character_count(body) for body in Item.objects.exclude(form="brief").values_list("body", flat=True)]

    assert (min(lengths) >= 60, max(lengths) <= 900, sum(lengths) // len(lengths) >= 250) == (True, True, True)


def test_the_command_says_who_may_sign_in(db):
    out = StringIO()

    call_command("demo", on="2026-11-22", small=True, stdout=out)

    told = out.getvalue()
    assert [account.username for account in accounts() if account.username not in told] == []
    assert nature() == Nature.DEMO


def test_one_item_was_signed_in_ink_with_the_photo_of_its_sheet(demo):
    signed = SignOff.objects.exclude(sheet=None).order_by("pk")

    assert [(one.get_stage_display(), one.seat.person.name, one.sheet.kind) for one in signed] == [
        ("核稿", "刘春梅", "jpeg"),
        ("保密审查", "刘春梅", "jpeg"),
        ("审核", "罗建平", "jpeg"),
        ("签发", "周启明", "jpeg"),
    ]
