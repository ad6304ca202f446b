"""Real schemes of bureaus, courts and stations, each with facts whose points are worked out by hand."""

from tests.scoring.desk import columns, fact, offices, real, result, totals


def test_s22_doubles_step_by_step_keeps_two_layers_and_pays_two_authors_three_to_two():
    one = {"item": "一", "offices": ["甲"], "authors": ["张", "王", "李"]}
    rows = [
        fact("adopted", level="unit", **one),  # 2
        fact("adopted", level="city", medium="media", **one),  # 2 × 2 = 4
        fact("adopted", level="city", medium="body", **one),  # 2 × 2 × 2 = 8，同层次取高
        fact("adopted", level="province", medium="body", **one),  # 2 × 2 × 2 × 2 = 16
        fact("adopted", "乙", level="city", medium="body", characters=800, item="二"),  # 6 × 2 × 2 = 24
        fact("adopted", "乙", level="unit", form="paper", reposted=True, item="三"),  # 6 ÷ 2 = 3
        fact("adopted", "丙", level="unit", item="四"),  # 2 × 2（批示）= 4
        fact("instructed", "丙", leader_level="city", item="四"),
    ]

    assert totals(real("S22"), rows) == {"乙": "27", "甲": "24", "丙": "4"}
    # 最高两层 16 + 8 = 24，前两名按 3∶2
    assert totals(real("S22"), rows, subject="persons") == {"张": "14.4", "王": "9.6", "李": "0"}


def test_s23_stops_deductions_at_nothing_and_never_stops_the_bonus():
    known = offices("- {office: 甲, targets: {每季报送: 3}}\n- {office: 乙, targets: {每季报送: 1}}\n")
    rows = [
        fact("submitted", item="一"),
        fact("adopted", level="county", kind="政务", item="一"),  # 10
        fact("instructed", leader_level="city", item="一"),  # 20
        fact("commission_delivered"),  # 2
        fact("late"),  # −1；任务欠2条 −2
        *[fact("submitted", "乙") for _ in range(4)],
        *[fact("late", "乙") for _ in range(4)],  # −4
        fact("error", "乙", serious=True, blamed_by="city"),  # −2；采用率 0 < 30% −1，扣到0为止
        fact("submitted", "乙", on="2026-04-01"),
    ]

    year = result(real("S23"), rows, known, "2026-Q1")

    # 甲 6 − (1 + 2) + 32 = 35；乙 最大(0, 6 − 6 − 1) = 0
    assert {part.name: (year.text(part.total), part.marks) for part in year.standings} == {
        "甲": ("35", ()),
        "乙": ("0", ("未达标",)),
    }


def test_s23_over_a_year_adds_its_quarters():
    known = offices("- {office: 甲, targets: {每季报送: 1}}\n")
    rows = [fact("submitted", on="2026-01-05"), fact("late", on="2026-02-01")]

    # 一季度 6 − 1（迟报）− 1（采用率0）= 4；其余三个季度各欠1条 6 − 1 = 5
    assert totals(real("S23"), rows, known, "2026") == {"甲": "19"}


def test_s27_pays_the_base_in_proportion_and_caps_the_bonus():
    known = offices("- office: 城东\n- office: 白鹤\n- {office: 办公室, group: 局机关}\n")
    rows = [
        fact("adopted", "城东", level="county", value=6),
        fact("adopted", "城东", level="city", value=12),  # 超过任务9，只算9
        *[fact("bonus", "城东", value=6) for _ in range(2)],  # 12，至多10
        fact("adopted", "白鹤", level="county", value=2),  # 2/4
        fact(
            "adopted",
            offices=[{"office": "白鹤", "role": "lead"}, {"office": "办公室", "role": "editor"}],
            level="city",
            value=7,
            rewritten=60,
        ),  # 平分 3.5
        fact(
            "adopted",
            offices=[{"office": "白鹤", "role": "lead"}, {"office": "办公室", "role": "editor"}],
            level="city",
            value=1,
            rewritten=20,
        ),  # 全归白鹤
        fact("deducted_above", "白鹤", value=3),
        *[fact("submitted", "白鹤", on=f"2026-{month:02}-09") for month in range(1, 13)],
        *[fact("submitted", "城东", on=f"2026-{month:02}-{day}") for month in range(1, 13) for day in (10, 20)],
    ]

    found = totals(real("S27"), rows, known, "2026")

    # 城东 100 × (6 + 9) ÷ 15 + 10 = 110；白鹤 100 × (2 + 4.5) ÷ 11 − (3 + 12 × 0.5) = 50.0909…
    assert (found["城东"], found["白鹤"]) == ("110", "50.090909")


def test_s29_keeps_two_thresholds_and_the_lattice_of_kinds():
    known = offices("- office: 优安科\n- office: 执法大队\n")
    rows = [
        fact("adopted", "执法大队", level="state", form="research", item="一"),  # 16
        fact("adopted", "执法大队", level="province", kind="ordinary", item="二"),  # 4
        fact("adopted", "执法大队", level="city", form="brief", item="三"),  # 1
        fact("adopted", "执法大队", level="city", kind="网刊动态", item="四"),  # 1.5
        fact("adopted", "执法大队", level="province", kind="网刊动态", item="五"),  # 3
        fact("adopted", "优安科", level="county", kind="experience", item="六"),  # 4
    ]

    found = result(real("S29"), rows, known, "2026")

    assert {part.name: (found.text(part.total), part.marks) for part in found.standings} == {
        "执法大队": ("25.5", ()),
        "优安科": ("4", ("未完成年度任务",)),
    }
    done = {quota.quota: (quota.done, quota.target) for part in found.standings[:1] for quota in part.quotas}
    assert done == {"年度分值": (25.5, 10), "年度条数": (5, 5)}


def test_s32_counts_equivalents_for_the_division_and_for_the_person():
    rows = [
        fact("adopted", "刑庭", authors=["张"], level="city", publication="中院信息", item="一"),  # 1
        fact("adopted", "刑庭", authors=["张"], level="province", publication="高院信息", item="一"),  # 1
        fact("adopted", "刑庭", authors=["李"], level="city", publication="情况反映", item="二"),  # 2
        *[fact("adopted", "刑庭", authors=["李"], form="brief", item=f"简{n}") for n in range(4)],  # 4 × 1/4 = 1
    ]

    found = result(real("S32"), rows, period="2026")

    assert {part.name: part.total for part in found.standings} == {"刑庭": 5, "李": 3, "张": 2}
    met = {part.name: [(quota.quota, quota.target, quota.met) for quota in part.quotas] for part in found.standings}
    assert met == {"刑庭": [("部门任务", 8, False)], "李": [("个人任务", 2, True)], "张": [("个人任务", 2, True)]}


def test_s40_wants_ten_a_quarter_and_forty_a_year():
    rows = [
        fact("adopted", level="city", on="2026-01-10", item="一"),  # 20
        fact("adopted", level="county", on="2026-01-20", item="一"),  # 10
        fact("commission_delivered", on="2026-05-01"),  # 3
        fact("commission_missed", on="2026-05-02"),  # −3
        *[fact("submitted", on=f"2026-{month:02}-{day}") for month in range(1, 13) for day in (10, 20)],
    ]

    found = result(real("S40"), rows, period="2026").standings[0]

    assert (found.total, found.marks) == (
        30,
        ("季度未达标（2026-Q2）", "季度未达标（2026-Q3）", "季度未达标（2026-Q4）", "年度未达标"),
    )


def test_s45_looks_at_length_and_medium_together():
    rows = [
        fact("adopted", level="state", characters=800, medium="press"),  # 40
        fact("adopted", level="province", characters=799, medium="tv"),  # 15
        fact("adopted", level="city", characters=1200, medium="web"),  # 6
        fact("adopted", level="county", characters=300, medium="web"),  # 1
        fact("activity", kind="调研课题", level="city", grade="excellent"),  # 6 × 2 = 12
        fact("activity", kind="综合会议发言", level="province"),  # 80
        fact("activity", kind="专题会议发言", level="city"),  # 40
        fact("activity", kind="征文获奖", level="county"),  # 10
    ]

    assert totals(real("S45"), rows) == {"甲": "204"}


def test_s54_adds_submission_and_every_level_and_praises_five():
    rows = [
        fact("submitted", form="single", item="一"),  # 1
        fact("adopted", level="unit", form="single", item="一"),  # 2
        fact("adopted", level="city", form="research", item="一"),  # 8
        fact("adopted", level="state", form="research", item="一"),  # 10
        *[fact("submitted", f"社{n}") for n in range(5) for _ in range(n + 1)],
    ]

    found = result(real("S54"), rows)

    assert columns(real("S54"), rows, "甲") == {"得分": "21"}
    # 甲21，社4至社0为5至1分：前五名到2分为止
    assert [part.name for part in found.standings if part.decisions[0].won] == ["甲", "社4", "社3", "社2", "社1"]


def test_s67_has_groups_and_quotas_and_no_invented_points():
    known = offices("- {office: 甲, group: 第一组}\n- {office: 乙, group: 第三组, targets: {局采用: 1}}\n")
    rows = [
        *[fact("submitted", "甲", item=f"甲{n}") for n in range(15)],
        fact("submitted", "甲", form="research", item="研"),
        *[fact("submitted", "乙", item=f"乙{n}") for n in range(8)],
        fact("adopted", "乙", level="unit", item="乙1"),
    ]

    found = result(real("S67"), rows, known, "2026-03")

    # 甲 16/20，乙 8/8；第三组全年调研任务原文中断，故不考
    progress = {part.name: {q.quota: (q.done, q.target) for q in part.quotas} for part in found.standings}
    assert progress == {
        "甲": {"每月报送": (16, 20), "全年调研": (1, 8)},
        "乙": {"每月报送": (8, 8), "局采用": (1, 1)},
    }
    assert {part.name: found.text(part.total, "月任务完成率") for part in found.standings} == {
        "甲": "80.0",
        "乙": "100.0",
    }
