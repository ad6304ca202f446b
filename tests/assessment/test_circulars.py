"""A circular from its figures to print: masked, checked by the units, settled when every application is answered."""

from datetime import timedelta

import pytest
from django.urls import reverse

from qianliyan.assessment.actions import circulars
from qianliyan.assessment.models import Circular, ReviewRequest
from qianliyan.assessment.settings import MOST_TITLES, NAME_LAST, NAME_ZERO
from qianliyan.bulletins.actions import composing, printing, signing
from qianliyan.bulletins.models import Issue
from qianliyan.configuration.actions import set_value
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, NotReady, Stale, Unreadable, WrongState
from qianliyan.notices.models import Notice
from tests import thread
from tests.assessment.steps import adopted_outside, calculated, label, page_of, printed
from tests.thread import TITLE


@pytest.fixture
def circular(made, judge):
    return circulars.compose(label(), by=judge)


def later(days=10):
    return clock.at(clock.now() + timedelta(days=days))


def test_the_text_says_what_was_counted_and_not_who_reported_problems(circular):
    year = label()

    assert circular.title == f"关于{year}年政务信息采用情况的通报"
    assert circular.body.splitlines() == [
        f"{year}年，各单位报送政务信息2条，采用1条，采用率50.0%；省级采用1条。现将采用情况通报如下。",
        "一、总体情况",
        "层级\t采用（条）\t领导批示（件）",
        "市级\t1\t0",
        "省级\t1\t0",
        "国家\t0\t0",
        "各月采用情况如下图。",
        "各月\t采用条数（图）",
        *[f"{month}月\t{int(month == clock.today().month)}" for month in range(1, clock.today().month + 1)],
        "二、采用信息",
        "青石县政府办：另有1条题目不公开。",
        "白桑县政府办：另有1条题目不公开。",
        "（△市级采用　▲省级采用　★国家级采用　●领导批示）",
        "三、各单位情况",
        "（一）纵向组",
        "名次\t单位\t报送\t采用\t上级采用\t批示\t得分",
        "1\t青石县政府办\t1\t1\t1\t0\t6.67",
        "2\t白桑县政府办\t1\t1\t1\t0\t3.33",
        "得分比较如下图。",
        "纵向组各单位\t得分（图）",
        "青石县政府办\t6.67",
        "白桑县政府办\t3.33",
        "（二）横向组",
        "名次\t单位\t报送\t采用\t上级采用\t批示\t得分",
        "1\t市农业农村局\t0\t0\t0\t0\t0.00",
        "以上得分居各组前列的单位：青石县政府办、白桑县政府办。",
    ]
    assert TITLE not in circular.body
    assert "问题" not in circular.body


def test_a_month_s_circular_gives_no_places_and_no_order_of_them(world, made, judge):
    month = f"{label()}-{clock.today().month:02}"
    for unit, order in ((world.county, 2), (world.neighbour_county, 1)):
        type(unit).objects.filter(pk=unit.pk).update(order=order)
    calculated(judge, month)

    lines = circulars.compose(month, by=judge).body.splitlines()

    assert "单位\t报送\t采用\t上级采用\t批示\t得分" in lines
    named = [line.split("\t")[0] for line in lines if line.startswith(("青石", "白桑")) and "\t" in line]
    assert named == ["白桑县政府办", "青石县政府办"] * 2


def test_other_titles_stand_with_the_marks_of_what_became_of_them(world, judge, editor):
    entry = printed(world, (thread.submitted(world, kind="experience"), 1))
    adopted_outside(editor, entry)
    calculated(judge)

    body = circulars.compose(label(), by=judge).body

    assert f"青石县政府办：《{TITLE}》▲。" in body


def test_of_too_many_titles_only_those_that_went_further_are_named(world, judge, editor, chief):
    entry = printed(world, (thread.submitted(world, kind="experience"), 1))
    set_value(MOST_TITLES, 0, office=world.city, valid_from=clock.today(), by=chief)
    calculated(judge)
    before = circulars.compose(label(), by=judge).body

    adopted_outside(editor, entry)
    calculated(judge)

    after = circulars.compose(label(), by=judge).body
    assert ("青石县政府办：本级采用1条。" in before, TITLE in before) == (True, False)
    assert f"青石县政府办：《{TITLE}》▲。" in after


def test_the_silent_and_the_last_are_named_only_where_the_office_wants_it(world, made, judge, chief):
    for setting in (NAME_ZERO, NAME_LAST):
        set_value(setting, value=True, office=world.city, valid_from=clock.today(), by=chief)

    body = circulars.compose(label(), by=judge).body

    assert "未报送信息的单位：市农业农村局。" in body
    assert "得分居各组末位的单位：白桑县政府办。" in body


def test_a_circular_needs_figures_and_an_assessor(world, judge, editor):
    with pytest.raises(Unreadable, match="还没有算过"):
        circulars.compose(label(), by=judge)
    calculated(judge)
    with pytest.raises(NotAllowed):
        circulars.compose(label(), by=editor)


def test_units_read_it_only_while_it_can_be_checked_and_are_told(circular, judge, officer, sign_in):
    page = reverse("assessment:circular", args=[circular.uid])
    browser = sign_in(officer)
    assert browser.get(page).status_code == 404

    opened = circulars.open_check(circular, by=judge)

    assert opened.check_until > clock.today() + timedelta(days=2)
    assert Notice.objects.filter(person=officer.person, url=page).exists()
    assert "申请复核" in page_of(browser.get(page))


def test_a_unit_applies_for_review_and_reads_the_answer_alone(world, circular, judge, officer, neighbour, sign_in):
    circulars.open_check(circular, by=judge)
    page = reverse("assessment:circular", args=[circular.uid])
    ask = reverse("assessment:reviews", args=[circular.uid])
    wrong = sign_in(officer).post(ask, {"line": "", "reason": "少计一条"})
    sign_in(officer).post(ask, {"line": "青石县政府办6.67分", "reason": "少计一条"})
    review = ReviewRequest.objects.get()

    answer = reverse("assessment:review_answer", args=[review.uid, "upholding"])
    assert sign_in(officer).post(answer, {"answer": "自己答复"}).status_code == 422
    assert sign_in(judge).post(answer, {"answer": " "}).status_code == 422
    sign_in(judge).post(answer, {"answer": "该条未刊发"})

    assert wrong.status_code == 422
    assert "答复：该条未刊发" in page_of(sign_in(officer).get(page))
    assert "少计一条" not in page_of(sign_in(neighbour).get(page))
    assert ReviewRequest.objects.get().state == "upheld"


def test_it_is_settled_after_the_days_for_checking_and_the_last_answer(circular, judge, officer):
    opened = circulars.open_check(circular, by=judge)
    review = circulars.ask_review(opened, line="一行", reason="不对", by=officer)
    with pytest.raises(NotReady) as refusal:
        circulars.settle(opened, by=judge)
    assert len(refusal.value.missing) == 2

    circulars.correct(review, answer="已补登", by=judge)
    with later():
        assert circulars.settle(opened, by=judge).state == "settled"
        with pytest.raises(WrongState):
            circulars.ask_review(opened, line="一行", reason="不对", by=officer)


def test_after_the_last_day_nobody_applies(circular, judge, officer):
    opened = circulars.open_check(circular, by=judge)

    with later(), pytest.raises(Unreadable, match="截止"):
        circulars.ask_review(opened, line="一行", reason="不对", by=officer)


def test_a_unit_elsewhere_cannot_apply(world, circular, judge, provincial_editor):
    opened = circulars.open_check(circular, by=judge)

    with pytest.raises(NotAllowed):
        circulars.ask_review(opened, line="一行", reason="不对", by=provincial_editor)


def test_the_settled_text_becomes_a_ready_draft_that_credits_nobody(circular, judge, chief):
    opened = circulars.open_check(circular, by=judge)
    with later():
        settled = circulars.settle(opened, by=judge)
    with pytest.raises(NotAllowed):
        circulars.issue(settled, by=judge)

    issued = circulars.issue(settled, by=chief)

    assert (issued.state, issued.draft.state, issued.draft.title) == ("issued", "ready", circular.title)
    assert issued.draft.sources.count() == 0


def test_the_page_leads_to_the_issue_once_it_is_printed_for_those_who_may_read_it(
    world, circular, judge, chief, sign_in
):
    opened = circulars.open_check(circular, by=judge)
    page = reverse("assessment:circular", args=[circular.uid])
    with later():
        issued = circulars.issue(circulars.settle(opened, by=judge), by=chief)
        before = page_of(sign_in(judge).get(page))
        issue = composing.start(world.bulletin, by=chief)
        composing.add(issue, issued.draft, by=chief)
        issue = signing.send_for_signing(Issue.objects.get(pk=issue.pk), by=chief)
        issue = printing.publish(signing.sign(issue, by=world.seats["secretary_general"]), by=chief)

        shown = [sign_in(one).get(page).content.decode() for one in (judge, chief)]

    link = reverse("bulletins:issue", args=[issue.uid])
    assert ("去待编稿" in before, link in before) == (True, False)
    assert [("去待编稿" in one, str(issue) in one, link in one) for one in shown] == [
        (False, True, False),
        (False, True, True),
    ]


def test_a_stale_save_is_refused(circular, judge):
    text = {"title": "通报", "body": "正文", "by": judge}
    circulars.save(circular, revision=0, **text)

    with pytest.raises(Stale):
        circulars.save(circular, revision=0, **text)
    circulars.open_check(circular, by=judge)
    with pytest.raises(WrongState):
        circulars.save(circular, revision=1, **text)


def test_the_list_takes_the_same_queries_for_one_and_three(circular, judge, sign_in, django_assert_max_num_queries):
    browser, counts = sign_in(judge), []

    for number in (1, 3):
        while Circular.objects.count() < number:
            circulars.compose(label(), by=judge)
        with django_assert_max_num_queries(12) as counted:
            page = browser.get(reverse("assessment:circulars")).content.decode()
        counts.append((page.count("data-row href"), len(counted)))

    assert [rows for rows, _queries in counts] == [1, 3]
    assert counts[0][1] == counts[1][1]
