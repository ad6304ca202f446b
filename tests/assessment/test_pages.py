"""What the section, a unit and strangers see."""

import re

import pytest
from django.urls import reverse

from qianliyan.assessment.actions import schemes
from qianliyan.assessment.actions.calculating import perform
from qianliyan.assessment.models import Calculation, RecordedFact, Scheme
from qianliyan.assessment.settings import OTHERS_SHOWN
from qianliyan.configuration.actions import set_value
from qianliyan.core import clock
from qianliyan.notices.models import Notice
from tests import thread
from tests.assessment.steps import RULES, adopted_outside, assessor, calculated, copy_of, label, printed

DAY = {"valid_from": "2026-01-01"}


@pytest.fixture
def judge(world):
    return assessor(world)


@pytest.fixture
def made(world, judge, editor):
    first = thread.submitted(world, kind="problem")
    second = copy_of(first, world.neighbour_county)
    entry = printed(world, (first, 2), (second, 1))
    adopted_outside(editor, entry)
    schemes.publish(schemes.begin("试行", source=RULES, valid_from=clock.today(), by=judge), by=judge)
    return calculated(judge)


def page_of(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_the_section_sees_all_units_and_takes_one_apart(world, made, editor, sign_in):
    browser = sign_in(editor)

    page = page_of(browser.get(reverse("assessment:standings")))
    unit = page_of(browser.get(f"{reverse('assessment:standings')}?unit={world.county.pk}"))

    assert "青石县政府办 1 1 1 0 6.67" in page
    assert "青石县政府办的6.67分" in unit
    assert "第四条" in unit
    assert "农村生活污水处理设施运行情况" in unit


def test_htmx_gets_one_unit_alone(world, made, editor, sign_in):
    answer = sign_in(editor).get(
        f"{reverse('assessment:standings')}?unit={world.county.pk}", headers={"HX-Request": "true"}
    )

    assert answer.content.decode().startswith('<aside class="card" id="unit"')


def test_the_standings_take_the_same_few_queries_for_one_unit_and_many(
    world, made, editor, sign_in, django_assert_max_num_queries
):
    browser, counts = sign_in(editor), []

    for _more in range(2):
        with django_assert_max_num_queries(12) as counted:
            browser.get(reverse("assessment:standings"))
        counts.append(len(counted))
        copy_of(thread.submitted(world), world.province, receiver=world.city)
        calculated(editor)

    assert counts[0] == counts[1]


def test_a_unit_sees_where_its_own_points_come_from_and_nobody_else_s(world, made, officer, neighbour, sign_in):
    own = page_of(sign_in(officer).get(reverse("assessment:results")))

    assert "6.67分的来历" in own
    assert "白水县政府办" not in own
    assert "3.33" not in own
    assert "3.33分的来历" in page_of(sign_in(neighbour).get(reverse("assessment:results")))


@pytest.mark.parametrize(
    "address",
    [
        "/assessment/standings/",
        "/assessment/standings/export/?form=xlsx",
        "/assessment/facts/?fact=adopted",
        "/assessment/records/",
    ],
)
def test_the_section_s_pages_do_not_exist_for_a_unit(made, officer, sign_in, address):
    assert sign_in(officer).get(address).status_code == 404


def test_by_default_a_unit_reads_its_place_for_the_year_alone(world, made, officer, judge, sign_in):
    month = f"{clock.today():%Y-%m}"
    calculated(judge, month)
    browser = sign_in(officer)

    assert "名次 纵向组 · 第1名" in page_of(browser.get(reverse("assessment:results")))
    assert "第1名" not in page_of(browser.get(f"{reverse('assessment:results')}?period={month}"))


def test_the_office_may_show_the_totals_of_others(world, made, officer, chief, sign_in):
    set_value(OTHERS_SHOWN, value=True, office=world.city, valid_from=clock.today(), by=chief)

    page = page_of(sign_in(officer).get(reverse("assessment:results")))

    assert "白水县政府办 3.33" in page


def test_every_figure_leads_to_what_it_counts(made, editor, sign_in):
    browser = sign_in(editor)
    page = browser.get(reverse("assessment:standings")).content.decode()

    tiles = re.findall(r'<a href="([^"]*facts/[^"]*)"><small>([^<]*)</small><b>(\d+)</b>', page)

    assert [(name, number) for _url, name, number in tiles] == [
        ("收到信息", "2"),
        ("刊物采用", "1"),
        ("上级采用", "1"),
        ("本级领导批示", "0"),
        ("上级领导批示", "0"),
    ]
    for url, _name, number in tiles:
        assert f"共{number}条" in browser.get(url.replace("&amp;", "&")).content.decode()


def test_the_standings_go_out_as_a_spreadsheet(made, editor, sign_in):
    answer = sign_in(editor).get(f"{reverse('assessment:export')}?form=xlsx")

    assert answer.content.startswith(b"PK")
    assert answer["Content-Disposition"] == f'attachment; filename="standings-{label()}.xlsx"'
    assert sign_in(editor).get(f"{reverse('assessment:export')}?form=exe").status_code == 404


@pytest.mark.parametrize("period", ["2026-13", "去年", "2026-Q9", "' or 1=1"])
def test_a_period_that_means_nothing_is_not_found(editor, sign_in, period):
    assert sign_in(editor).get(reverse("assessment:standings"), {"period": period}).status_code == 404


def test_a_scheme_goes_from_a_copy_through_its_mistakes_to_the_units(world, judge, officer, sign_in):
    browser = sign_in(judge)
    started = browser.post(reverse("assessment:new_scheme"), {"title": "2027年办法", "start": "shipped", **DAY})
    scheme = Scheme.objects.get()
    assert started.url == reverse("assessment:scheme_text", args=[scheme.uid])

    text = {"title": "2027年办法", "revision": 0, "source": scheme.source.replace("points: 8", "points: 八"), **DAY}
    saved = browser.post(started.url, text, follow=True)
    assert "处写错" in page_of(saved)
    assert "还缺" in page_of(browser.post(reverse("assessment:scheme_publication", args=[scheme.uid])))

    good = {**text, "revision": 1, "source": scheme.source}
    assert "已保存" in page_of(browser.post(started.url, good, follow=True))
    browser.post(reverse("assessment:scheme_publication", args=[scheme.uid]))

    assert Scheme.objects.get().state == "published"
    assert Notice.objects.filter(person=officer.person, url=reverse("assessment:scheme", args=[scheme.uid])).exists()
    assert "省政府办公厅采用" in page_of(sign_in(officer).get(reverse("assessment:scheme", args=[scheme.uid])))
    assert browser.get(started.url).status_code == 404


def test_a_stale_save_of_a_scheme_keeps_what_was_typed(world, judge, sign_in):
    scheme = schemes.begin("办法", source=RULES, valid_from=clock.today(), by=judge)
    browser, page = sign_in(judge), reverse("assessment:scheme_text", args=[scheme.uid])
    text = {"title": "办法", "revision": 0, "source": RULES, **DAY}
    browser.post(page, text)

    answer = browser.post(page, {**text, "source": RULES + "# 我的字"})

    assert answer.status_code == 422
    assert "我的字" in answer.content.decode()


def test_the_live_check_names_the_line_or_reads_the_articles(judge, sign_in):
    browser, page = sign_in(judge), reverse("assessment:scheme_check")

    wrong = page_of(browser.post(page, {"source": RULES.replace("points: 8", "points: 八")}))
    right = page_of(browser.post(page, {"source": RULES}))

    assert "第8行" in wrong
    assert "可以使用，3条规则" in right


def test_rules_are_compared_article_by_article(judge, sign_in):
    first = schemes.begin("旧", source=RULES, valid_from=clock.today(), by=judge)
    second = schemes.begin("新", source=RULES.replace("points: 8", "points: 9"), valid_from=clock.today(), by=judge)

    page = page_of(
        sign_in(judge).get(f"{reverse('assessment:scheme_comparison', args=[second.uid])}?with={first.number}")
    )

    assert "每条8" in page
    assert "每条9" in page


def test_a_trial_shows_every_unit_s_change_and_the_shares(world, made, judge, sign_in):
    tried = schemes.begin("新", source=RULES.replace("points: 8", "points: 16"), valid_from=clock.today(), by=judge)
    browser = sign_in(judge)
    answer = browser.post(reverse("assessment:trials", args=[tried.uid]), {"label": label()})
    trial = Calculation.objects.get(purpose="trial")
    calculated_now = page_of(browser.get(answer.url))
    assert "正在计算" in calculated_now

    perform(trial.pk)

    page = page_of(browser.get(answer.url))
    assert "青石县政府办 纵向组 6.67 12.00 +5.3333" in page
    assert "批示、上级采用 88.9%" in page


def test_a_result_outside_is_entered_from_the_printed_entry(world, editor, officer, sign_in):
    entry = printed(world, (thread.submitted(world), 1))
    browser, page = sign_in(editor), f"{reverse('assessment:new_record')}?entry={entry.uid}"
    given = {"fact": "adopted", "on": f"{clock.today()}", "level": "province", "evidence": "省通报第3期"}

    assert "1处要改" not in page_of(browser.get(page))
    without = browser.post(page, {**given, "evidence": ""})
    browser.post(page, given)

    assert (without.status_code, "依据" in page_of(without)) == (422, True)
    record = RecordedFact.objects.get()
    assert [(share.unit, share.weight) for share in record.shares.all()] == [(world.county, 1)]
    address = reverse("assessment:record", args=[record.uid])
    assert sign_in(officer).get(address).status_code == 200
    assert sign_in(world.seats["neighbour"]).get(address).status_code == 404


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"level": ""}, "哪一级"),
        ({"on": "2999-01-01"}, "今天之后"),
        ({"on": "昨天"}, "有效的日期"),
        ({"fact": "bonus"}, "请填数值"),
        ({"units": []}, "请选定有份的单位"),
        ({"title": " "}, "题目"),
        ({"value": "很多"}, "数字"),
    ],
)
def test_bad_input_is_answered_at_the_field(world, editor, sign_in, changed, words):
    given = {"fact": "instructed", "on": f"{clock.today()}", "level": "province", "evidence": "批示件"}
    given |= {"title": "一条", "units": [world.county.pk], **changed}

    answer = sign_in(editor).post(reverse("assessment:new_record"), given)

    assert answer.status_code == 422
    assert words in page_of(answer)
    assert RecordedFact.objects.count() == 0
