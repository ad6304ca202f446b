"""Clocks of urgent events: what seems late is said to the assessor alone, and he decides after hearing the unit."""

from datetime import timedelta

import pytest
from django.urls import reverse

from qianliyan.assessment import clocks
from qianliyan.assessment.actions import hearing
from qianliyan.assessment.clocks import Clock
from qianliyan.assessment.models.hearing import Fault
from qianliyan.assessment.settings import EVENT_CLOCKS
from qianliyan.assessment.suspected import suspicions
from qianliyan.configuration.actions import set_value
from qianliyan.core import clock
from qianliyan.items.models import Submission
from tests import thread
from tests.assessment.steps import copy_of, page_of
from tests.thread import TITLE


def reported(world, hours, **fields):
    happened = clock.now() - timedelta(hours=hours)
    return thread.submitted(world, **{"urgency": "extra", "kind": "warning", "occurred_at": happened, **fields})


def said(world):
    return [(one.name, one.fault, one.what.split("（")[0], one.known) for one in suspicions(world.city)]


def test_a_first_report_past_its_limit_is_said_with_its_times_and_without_its_title(world, judge, officer, sign_in):
    reported(world, 3.5)
    page = reverse("assessment:matters")

    assert said(world) == [("青石县政府办", Fault.LATE, "特急首报用时3小时30分钟", "规定首报限时2小时。")]
    assert "特急首报用时3小时30分钟" in page_of(sign_in(judge).get(page))
    assert TITLE not in page_of(sign_in(judge).get(page))
    assert "特急首报用时3小时30分钟" not in page_of(sign_in(officer).get(page))


@pytest.mark.parametrize(
    "fields", [{"hours": 1.9}, {"hours": 3.5, "urgency": "urgent"}, {"hours": 9, "urgency": "ordinary"}]
)
def test_what_came_in_its_time_is_not_said(world, judge, fields):
    reported(world, **fields)

    assert said(world) == []


def test_a_report_without_a_moment_has_no_clock(world, judge):
    reported(world, 5, occurred_at=None)

    assert said(world) == []


def test_an_event_that_was_not_followed_up_is_said_until_a_second_report_comes(world, judge):
    first = reported(world, 1)
    Submission.objects.filter(pk=first.pk).update(sent_at=clock.now() - timedelta(hours=30))
    assert [what for _name, _fault, what, _known in said(world)] == ["特急没有续报"]

    copy_of(first, world.county, sent_at=clock.now() - timedelta(hours=20))

    assert said(world) == []


def test_once_it_is_looked_into_it_is_not_said_again(world, judge, sign_in):
    reported(world, 3.5)
    (one,) = suspicions(world.city)
    assert "规定首报限时2小时。" in sign_in(judge).get(one.url).content.decode()

    hearing.open_matter(world.county, one.fault, matter=one.what, happened_on=one.due, known=one.known, by=judge)

    assert said(world) == []


def test_the_office_sets_the_limits_by_event_and_an_empty_table_watches_nothing(world, judge, chief):
    reported(world, 0.8)
    set_value(
        EVENT_CLOCKS,
        ["污水｜特急｜30｜0", "其他｜特急｜120｜24"],
        office=world.city,
        valid_from=clock.today(),
        by=chief,
    )
    assert [known for *_rest, known in said(world)] == ["规定首报限时30分钟。"]

    set_value(EVENT_CLOCKS, [], office=world.city, valid_from=clock.today(), by=chief)

    assert said(world) == []


def test_a_line_of_the_table_is_read_or_refused_with_its_form():
    assert clocks.read("地震 ｜特急｜30｜0") == Clock("地震", "extra", timedelta(minutes=30), None)
    for line in ("特急｜30｜6", "地震｜加急｜30｜6", "地震｜特急｜半小时｜6"):
        with pytest.raises(ValueError, match="事件｜缓急｜首报（分钟）｜续报（小时）"):
            clocks.read(line)
