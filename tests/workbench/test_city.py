"""One month of the whole city: made by the real steps, and true in itself."""

from datetime import UTC, date, datetime

import pytest
from django.db import transaction

from qianliyan.assessment.models import Calculation
from qianliyan.bulletins.models import Credit, Issue
from qianliyan.core import clock
from qianliyan.history.models import Event
from qianliyan.history.seals import seal_pending
from qianliyan.items.models import Submission
from qianliyan.offices.powers import Level
from qianliyan.workbench.checking.rules import breaches
from qianliyan.workbench.demo.plan import Month
from qianliyan.workbench.demo.spans import Span
from qianliyan.workbench.demo.year.making import make_city

MONTH = Month(2025, 3, arrivals=90, bulletins=5, specials=3, reported=6, adopted=2, instructed=1, instructed_above=0)
NOW = datetime(2025, 4, 9, 10, tzinfo=UTC)
# Tables are made only when some test says that it needs them.
pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def _city(django_db_setup, django_db_blocker):
    """Make one month for all tests that only look at it."""
    with django_db_blocker.unblock(), transaction.atomic():
        make_city(NOW, Span((MONTH,), date(2025, 4, 10)))
        with clock.at(NOW):
            yield
        transaction.set_rollback(True)


@pytest.fixture
def city(_city):
    with clock.at(NOW):
        yield


def test_the_month_brings_what_its_plan_says(city):
    printed = Issue.objects.filter(state="printed", office__level="city")
    first_sent = Submission.objects.filter(receiver__level="city", follows=None)

    assert (
        printed.filter(publication__name="政务信息").count(),
        printed.filter(publication__name="专报信息").count(),
        first_sent.count(),
    ) == (5, 3, 90)


def test_the_month_holds_every_invariant(city):
    while seal_pending():
        continue

    assert [str(breach) for breach in breaches()] == []


def test_the_month_is_worked_out_by_the_published_rules(city):
    calculation = Calculation.objects.get(label="2025-03")

    assert (calculation.state, calculation.scheme.state, calculation.standings.count() > 30) == (
        "done",
        "published",
        True,
    )


def test_nothing_lies_in_the_future_and_the_trail_goes_forward(city):
    moments = list(Event.objects.order_by("pk").values_list("at", flat=True))

    assert (moments == sorted(moments), moments[-1] < NOW) == (True, True)


def test_every_printed_place_has_its_credit_and_every_way_of_sending_is_used(city):
    channels = set(Submission.objects.values_list("channel", flat=True))

    assert Credit.objects.count() >= Issue.objects.filter(state="printed").count()
    assert {"system", "chat", "mail", "paper"} <= channels


def test_no_two_titles_are_alike(city):
    # What the city reports upward keeps the title under which the unit wrote it.
    written = Submission.objects.filter(follows=None).exclude(receiver__level=Level.PROVINCE)
    titles = list(written.values_list("title", flat=True))

    assert len(titles) == len(set(titles))
