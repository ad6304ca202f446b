"""Real schemes that assess persons: escalation, shares of a pool, fees."""

import pytest

from qianliyan.scoring.folding import DoubtfulFacts
from tests.scoring.desk import columns, fact, offices, real, result, totals

YOUNG = offices(
    "persons:\n  - {person: 张, age: 28}\n  - {person: 王, age: 41}\n  - {person: 李, age: 30, leader: true}\n"
)


def paper(who, on, **more):
    return fact("submitted", "", authors=[who], on=on, characters=700, kind="problem", **more)


def test_s26_doubles_from_the_second_time_and_spares_those_outside_the_scheme():
    rows = [
        paper("张", "2026-01-10"),
        fact("submitted", "", authors=["张"], form="case", commission="约", on="2026-02-10"),  # 半篇，二月未完成 −1
        fact("submitted", "", authors=["张"], form="case", commission="约", on="2026-04-10"),
        fact("submitted", "", authors=["张"], form="case", commission="约", on="2026-04-11"),  # 两个事例折一篇
        fact("submitted", "", authors=["张"], form="case", on="2026-03-10"),  # 不是约稿需要的事例，不算
        *[paper("张", f"2026-{month:02}-10") for month in range(6, 12)],  # 三月 −2，五月 −4，十二月 −8
        fact("perfunctory", "", authors=["张"], on="2026-01-11"),  # −0.5
        fact("perfunctory", "", authors=["张"], on="2026-06-11"),  # −1
        fact("adopted", "", authors=["张"], level="county", value=5, on="2026-01-12"),  # 5
        fact(
            "adopted",
            "",
            authors=[{"person": "张", "weight": 3}, {"person": "王", "weight": 1}],
            level="state",
            on="2026-01-13",
        ),  # 30按参与程度 22.5、7.5
    ]

    found = columns(real("S26"), rows, "张", YOUNG, "2026", "persons")

    # 未报送 1 + 2 + 4 + 8 = 15，敷衍 1.5；加分 5 + 22.5；27.5 − 16.5 = 11
    assert found == {"加分": "27.5", "扣分": "16.5", "折合篇数": "8.5", "得分": "11"}
    assert totals(real("S26"), rows, YOUNG, "2026", "persons") == {"张": "11", "王": "7.5", "李": "0"}


def test_s26_refuses_a_value_outside_the_range_the_scheme_gives_the_editor():
    rows = [fact("adopted", "", authors=["张"], level="county", value=6)]

    with pytest.raises(DoubtfulFacts) as refusal:
        result(real("S26"), rows)

    assert refusal.value.doubts == [("f1", "录入值6超出规定范围（2至5）")]


def test_s38_shares_a_thousand_yuan_among_the_month_s_pictures():
    def picture(who, item, **more):
        return fact("submitted", "", authors=[who], form="picture", item=item, **more)

    rows = [
        picture("张", "一", work="清洁行动"),
        picture("张", "二", work="清洁行动"),  # 同日同一工作，不另计
        picture("张", "三", work="防汛"),
        picture("张", "三", work="防汛", on="2026-03-09"),  # 重报，同一条
        picture("王", "四", work="清洁行动"),
        picture("王", "五", work="防汛", late=True),  # 迟报不计
        picture("王", "六", work="防汛", on="2026-04-01"),  # 四月只此一件
    ]

    march = totals(real("S38"), rows, period="2026-03", subject="persons")
    year = totals(real("S38"), rows, period="2026", subject="persons")

    assert march == {"张": "666.67", "王": "333.33"}
    assert year == {"王": "1333.33", "张": "666.67"}


def test_s47_keeps_points_and_fees_apart_for_unit_and_person():
    known = offices("persons:\n  - {person: 张, role: 委员}\n  - {person: 王}\n")
    rows = [
        fact("adopted", "一支部", authors=["张"], publication="吕梁民进信息", item="一"),  # 5分5元
        fact("adopted", "一支部", authors=["张"], publication="省政府", item="一"),  # 30分30元
        fact("instructed", "一支部", authors=["张"], leader_level="province", item="一"),  # 100元
        fact("adopted", "二支部", authors=["王"], publication="市政协", item="二"),  # 10分10元
        fact("adopted", "二支部", authors=["王"], publication="全国政协", item="二"),  # 100元
    ]

    found = result(real("S47"), rows, known)

    figures = {part.name: (part.group, part.columns["得分"], part.columns["稿费"]) for part in found.standings}
    assert figures == {
        "一支部": ("", 35, 135),
        "二支部": ("", 10, 110),
        "张": ("代表委员", 35, 135),
        "王": ("会员", 10, 110),
    }
