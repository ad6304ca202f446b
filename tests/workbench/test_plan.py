"""The plan of the closed year adds up to the figures that are aimed at, before a single step is played."""

from collections import Counter
from datetime import date

from qianliyan.workbench.demo.plan import closed_year
from qianliyan.workbench.demo.spans import Span
from qianliyan.workbench.demo.year.entering import issues_of


def test_the_plan_aims_at_the_published_figures():
    span = Span(tuple(closed_year(2025)), date(2026, 1, 31))
    year, reports = span.planned, span.reports

    assert Counter(issue.publication for issue in year.issues) == {"zhengwu": 200, "zhuanbao": 183, "qingshi": 12}
    assert (len(reports), sum(1 for one in reports.values() if one.issue)) == (913, 181)
    assert sum(issue.places for issue in span.above) == 181
    assert Counter(span.instructed.values()) == {"city": 81, "province": 14, "state": 1}
    assert sum(1 for order in year.orders if "-" not in order.unit) >= 6000


def test_the_same_plan_comes_out_again_after_a_message_to_another_process():
    span = Span(tuple(closed_year(2025)[:2]), date(2025, 3, 31))

    assert Span.read(span.told()).planned == span.planned


def test_how_far_it_is_goes_by_what_arrives_not_by_days():
    span = Span(tuple(closed_year(2025)[:2]), date(2025, 3, 31))

    days = date(2025, 1, 1), date(2025, 2, 1), date(2025, 3, 1)
    assert [span.done(day, span.whole_part) for day in days] == [0, 53, 100]


def test_the_two_halves_share_everything_out_and_are_about_as_large():
    span = Span.whole(date(2026, 11, 27))
    early, late = (issues_of(span, part) for part in span.halves)
    orders = [sum(part.holds(span.planned.belongs(one)) for one in span.planned.orders) for part in span.halves]

    assert sorted(one.name for one in [*early, *late]) == sorted(one.name for one in issues_of(span, span.whole_part))
    assert (sum(orders), abs(orders[0] - orders[1]) < 500) == (len(span.planned.orders) - 0, True)
