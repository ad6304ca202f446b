"""今日: issues that wait for a receipt, and copy deadlines of today and tomorrow."""

from datetime import time

import pytest
from django.urls import reverse

from qianliyan.bulletins.actions import circulation, publications
from qianliyan.bulletins.models import Recipient
from qianliyan.core import clock
from tests.thread import printed_issue
from tests.workbench.test_today import jobs

LATE, EARLY = time(23, 59, 59), time(0, 0)


def sent_to_the_county(world):
    publications.change(world.bulletin, by=world.seats["chief"], many={"readers": [world.county]})
    return printed_issue(world)


def test_an_issue_that_came_in_waits_for_a_receipt(world, officer, sign_in):
    issue = sent_to_the_county(world)

    page = sign_in(officer).get(reverse("bulletins:publications"))

    assert jobs(officer) == [("签收", "1期刊物待签收", "去签收")]
    assert [(one.pk, one.unsigned) for one in page.context["received"]] == [(issue.pk, True)]


def test_what_is_signed_for_waits_no_longer(world, officer):
    sent_to_the_county(world)
    circulation.sign_for(Recipient.objects.get(), by=officer)

    assert jobs(officer) == []


@pytest.mark.parametrize(
    ("at", "shown"), [(LATE, ["《政务信息》今天23:59截稿"]), (EARLY, ["《政务信息》明天00:00截稿"])]
)
def test_the_copy_deadline_of_the_day_stands_before_the_composer(world, chief, monkeypatch, at, shown):
    monkeypatch.setattr("qianliyan.configuration.calendar.country_works_on", lambda _day: True)
    publications.change(world.bulletin, by=chief, frequency="daily", deadline_time=at)

    assert [what for tag, what, _label in jobs(chief) if tag == "截稿"] == shown


def test_a_deadline_that_is_days_away_is_no_job(world, chief):
    day = (clock.today().isoweekday() + 3 - 1) % 7 + 1
    publications.change(world.bulletin, by=chief, frequency="weekly", deadline_day=day, deadline_time=LATE)

    assert [tag for tag, _what, _label in jobs(chief) if tag == "截稿"] == []
