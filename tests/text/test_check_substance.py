from datetime import date

import pytest

from qianliyan.text.checking.check import check
from qianliyan.text.checking.context import Leader, Lists, Phrase, Settings
from qianliyan.text.checking.finding import Severity
from qianliyan.text.checking.key_figures import key_figures
from qianliyan.text.parsing.parse import parse
from tests.text.measuring import FRESH

# Items of every style in which no layer is missing, set apart by blank lines.
WHOLE = (FRESH / "whole.txt").read_text(encoding="utf-8").strip().split("\n\n")
TITLE = "青溪县部分村级站点停业群众取件难"
BODY = "3月，青溪县摸底412个行政村的快递站点，停业68个，群众取件平均要走7公里。"
REASONS = "主要原因是件量少、路程远，站点入不敷出。建议由邮政牵头共同配送。"


def rules(body, rule, title=TITLE, **facts):
    return [finding for finding in check(body, title=title, **facts) if finding.rule == rule]


def test_without_kind_form_and_date_no_rule_about_them_speaks():
    silent = {
        "missing-layer",
        "missing-element",
        "mostly-empty",
        "length",
        "title-length",
        "narrow",
        "stale",
        "relative-time",
    }

    assert silent & {finding.rule for finding in check("昨日（3月5日）开会。" + BODY, title=TITLE * 3)} == set()


def test_a_problem_without_cause_and_proposal_is_asked_for_both():
    findings = rules(BODY, "missing-layer", kind="problem", form="single")

    assert [(finding.part, finding.placeholder) for finding in findings] == [
        ("title", "【请补充：问题产生的原因】"),
        ("title", "【请补充：对策建议】"),
    ]
    assert rules(BODY + REASONS + "部分居民无法取件。", "missing-layer", kind="problem", form="single") == []


def test_a_problem_that_only_counts_is_asked_for_its_effect_too():
    body = "3月，青溪县摸底412个行政村的快递站点，停业68个。"

    asked = [finding.placeholder for finding in rules(body, "missing-layer", kind="problem", form="single")]
    assert asked == ["【请补充：问题产生的原因】", "【请补充：对策建议】", "【请补充：问题造成的影响】"]


@pytest.mark.parametrize("item", WHOLE)
def test_causes_and_requests_are_seen_in_whatever_words(item):
    kind, title, body = item.split("|", 2)

    assert rules(body, "missing-layer", title=title, kind=kind, form="single") == []


def test_a_brief_item_need_only_tell():
    assert rules(BODY, "missing-layer", kind="problem", form="brief") == []


def test_days_without_a_month_are_a_time():
    text = "受冷空气影响，23日至25日，青石县平均气温下降12℃，据县农业农村局统计，3个乡镇大棚受损。"

    assert "没有写明时间。" not in [finding.message for finding in check(text, kind="warning", form="single")]


def test_an_item_without_figure_is_asked_for_one_but_never_given_one():
    findings = rules("近期青溪县快递站点停业，据村民反映取件不便。", "missing-element", kind="problem")

    assert [(finding.message, finding.placeholder, finding.fix) for finding in findings] == [
        ("没有写明数据。", "【请补充：数据】", None)
    ]


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("有关工作情况的汇报", True),
        ("扎实推进快递进村工作", True),
        ("青溪县68个村级快递站点停业", False),
        ("青溪县村级快递站点停业问题突出", False),
    ],
)
def test_a_title_must_state_a_fact(title, found):
    assert bool(rules(BODY, "title-empty", title=title)) is found


def test_a_title_about_something_else_is_out_of_place():
    assert len(rules(BODY + REASONS * 2, "title-words", title="博物馆文创产品走俏国庆假期")) == 1
    assert rules(BODY + REASONS * 2, "title-words") == []


def test_praise_is_out_of_place_only_where_a_problem_is_announced():
    praise = "这项工作取得了显著成效。"

    assert len(rules(BODY + praise, "praise-in-problem", title="村级站点停业问题突出")) == 1
    assert rules(BODY + praise, "praise-in-problem", title="青溪县快递进村惠及群众") == []


def test_one_mention_of_a_house_phrase_is_no_fault_a_second_one_is():
    once = BODY + "县里高度重视。"

    assert rules(once, "empty-formula") == []
    assert len(rules(once + "各镇高度重视。", "empty-formula")) == 1


def test_old_news_is_old_by_its_kind():
    facts = {"written_on": date(2026, 3, 20)}

    assert len(rules("3月10日，青溪县发现隐患。", "stale", kind="warning", **facts)) == 1
    assert rules("3月19日，青溪县发现隐患。", "stale", kind="warning", **facts) == []
    assert rules("3月10日至19日，青溪县排查隐患。", "stale", kind="warning", **facts) == []
    assert rules("3月1日以来，青溪县排查隐患。", "stale", kind="warning", **facts) == []


@pytest.mark.parametrize(
    ("text", "found"), [("昨日（3月15日）开会。", 1), ("昨日（3月19日）开会。", 0), ("近日（2月1日）开会。", 1)]
)
def test_words_for_time_are_held_against_the_date(text, found):
    assert len(rules(text, "relative-time", written_on=date(2026, 3, 20))) == found


def test_what_was_printed_before_is_named_with_its_share():
    (finding,) = rules(BODY, "nothing-new", printed=[BODY + "其他内容。"])

    assert finding.message.startswith("正文有100%与已刊发的一条（“")
    assert rules(BODY, "nothing-new", printed=[BODY[: len(BODY) // 3]]) == []
    assert rules(BODY, "nothing-new", printed=["另一件事，与此无关，说的是水库除险加固。"]) == []


LEADERS = (
    Leader("郑大川", "市长", 1, date(2025, 1, 1), source="云川市人大常委会公告"),
    Leader("何小溪", "副市长", 2, date(2025, 1, 1)),
    Leader("王旧任", "副市长", 3, date(2020, 1, 1), until=date(2024, 12, 31)),
)


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("市长郑大川、副市长何小溪出席。", []),
        ("副市长何小溪、市长郑大川出席。", ["领导排序有误：郑大川（市长）应在何小溪（副市长）之前。"]),
        ("市长何小溪到场。", ["职务与姓名不符：何小溪的职务是副市长，文中写作市长。"]),
        ("市长郑小川到场。", ["领导姓名有误：市长是郑大川，文中写作郑小川。"]),
    ],
)
def test_leaders_are_held_against_the_dated_list(text, messages):
    settings = Settings(lists=Lists(leaders=LEADERS))

    findings = rules(text, "leaders", settings=settings, written_on=date(2026, 3, 20))

    assert [finding.message for finding in findings] == messages
    assert all(finding.severity is Severity.BLOCKING for finding in findings)


def test_the_office_adds_its_own_wordings_and_switches_rules():
    lists = Lists(phrases=(Phrase("三大攻坚", "三大攻坚战", "表述应完整。"),), secret_phrases=("某专项行动",))
    settings = Settings(severities={"title-empty": None, "vague-quantity": Severity.ADVICE}, lists=lists)

    findings = check("打好三大攻坚，部署某专项行动。部分乡镇进度较慢。", title="有关情况汇报", settings=settings)

    assert [(finding.rule, finding.severity) for finding in findings] == [
        ("political-wording", "blocking"),
        ("inner-mark", "blocking"),
        ("vague-quantity", "advice"),
    ]


def test_key_figures_are_listed_once_with_what_they_count():
    text = "青溪县快递站点停业\n3月，全县停业站点68个，占20.9%，补贴840万元。停业站点68个。"

    figures = [(figure.written, figure.about) for figure in key_figures(parse(text))]

    assert figures == [("68个", "全县停业站点"), ("20.9%", "占"), ("840万元", "补贴"), ("68个", "停业站点")]
