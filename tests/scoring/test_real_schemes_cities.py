"""Real schemes of city and county offices, each with facts whose points are worked out by hand."""

from tests.scoring.desk import columns, fact, offices, real, result, totals


def test_s01_adds_every_level_and_lets_the_bonus_depend_on_the_bulletin():
    one = {"item": "一"}
    rows = [
        fact("adopted", publication="昨日情况", level="city", form="single", **one),  # 3
        fact("instructed", publication="昨日情况", leader_level="city", **one),  # +5
        fact("sent_up", level="province", **one),  # 2
        fact("adopted", publication="专报信息", level="province", form="research", **one),  # 30
        fact("instructed", leader_level="province", **one),  # 50
        fact("sent_up", level="state", **one),  # 10
        fact("adopted", publication="国办专报", level="state", **one),  # 50
        fact("adopted", "乙", publication="昨日情况", level="city", form="brief", item="二"),  # 1
        fact("adopted", "乙", publication="政务建议", level="city", item="三"),  # 20
        fact("instructed", "乙", publication="政务建议", leader_level="city", item="三"),  # +10
        fact("adopted", "乙", publication="专报信息", level="city", kind="ordinary", item="四"),  # 3
        fact("adopted", "乙", publication="互联网信息摘编", level="province", item="五"),  # 5
        fact("instructed", "丙", leader_level="state", item="六"),  # 100
        fact("adopted", "丙", publication="没有列入的刊物", level="province", item="七"),  # 0
    ]

    assert totals(real("S01"), rows) == {"甲": "150", "丙": "100", "乙": "39"}


def test_s03_counts_sending_up_and_leaves_out_what_was_cut_off():
    rows = [
        fact("adopted", publication="政务要情", level="city"),  # 10
        fact("adopted", publication="政务快讯", level="city"),  # 5
        fact("adopted", publication="政务快讯", form="special", level="city"),  # 10
        fact("sent_up", level="province"),  # 5
        fact("adopted", level="province"),  # 40
        fact("sent_up", level="state"),  # 30
        fact("adopted", level="state"),  # 80
        fact("instructed", leader_level="city", principal=True),  # 30
        fact("instructed", leader_level="city", principal=False),  # 原文未见，不计
        fact("instructed", leader_level="province", principal=True),  # 原文未见，不计
    ]

    assert totals(real("S03"), rows) == {"甲": "210"}


def test_s05_multiplies_the_superior_s_own_points_and_divides_them_equally():
    known = offices("- {office: 甲, group: 县市区}\n- {office: 乙, group: 县市区}\n- {office: 丙, group: 市级部门}\n")
    rows = [
        fact("adopted", "甲、乙", publication="专报信息", level="city"),  # 3 ÷ 2 = 1.5
        fact("adopted", "甲", publication="增刊", level="city"),  # 10
        fact("instructed", "乙", leader_level="city"),  # 10
        fact("adopted", "乙", level="province", channel="direct", value=4),  # 4
        fact("adopted", "乙、丙", level="province", channel="forwarded", value=5),  # 5 × 2 ÷ 2 = 5
        fact("adopted", "丙", level="state", channel="forwarded", value="1.5"),  # 1.5 × 5 = 7.5
    ]

    found = result(real("S05"), rows, known)

    standings = {part.name: (found.text(part.total), part.group, part.rank) for part in found.standings}
    assert standings == {
        "乙": ("20.5", "县市区", 1),
        "甲": ("11.5", "县市区", 2),
        "丙": ("12.5", "市级部门", 1),
    }


def test_s09_pays_a_composite_flat_and_passes_the_province_s_criticism_on():
    rows = [
        fact("checked", kind="组织领导到位"),  # 20
        fact("checked", kind="完成月任务"),  # 20
        fact("adopted", publication="政务", form="single", level="county", item="一"),  # 10
        fact("adopted", publication="政府专报", form="composite", level="city", item="一"),  # 100
        fact("adopted", "甲、乙", publication="政府专报", form="composite", level="city", item="二"),  # 各10
        fact("adopted", publication="政务", form="brief", level="county", item="三"),  # 5
        fact("adopted", form="single", level="province", item="三"),  # 100
        fact("instructed", leader_level="county", item="三"),  # 20
        fact("instructed", leader_level="province", item="三"),  # 80
        fact("checked", "乙", kind="未完成月任务"),  # −30
        fact("late", "乙", blamed_by="province"),  # −100
        fact("late", "乙"),  # 无批评，不扣
        fact("concealed", "乙", blamed_by="province"),  # −200
        fact("false", "乙", value=60),  # −60
    ]

    # 甲 40 + (10 + 100 + 10 + 5 + 100) + (20 + 80) = 365；乙 10 − (30 + 100 + 200 + 60) = −380
    assert totals(real("S09"), rows) == {"甲": "365", "乙": "-380"}


def test_s17_lists_three_of_each_group_and_more_where_the_third_place_is_shared():
    names = {"一": "88", "二": "90.25", "三": "85", "四": "85", "五": "60"}
    known = offices(
        "".join(f"- {{office: {name}, group: 一类单位}}\n" for name in names) + "- {office: 镇, group: 乡镇街道}"
    )
    rows = [fact("recorded", name, kind="综合得分", value=value) for name, value in names.items()]
    rows += [
        fact("adopted", "一、二", level="city"),
        fact("adopted", "一", level="city", made_by="receiving_office"),
        fact("commission_delivered", "二"),
    ]

    found = result(real("S17"), rows, known)

    listed = [part.name for part in found.standings if part.group == "一类单位" and part.decisions[0].won]
    assert listed == ["二", "一", "三", "四"]
    assert columns(real("S17"), rows, "一", known) == {
        "综合得分": "88.0",
        "市采用条数": "1.0",
        "完成约稿次数": "0.0",
    }
    assert [row.why for row in found.nothing] == ["本办编写的综合信息不计入单位"]
    assert {part.name: (found.text(part.total), part.rank) for part in found.standings} == {
        "镇": ("0.0", 1),
        "二": ("90.3", 1),
        "一": ("88.0", 2),
        "三": ("85.0", 3),
        "四": ("85.0", 3),
        "五": ("60.0", 5),
    }


def test_s59_averages_over_scored_items_and_halves_the_late_one():
    rows = [
        fact("adopted", use="专报", item="一"),  # 5
        fact("instructed", leader_level="state", item="一"),  # 5
        fact("media", media="picture", item="一"),  # 1
        fact("media", media="video", item="一"),  # 只加一次
        fact("adopted", use="送阅", item="二"),  # 4
        fact("late", item="二"),  # −50% → 2
        fact("adopted", use="备查", item="三"),  # 1
        fact("adopted", use="备查", below_standard=True, item="四"),  # 不计
        fact("adopted", "乙", use="综合", item="五"),  # 2
        fact("concealed", "乙", item="六"),  # −10
    ]

    # 甲 (11 + 2 + 1) ÷ 3 条 = 4.666667；乙 (2 − 10) ÷ 1 条 = −8
    assert totals(real("S59"), rows) == {"甲": "4.666667", "乙": "-8"}


def test_s65_ranks_counties_by_ratio_in_a_year_that_starts_in_december():
    known = offices(
        "- {office: 甲, group: 县市区, 标准分: 300}\n- {office: 乙, group: 县市区, 标准分: 200}\n"
        "- {office: 丙, group: 县市区, 标准分: 100}\n- {office: 丁, group: 功能区, 标准分: 100}\n"
    )
    rows = [
        fact("recorded", "甲", kind="政务信息得分", value=150, on="2012-12-31"),
        fact("recorded", "甲", kind="政务信息得分", value=150, on="2013-11-30"),  # 300/300 = 1
        fact("recorded", "乙", kind="政务信息得分", value=240, on="2013-05-01"),  # 1.2
        fact("recorded", "丙", kind="政务信息得分", value=80, on="2013-05-01"),  # 0.8
        fact("checked", "丙", kind="未达标准分", value=2, on="2013-11-30"),
        fact("recorded", "丁", kind="政务信息得分", value=90, on="2013-05-01"),  # 0.9
    ]

    # 县：第一名20，第二名19.5，第三名19 − 2 = 17；功能区 20 × 0.9 = 18
    assert totals(real("S65"), rows, known, "2013") == {"乙": "20", "甲": "19.5", "丙": "17", "丁": "18"}


def test_a_fact_without_what_the_nearest_rule_asks_for_is_told_so():
    found = result(real("S05"), [fact("adopted", level="province", channel="fax", value=3), fact("effect")])

    assert [row.why for row in found.nothing] == [
        "不符合规则“省直报采用”的条件（报送渠道：直报）",
        "本办法对“基层运用”不计分",
    ]
