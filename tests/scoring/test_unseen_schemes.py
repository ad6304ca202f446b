"""Three invented schemes that are unlike the twenty real ones: written as data and worked out by hand."""

from qianliyan.scoring import reading
from tests.scoring.desk import DATA, columns, fact, offices, result

CITIES = offices(
    "offices:\n  - {office: 东州, group: 市州}\n  - {office: 西州, group: 市州}\n  - {office: 财厅, group: 省直}\n"
    "  - {office: 驻沪办, group: 驻外机构}\n"
)
FIRM = offices(
    "offices:\n  - {office: 一厂, 人数: 4}\n  - {office: 点, kind: 直报点, belongs_to: 一厂}\n"
    "persons:\n  - {person: 张}\n  - {person: 王}\n"
)
COUNTY = offices(
    "offices:\n  - {office: 清河, group: 镇, network: vertical, 订阅任务: 100, 上年条数: 5, 年任务: 10}\n"
    "  - {office: 农局, group: 局, network: horizontal, 订阅任务: 50, 上年条数: 10, 年任务: 4}\n"
)


def unseen(name):
    return reading.read_file(DATA / "invented" / f"{name}.yaml")


def adopted(who, **more):
    return fact("adopted", who, **more)


def test_monthly_places_become_points_and_two_missed_commissions_lose_the_year():
    province = {"level": "province"}
    rows = [
        # 十二月属下一年度：东州 6×1.5 = 9（要情重要、问题类），西州 3；东州第一、西州第二
        adopted("东州", on="2025-12-10", publication="要情", grade="重要", kind="problem", **province),
        adopted("西州", on="2025-12-11", publication="要情", grade="参阅", **province),
        # 一月：三家合报，各记1分，并列第一
        adopted("东州、西州、财厅", on="2026-01-05", publication="快报", **province),
        *[fact("submitted", "东州", on=f"2026-01-{day:02}") for day in range(1, 10)],  # 9条，超5 → 加2
        fact("submitted", "西州", on="2026-01-02"),  # 1条，欠3 → 减1
        # 批示：同级只计最高：副职分管 6×2 = 12 高于正职 10
        fact("instructed", "东州", item="甲", on="2026-01-08", leader_level="province", leader_rank="正职"),
        fact(
            "instructed",
            "东州",
            item="甲",
            on="2026-01-09",
            leader_level="province",
            leader_rank="副职",
            principal_area=True,
        ),
        fact("instructed", "西州", item="乙", on="2026-01-09", leader_level="province", leader_rank="副职"),  # 6
        *[fact("commission_missed", "财厅", on=f"2026-01-{day}") for day in (10, 20)],
        fact("concealed", "西州", on="2026-01-30"),
    ]

    found = result(unseen("ranks"), rows, CITIES, "2025-12..2026-01")

    # 东州：月名次分 (100+100)/2，批示比 100，任务分 十二月 −2 一月 +2
    east = columns(unseen("ranks"), rows, "东州", CITIES, "2025-12..2026-01")
    assert {name: east[name] for name in ("月得分", "月名次分", "批示分", "批示比", "任务分", "年得分")} == {
        "月得分": "10.00",
        "月名次分": "100.00",
        "批示分": "12.00",
        "批示比": "100.00",
        "任务分": "0.00",
        "年得分": "100.00",
    }
    # 西州：(95+100)/2 = 97.5，批示比50，任务分 −2−1 = −3；97.5×0.6 + 20 − 3 = 75.5。财厅两次约稿落空，全年为零
    assert {row.name: found.text(row.total, found.scheme.total) for row in found.of("offices")} == {
        "东州": "100.00",
        "西州": "75.50",
        "财厅": "0.00",
        "驻沪办": "0.00",
    }
    assert [(row.name, row.rank) for row in found.of("offices") if row.rank] == [("东州", 1), ("西州", 2), ("财厅", 1)]


def test_the_best_three_of_a_quarter_count_half_from_the_second_on_and_points_turn_into_money():
    sheet = {"review_sheet": True}
    own = {"level": "unit", **sheet}
    rows = [
        adopted("一厂", item="a", characters=2600, on="2026-01-05", **own),  # 最小(6, 2+5) = 6
        adopted("一厂", item="b", characters=1000, on="2026-01-12", reposted=True, **own),  # 4 ÷ 2 = 2，第三项减半 1
        adopted("点", item="c", characters=1600, on="2026-01-20", **own),  # 直报点转记一厂：5，第二项减半 2.5
        adopted("一厂", item="d", characters=400, on="2026-02-20", elapsed_minutes=5000, **own),  # 2×0.8，第四，不计
        adopted("一厂", item="e", characters=5000, on="2026-02-21", level="unit"),  # 无审签单，无效
        adopted("一厂", item="f", level="state", place="头版", on="2026-03-02", **sheet),  # 60×2 = 120
        adopted("一厂", item="f", level="province", on="2026-03-03", **sheet),  # 30×0.3 = 9；季度外部封顶100
        *[fact("plagiarised", "一厂", item=f"p{n}", on=f"2026-03-1{n}") for n in range(2)],  # 5 + 20
    ]

    found = columns(unseen("money"), rows, "一厂", FIRM, "2026-Q1")

    # 每周一条：一季度结束的十三周都缺，0.5×13 = 6.5；负责人署名稿按半年，本季不判
    assert found["基本积分"] == "9.5"
    assert found["外部积分"] == "100"
    assert found["扣分"] == "31.5"
    assert found["积分"] == "78"
    assert (found["星级"], found["人均"], found["奖金"]) == ("3", "19.5", "424")


def test_fees_of_two_and_three_authors_are_shared_as_the_number_of_them_says():
    def written(*people):
        return adopted("一厂", authors=[*people], level="county", review_sheet=True, item="、".join(people))

    rows = [written("张", "王"), written("王", "张"), written("张")]

    # 张：30 + 20 + 50；王：20 + 30
    fees = {who: columns(unseen("money"), rows, who, FIRM, "2026-Q1", "persons")["稿酬"] for who in ("张", "王")}
    assert fees == {"张": "100", "王": "50"}


def test_items_get_prizes_instead_of_points_and_units_a_share_of_five():
    both = [{"office": "清河", "role": "lead", "weight": 3}, {"office": "农局", "role": "assist"}]
    printed = {"printed_on": "2026-03-05"}
    rows = [
        adopted("", offices=both, item="a", level="province", **printed),  # 上档：牵头1，配合0.5
        fact("instructed", "", offices=both, item="a", leader_level="city", principal=True, on="2026-03-09"),
        adopted("清河", item="b", level="county", form="brief", **printed),  # 0.25
        adopted("农局、清河", item="c", level="county", form="composite", **printed),  # 按份额各1
        fact("subscribed", "清河", value=50, on="2026-03-31"),
        fact("submitted", "清河", kind="problem", item="d", on="2026-02-01"),
    ]

    found = result(unseen("ladder"), rows, COUNTY, "2026-Q1")
    town = columns(unseen("ladder"), rows, "清河", COUNTY, "2026-Q1")

    assert [(prize.item, prize.prize) for prize in found.prizes] == [("a", "一等")]
    # 清河：折合 4 + 0.25 + 1 = 5.25，完成比 0.525，订阅分 0.5；5×(0.42 + 0.1) = 2.6；比上年 +5%
    assert (town["折合条数"], town["同比"], town["考核折分"]) == ("5.25", "5.00", "2.60")
    # 农局：折合 0.5×4 + 1 = 3，完成比 0.75；5×0.6 = 3；比上年 −70%
    assert columns(unseen("ladder"), rows, "农局", COUNTY, "2026-Q1")["考核折分"] == "3.00"
