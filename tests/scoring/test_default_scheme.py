"""The scheme every installation starts with: quality first, nothing for mere sending."""

from importlib.resources import files
from pathlib import Path

from qianliyan.scoring import reading
from tests.scoring.desk import columns, fact, result, totals

DEFAULT = reading.read_file(Path(str(files("qianliyan.scoring").joinpath("schemes/default.yaml"))))


def spread(what, number, **more):
    """Give so many facts of different items, spread over the months of a year."""
    rows = [fact(what, item=f"{what}{more}{n}", **more) for n in range(number)]
    return [{**row, "on": f"2025-{n % 12 + 1:02}-10"} for n, row in enumerate(rows)]


def typical_year():
    """Give a good county's year, with the numbers of the sketch of standings."""
    return [
        *spread("submitted", 548),
        *spread("adopted", 156, level="city", form="single"),
        *spread("adopted", 19, level="province"),
        *spread("adopted", 1, level="state"),
        *spread("instructed", 4, leader_level="city", principal=True),
        *spread("instructed", 5, leader_level="city", principal=False),
        *spread("effect", 3),
        *spread("commission_adopted", 10),
        *spread("commission_delivered", 10),
        *spread("late", 1),
    ]


def test_a_typical_year_rests_on_instructions_adoption_above_and_effect():
    # 批示 4 × 15 + 5 × 8；上级 19 × 8 + 40；运用 3 × 8；本级每月13条封顶10分；约稿 10 + 5；扣 10
    assert columns(DEFAULT, typical_year(), "甲", period="2025") == {
        "期初": "0.0",
        "批示": "100.0",
        "上级采用": "192.0",
        "基层运用": "24.0",
        "本级采用": "120.0",
        "约稿": "15.0",
        "扣分": "10.0",
        "得分": "441.0",
        "质量占比": "70",
    }


def test_mere_sending_is_worth_nothing():
    assert totals(DEFAULT, [fact("submitted") for _ in range(100)]) == {"甲": "0.0"}


def test_own_bulletins_are_capped_by_the_month_and_the_cap_is_explained():
    rows = [fact("adopted", level="city", item=f"{n}") for n in range(30)]

    assert columns(DEFAULT, rows, "甲")["本级采用"] == "10.0"


def test_an_honest_error_costs_nothing_and_a_criticised_item_still_scores():
    rows = [fact("error"), fact("instructed", leader_level="city", principal=True, tone="critical")]

    assert totals(DEFAULT, rows) == {"甲": "15.0"}


def test_of_several_instructions_on_one_item_the_highest_counts():
    rows = [
        fact("instructed", leader_level="city", principal=True, item="一"),
        fact("instructed", leader_level="province", principal=False, item="一"),
    ]

    found = result(DEFAULT, rows)

    assert found.standings[0].total == 30
    assert [row.why for row in found.nothing] == ["同一条多次批示取最高：只计1项"]


def test_an_author_s_ledger_stands_beside_the_unit_s():
    rows = [fact("adopted", "甲、乙", authors=[{"person": "张", "office": "甲"}], level="province")]

    assert totals(DEFAULT, rows) == {"甲": "4.0", "乙": "4.0"}
    assert totals(DEFAULT, rows, subject="persons") == {"张": "8.0"}
