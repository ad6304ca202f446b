"""The closed year of the demo, counted: the figures that a city publishes at year's end come out of the data."""

from collections import Counter
from datetime import UTC, date, datetime

import pytest

from qianliyan.assessment.board import board_of
from qianliyan.bulletins.models import Credit, Issue
from qianliyan.core import clock
from qianliyan.instructions.models import Instruction
from qianliyan.items.models import Submission
from qianliyan.offices.models import Office
from qianliyan.workbench.demo.plan import closed_year
from qianliyan.workbench.demo.spans import Span
from qianliyan.workbench.demo.year.making import make_city

AFTER = datetime(2026, 1, 30, 10, tzinfo=UTC)


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_counting_the_closed_year_gives_its_published_figures(db):
    make_city(AFTER, Span(tuple(closed_year(2025)), date(2026, 1, 31)))

    with clock.at(AFTER):
        printed = Issue.objects.filter(state="printed", year=2025)
        sent = Submission.objects.filter(sent_at__year=2025, follows=None)
        above = Credit.objects.filter(entry__issue__year=2025, entry__issue__office__level="province")
        levels = Counter(Instruction.objects.exclude(state="void").values_list("level", flat=True))

    figures = {
        "政务信息": printed.filter(publication__name="政务信息").count(),
        "专报信息": printed.filter(publication__name="专报信息").count(),
        "上报": sent.filter(receiver__level="province").count(),
        "采用": above.values("submission").distinct().count(),
        "市领导批示": levels["city"],
        "省领导批示": levels["province"],
        "国务院领导批示": levels["state"],
    }
    assert figures == {
        "政务信息": 200,
        "专报信息": 183,
        "上报": 913,
        "采用": 181,
        "市领导批示": 81,
        "省领导批示": 14,
        "国务院领导批示": 1,
    }
    assert sent.filter(receiver__level="city").count() >= 6000
    with clock.at(AFTER):
        board = {one.code: one.value for one in board_of(Office.objects.get(short_name="市政府办公室"), 2025).figures}
    codes = ("reported", "adopted/province", "instructed/city", "instructed/province", "instructed/state")
    assert [board[code] for code in (*codes, "commended/province")] == [913, 181, 81, 14, 1, 3]
