"""The table of a scheme's numbers beside its text, with a real scheme in it."""

from pathlib import Path
from urllib.parse import quote

import pytest
from django.urls import reverse

from qianliyan.assessment.actions import schemes
from qianliyan.assessment.models import Scheme
from qianliyan.core import clock
from tests.assessment.steps import RULES, page_of

REAL = (Path(__file__).parents[2] / "examples/schemes/S62.yaml").read_text(encoding="utf-8")


@pytest.fixture
def scheme(judge):
    return schemes.begin("医改信息", source=REAL, valid_from=clock.today(), by=judge)


def name(path):
    return "/".join(quote(part, safe="") for part in path.split("/"))


def page(scheme, which="scheme_table"):
    return reverse(f"assessment:{which}", args=[scheme.uid])


def test_a_clerk_changes_a_cap_and_adds_a_quota_and_the_text_changes_with_them(scheme, judge, sign_in):
    browser = sign_in(judge)
    shown = page_of(browser.get(page(scheme)))
    assert "简报" in shown
    assert "事实：报送；种类：月报；日期：不迟于次月6日" in shown

    typed = {"revision": 0, name("columns/简报/bounds/0/max"): "12", name("quotas/+/quota"): "每月两条"}
    typed |= {name("quotas/+/each"): "month", name("quotas/+/count"): "submitted", name("quotas/+/target"): "2"}
    told = page_of(browser.post(page(scheme, "scheme_table_changes"), typed))
    assert "改为： 计分栏｜简报：每月不超过12分" in told
    saved = page_of(browser.post(page(scheme), typed, follow=True))

    assert "已保存，2条条文有变化" in saved
    text = REAL.replace(
        "{column: 简报, bounds: [{each: month, max: 10}]}", "{column: 简报, bounds: [{each: month, max: 12}]}"
    )
    added = "quotas:\n  - {quota: 每月两条, each: month, count: {fact: submitted}, target: 2}\n"
    assert Scheme.objects.get().source == text + added


def test_what_cannot_stand_is_said_at_its_number_and_nothing_typed_is_lost(scheme, judge, sign_in):
    typed = {"revision": 0, name("rules/简报/points"): "两分", name("rules/大事记/points"): "5"}

    answer = sign_in(judge).post(page(scheme), typed)

    assert answer.status_code == 422
    assert "“分值”应填数，如5、0.5、1/2，不是“两分”" in page_of(answer)
    assert 'value="两分"' in answer.content.decode()
    assert 'value="5"' in answer.content.decode()
    assert Scheme.objects.get().source == REAL


def test_numbers_typed_over_somebody_else_s_are_shown_again_before_they_are_saved(scheme, judge, sign_in):
    browser, typed = sign_in(judge), {"revision": 0, name("rules/大事记/points"): "5"}
    schemes.save_source(scheme, revision=0, source="# 县里改的\n" + REAL, by=judge)

    answer = browser.post(page(scheme), typed)
    assert answer.status_code == 422
    assert "有人保存过这个办法" in page_of(answer)
    assert 'value="5"' in answer.content.decode()
    browser.post(page(scheme), {**typed, "revision": 1})

    assert Scheme.objects.get().source.startswith("# 县里改的\n")
    assert "kind: 大事记}, points: 5}" in Scheme.objects.get().source


def test_a_text_with_mistakes_has_no_table_and_a_published_one_none_either(scheme, judge, editor, sign_in):
    broken = schemes.begin("坏", source=RULES.replace("points: 8", "points: 八"), valid_from=clock.today(), by=judge)

    assert "改好才能按表格填写" in page_of(sign_in(judge).get(page(broken), follow=True))
    assert sign_in(editor).get(page(scheme)).status_code == 404
    schemes.publish(scheme, by=judge)
    assert sign_in(judge).get(page(scheme)).status_code == 404


def test_the_table_takes_the_same_few_queries_for_any_scheme(scheme, judge, sign_in, django_assert_max_num_queries):
    browser = sign_in(judge)
    browser.get(page(scheme))

    with django_assert_max_num_queries(12):
        browser.get(page(scheme))
