"""Four tables that real offices published, cell by cell from facts; what no rule explains is listed with its reason."""

import csv
from decimal import Decimal

import pytest

from qianliyan.scoring import reading
from tests.scoring.desk import DATA, fact, offices, real, result

JULY = {"on": "2011-07-20"}


def table(name):
    """Read a published table."""
    with (DATA / f"{name}.csv").open(encoding="utf-8") as lines:
        return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def register(rows):
    return offices("".join(f"- office: {row['单位']}\n" for row in rows))


def test_t04_follows_from_adopted_items():
    rows = table("t04")
    facts = [
        fact("adopted", row["单位"], level=level, on="2023-02-01")
        for row in rows
        for level, column in (("county", "本级采用"), ("city", "市级采用"))
        for _ in range(int(row[column]))
    ]

    found = result(reading.read_file(DATA / "t04.yaml"), facts, register(rows), "2023-Q1")

    ours = [
        {"名次": str(part.rank), "单位": part.name, **{name: str(value) for name, value in part.columns.items()}}
        for part in found.standings
    ]
    assert [sorted(row.items()) for row in ours] == [sorted(row.items()) for row in rows]


def facts_of_t06(rows):
    """Rebuild July's facts from the counts, and the months before as an opening balance."""
    for row in rows:
        who, month = row["单位"], int(row["本月得分"])
        yield from (fact("submitted", who, kind="简报", **JULY) for _ in range(int(row["简报期数"])))
        for column, kind in (("大事记得分", "大事记"), ("分析得分", "季度分析")):
            yield from [fact("submitted", who, kind=kind, **JULY)] if row[column] == "4" else []
        if row["月报得分"] == "4":
            yield fact("submitted", who, kind="月报", on="2011-08-06", period="2011-07")
        before = Decimal(row["累计得分"]) - month
        yield fact("opening", who, value=str(before), on="2011-06-30")


def test_t06_follows_from_reports_with_the_cap_on_briefs_and_shared_places():
    rows = table("t06")

    found = result(real("S62"), list(facts_of_t06(rows)), register(rows), "2011-07")

    ours = {
        part.name: {
            "简报得分": found.text(part.columns["简报"]),
            "大事记得分": found.text(part.columns["大事记"]),
            "月报得分": found.text(part.columns["月报"]),
            "分析得分": found.text(part.columns["分析材料"]),
            "本月得分": found.text(part.total),
            "累计得分": found.text(part.running),
            "名次": str(part.rank),
        }
        for part in found.standings
    }
    assert ours == {row["单位"]: {key: row[key] for key in row if key not in ("单位", "简报期数")} for row in rows}


# Every value in the rules is even, so no sum of them ends in .5: something before July was counted that the
# bulletin does not describe. The cells are taken over as opening balances, not explained.
UNEXPLAINED_IN_T06 = {"通川区": "32.5", "达县": "39.5", "宣汉县": "32.5"}


def test_t06_has_three_cumulative_cells_that_its_own_rules_cannot_give():
    openings = {row["单位"]: Decimal(row["累计得分"]) - Decimal(row["本月得分"]) for row in table("t06")}

    assert {unit: str(value) for unit, value in openings.items() if value % 2 not in (0, 1)} == UNEXPLAINED_IN_T06


@pytest.mark.parametrize(
    ("sent_on", "points"),
    [("2011-08-06", "4"), ("2011-08-07", "0")],
)
def test_s62_takes_a_monthly_report_until_the_sixth(sent_on, points):
    rows = [fact("submitted", kind="月报", on=sent_on, period="2011-07")]

    assert result(real("S62"), rows, period="2011-07").standings[0].total == int(points)


@pytest.mark.parametrize(("sent_on", "points"), [("2011-08-15", 2), ("2011-08-16", 0)])
def test_s62_back_fills_until_the_fifteenth_into_month_and_running_total(sent_on, points):
    rows = [fact("submitted", kind="简报", on=sent_on, period="2011-07")]

    july = result(real("S62"), rows, period="2011-07").standings[0]

    assert (july.total, july.running) == (points, points)


def test_t10_prints_rates_with_one_decimal_and_nothing_out_of_nothing_as_zero():
    rows = table("t10")
    facts = [
        fact(what, row["单位"], on="2017-04-10")
        for row in rows
        for what, column in (("submitted", "报送"), ("adopted", "采用"))
        for _ in range(int(row[column]))
    ]

    found = result(reading.read_file(DATA / "t10.yaml"), facts, register(rows), "2017-04")

    # The source prints 50% and 57.10%: the same one decimal with a spreadsheet's loose zeros.
    printed = {row["单位"]: f"{Decimal(row['采用率'].rstrip('%')):.1f}" for row in rows}
    assert {part.name: found.text(part.total, "采用率") for part in found.standings} == printed


def test_t13_adds_recorded_components_and_shares_the_ninth_place():
    rows = table("t13")
    components = ("信息公开及更新", "在线办事", "公众参与", "网站设计", "发布率")
    facts = [
        fact("recorded", row["单位"], kind=name, value=row[name], on="2011-12-20")
        for row in rows
        for name in components
    ]

    found = result(reading.read_file(DATA / "t13.yaml"), facts, register(rows), "2011")

    ours = {part.name: (found.text(part.total), part.rank) for part in found.standings}
    assert ours == {row["单位"]: (row["总分"], int(row["名次"])) for row in rows}
