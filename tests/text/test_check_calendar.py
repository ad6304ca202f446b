import pytest

from tests.text.marked import expected, found

IMPOSSIBLE = [
    "会议定于【2月30日】召开。",
    "【2025年2月29日】起施行。",
    "于【25时】结束。",
    "2024年2月29日起施行，23时59分截止。",
    "四月三十日前完成。",
    "【十三月五日】",
]
WEEKDAYS = [
    "定于【2026年3月5日（星期五】）召开。",
    "定于2026年3月5日（星期四）召开。",
    "2026年以来，3月5日（星期四）起降温。",
    "2026年以来，【3月5日（周五】）起降温。",
    "3月5日（星期五）召开。",
]
PERIODS = [
    "【3月20日至3月15日】集中开展检查。",
    "【3月20日至15日】集中开展检查。",
    "3月15日至20日集中开展检查。",
    "【2025年至2023年】累计投入。",
    "2023—2025年累计投入。",
    "每年11月至次年3月为采暖期。",
    "11月15日至3月15日采暖。",
    "每天【10时至9时】施工。",
    "每晚22时至6时施工。",
    "【2026年6月至3月】为汛期准备期。",
]


@pytest.mark.parametrize(
    ("rule", "example"),
    [
        *(("impossible-date", example) for example in IMPOSSIBLE),
        *(("weekday", example) for example in WEEKDAYS),
        *(("reversed-period", example) for example in PERIODS),
    ],
)
def test_days_and_periods_that_cannot_be_are_found_and_others_are_left_alone(rule, example):
    text, marked = expected(example)

    assert found(text, rule) == marked
