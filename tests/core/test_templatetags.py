"""Moments, sizes, icons, charts and components as every page writes them."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.template import Context, Template

from qianliyan.core import clock
from qianliyan.core.templatetags import qianliyan as tags

HERE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 22, 9, 30, tzinfo=HERE)


def rendered(source: str, **values: object) -> str:
    with clock.at(NOW):
        return Template(source).render(Context(values)).strip()


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (NOW - timedelta(minutes=16), "今天 09:14"),
        (NOW - timedelta(hours=10), "昨天 23:30"),
        (NOW + timedelta(days=1), "明天 09:30"),
        (NOW - timedelta(days=2), "11月20日 09:30"),
        (NOW - timedelta(days=3), "11月19日"),
        (datetime(2025, 12, 31, 23, 59, tzinfo=HERE), "2025年12月31日"),
        (datetime(2026, 11, 21, 16, 5, tzinfo=ZoneInfo("UTC")), "今天 00:05"),
        (None, ""),
    ],
)
def test_a_moment_is_written_as_the_office_says_it(value: datetime | None, words: str) -> None:
    assert rendered("{{ value|moment }}", value=value) == words


def test_a_trail_keeps_the_minute_of_older_days_too() -> None:
    assert rendered("{{ value|full_moment }}", value=NOW - timedelta(days=30)) == "10月23日 09:30"


def test_a_printed_day_has_its_year() -> None:
    assert rendered("{{ value|full_day }} {{ value|day }}", value=date(2026, 11, 21)) == "2026年11月21日 昨天"


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (timedelta(days=1, hours=4, minutes=12), "还剩1天4小时"),
        (timedelta(days=2, minutes=5), "还剩2天"),
        (timedelta(hours=3, minutes=20), "还剩3小时20分"),
        (timedelta(minutes=9, seconds=59), "还剩9分钟"),
        (-timedelta(minutes=40), "已超40分钟"),
    ],
)
def test_a_deadline_says_how_much_is_left(left: timedelta, words: str) -> None:
    assert rendered("{{ value|remaining }}", value=NOW + left) == words


@pytest.mark.parametrize(("value", "words"), [(1036, "1036字"), ("　　一二 三\n四", "4字"), (None, "0字")])
def test_a_size_is_a_number_of_characters(value: str | int | None, words: str) -> None:
    assert rendered("{{ value|characters }}", value=value) == words


def test_a_share_of_nothing_is_a_dash() -> None:
    assert rendered("{{ 181|percent:913 }} {{ 3|percent:0 }}") == "19.8% —"


def test_a_labelled_icon_speaks_and_a_bare_one_is_silent() -> None:
    assert 'role="img" aria-label="搜索"' in rendered('{% icon "search" "搜索" %}')
    assert 'aria-hidden="true"' in rendered('{% icon "search" %}')


def test_an_unknown_icon_is_a_mistake_of_the_page() -> None:
    with pytest.raises(KeyError):
        tags.icon("unicorn")


def test_a_component_holds_its_content_and_sees_nothing_else_of_the_page() -> None:
    source = '{% component "side_part" title="办理过程" %}<b>{{ inner }}</b>{% endcomponent %}'

    html = rendered(source, inner="今天收到", aside="不该出现")

    assert html.endswith('<section class="side-part"><h2>办理过程</h2><b>今天收到</b></section>')


def test_what_people_typed_is_escaped_inside_components() -> None:
    html = rendered('{% component "card" title=title %}{{ title }}{% endcomponent %}', title="<script>")

    assert html.count("&lt;script&gt;") == 2
    assert "<script>" not in html


def test_a_meter_beyond_its_maximum_turns_red_and_stays_inside() -> None:
    html = rendered('{% meter 5 4 "5页，超过4页" %}')

    assert '<rect class="over" width="100" height="8"/>' in html


def test_charts_write_numbers_the_same_in_every_language() -> None:
    html = rendered("{% sparkline values '由1条增至9条' %}", values=[1, 5, 9])

    assert 'points="3,27 48,15 93,3 "' in html
