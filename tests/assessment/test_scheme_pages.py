"""Rules on their way: begun, mistaken, mended, published, compared, tried."""

from django.urls import reverse

from qianliyan.assessment.actions import schemes
from qianliyan.assessment.actions.calculating import perform
from qianliyan.assessment.models import Calculation, Scheme
from qianliyan.core import clock
from qianliyan.notices.models import Notice
from tests.assessment.steps import RULES, label, page_of

DAY = {"valid_from": "2026-01-01"}


def test_a_scheme_goes_from_a_copy_through_its_mistakes_to_the_units(world, judge, officer, sign_in):
    browser = sign_in(judge)
    started = browser.post(reverse("assessment:new_scheme"), {"title": "2027年办法", "start": "shipped", **DAY})
    scheme = Scheme.objects.get()
    assert started.url == reverse("assessment:scheme_text", args=[scheme.uid])

    shown = browser.get(started.url).context["form"]["revision"].value()
    text = {"title": "2027年办法", "revision": shown, "source": scheme.source.replace("points: 8", "points: 八"), **DAY}
    saved = browser.post(started.url, text, follow=True)
    assert "处写错" in page_of(saved)
    assert "要补正" in page_of(browser.post(reverse("assessment:scheme_publication", args=[scheme.uid])))

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
