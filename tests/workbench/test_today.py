from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from qianliyan.bulletins.actions import signing
from qianliyan.core import clock
from qianliyan.desk.actions import drafts, submissions
from qianliyan.items.actions import review
from qianliyan.items.kinds import Kind, Urgency
from qianliyan.workbench.counting import Counts
from qianliyan.workbench.rail import piles_of as rail_piles
from qianliyan.workbench.today.figures import figures_for, numbers
from qianliyan.workbench.today.jobs import jobs_for, piles_of
from qianliyan.workbench.today.news import news_for
from qianliyan.workbench.today.weeks import adoption
from tests import thread


def counts_for(seat):
    figures = figures_for(seat)
    return Counts(seat, [*rail_piles(seat), *piles_of(seat), *(figure.pile for figure in figures)])


def jobs(seat):
    """What waits, in short: (tag, what, button)."""
    return [(job.tag, job.what, job.label) for job in jobs_for(seat, counts_for(seat))]


def flow(seat):
    return [(number.label, number.count) for number in numbers(figures_for(seat), counts_for(seat))]


def test_the_officer_revises_first_then_sends_then_goes_on_writing(world, officer, checker):
    thread.written_item(officer, title="写了一半")
    thread.signed_item(world, title="签好的")
    review.send_back(thread.handed_over(world, title="退回的"), by=checker, reason="请补数据")

    assert jobs(officer) == [
        ("退回修改", "退回的", "去修改"),
        ("报送", "签好的", "去报送"),
        ("拟稿", "写了一半", "接着写"),
    ]
    assert jobs_for(officer, counts_for(officer))[0].why == "请补数据"


def test_the_officer_reads_why_the_city_returned_it(world, officer, editor):
    submissions.send_back(thread.submitted(world, title="市里退的"), by=editor, reason="口径不一致")

    assert [(job.what, job.why, job.colour) for job in jobs_for(officer, counts_for(officer))] == [
        ("市里退的", "口径不一致", "warn")
    ]


def test_the_signatory_has_one_button_for_what_waits_for_him(world, signatory, reviewer):
    thread.reviewed(world, title="待签发")

    assert jobs(signatory) == [("签发", "待签发", "签发")]
    assert jobs(reviewer) == []


def test_the_editor_sees_the_urgent_one_by_itself_and_the_queue_as_a_whole(world, editor):
    thread.submitted(world, title="平常的", kind=Kind.PROBLEM)
    thread.submitted(world, title="塌方", kind=Kind.WARNING, urgency=Urgency.EXTRA)
    thread.taken(world, title="在编的")

    assert jobs(editor) == [
        ("特急", "塌方", "处理"),
        ("编辑", "2条来稿待处理", "开始"),
        ("待编稿", "在编的", "接着编"),
    ]
    assert jobs_for(editor, counts_for(editor))[1].why == "预警1 · 问题1"


def test_the_chief_is_told_what_is_missing_and_when_an_issue_can_go(world, chief):
    issue = thread.composed(world)
    issue.report_to = ""
    issue.save()
    assert [(job.what, job.why, job.label) for job in jobs_for(chief, counts_for(chief))] == [
        ("《政务信息》第1期：还缺1件事就能送签", "“报”的名单没有填", "去补")
    ]

    issue.report_to = "市委"
    issue.save()
    assert jobs(chief) == [("刊物", "《政务信息》第1期：可以送签", "去送签")]


def test_the_secretary_general_signs_and_the_chief_prints(world, chief, secretary_general):
    issue = signing.send_for_signing(thread.composed(world), by=chief)
    assert jobs(secretary_general) == [("签发", "《政务信息》第1期", "签发")]
    assert jobs(chief) == []

    signing.sign(issue, by=secretary_general)
    assert jobs(secretary_general) == []
    assert jobs(chief) == [("刊物", "《政务信息》第1期：已签发，待刊发付印", "刊发付印")]


def test_what_waits_longest_stands_first_among_equals(world, signatory):
    with clock.at(clock.now() - timedelta(days=3)):
        thread.reviewed(world, title="先送的")
    thread.reviewed(world, title="后送的")

    found = jobs_for(signatory, counts_for(signatory))

    assert [(job.what, job.pressing) for job in found] == [("先送的", True), ("后送的", False)]


def test_the_flow_counts_what_its_lists_show(world, editor, officer, chief, sign_in):
    thread.printed_issue(world)
    submissions.take(thread.submitted(world), by=editor)
    thread.submitted(world)

    assert flow(editor) == flow(chief) == [("收到", 3), ("选用", 2), ("采用", 1)]
    assert flow(officer) == [("报送", 3), ("选用", 2), ("采用", 1)]
    for seat in (editor, officer):
        client = sign_in(seat)
        for number in numbers(figures_for(seat), counts_for(seat)):
            assert client.get(number.url).content.decode().count("data-row ") == number.count


def test_a_figure_of_another_kind_of_seat_does_not_exist(world, officer, editor, sign_in):
    assert sign_in(editor).get("/flow/received/").status_code == 200
    assert sign_in(officer).get("/flow/received/").status_code == 404


def test_the_news_tell_the_last_word_of_others_on_each_thing(world, officer, editor):
    submissions.sign_for(thread.submitted(world, title="甲"), by=editor)
    submissions.decline(thread.submitted(world, title="乙"), by=editor, reason="已有类似信息刊发")

    told = [(line.step.by, line.step.what, line.title, line.step.said) for line in news_for(officer).lines]

    assert told == [
        ("市政府办", "未采用", "乙", "已有类似信息刊发"),
        ("主任 方远", "签发", "乙", ""),
        ("市政府办", "签收", "甲", ""),
        ("主任 方远", "签发", "甲", ""),
    ]


def test_the_section_hears_of_arrivals_and_not_of_its_own_acts(world, editor, colleague):
    submissions.sign_for(thread.submitted(world, title="甲"), by=editor)

    told = [(line.step.by, line.step.what, line.title) for line in news_for(colleague).lines]

    assert told == [("青石县政府办", "报送", "甲")]


@pytest.mark.parametrize(("day", "heading"), [(16, "周五以来"), (17, "昨天以来"), (21, "昨天以来"), (22, "周五以来")])
def test_a_monday_hears_of_friday(officer, day, heading):
    moment = clock.now().replace(year=2026, month=11, day=day, hour=4)

    with clock.at(moment):
        assert news_for(officer).heading == heading


def test_twelve_weeks_are_counted_by_the_week_of_sending(world, editor, officer):
    weeks_ago = clock.now() - timedelta(weeks=2)
    with clock.at(weeks_ago):
        thread.printed_issue(world)
    thread.submitted(world)

    found = adoption(editor)

    assert (found.shares, found.adopted, found.total) == ([0] * 9 + [100, 0, 0], 1, 2)
    assert adoption(officer).shares == found.shares


def test_an_administrator_has_a_quiet_page_without_figures(world, sign_in):
    auditor = world.seat("auditor", "auditor", world.city, "严明")

    page = sign_in(auditor).get("/").content.decode()

    assert ("现在没有待办" in page, "本月信息流转" in page, "近12周" in page) == (True, False, False)


def test_an_empty_day_says_what_will_stand_here(world, neighbour, sign_in):
    page = sign_in(neighbour).get("/").content.decode()

    assert ("现在没有待办" in page, "急件在最前" in page) == (True, True)


@pytest.mark.parametrize("role", ["officer", "checker", "signatory", "editor", "chief", "secretary_general"])
@pytest.mark.parametrize("many", [1, 3])
def test_the_page_costs_the_same_few_queries_however_much_waits(world, sign_in, role, many):
    for _count in range(many):
        thread.written_item(world.seats["officer"])
        thread.handed_over(world)
        thread.reviewed(world)
        thread.signed_item(world)
        thread.submitted(world, urgency=Urgency.URGENT)
        thread.taken(world)
        thread.ready_draft(world)
    thread.printed_issue(world)
    thread.signed_issue(world)
    signing.send_for_signing(thread.composed(world), by=world.seats["chief"])
    thread.composed(world)
    client = sign_in(world.seats[role])
    client.get("/")

    with CaptureQueriesContext(connection) as asked:
        answer = client.get("/")

    expected = {"officer": 8, "checker": 7, "signatory": 7, "editor": 9, "chief": 13, "secretary_general": 8}
    assert (answer.status_code, len(asked)) == (200, expected[role])


def test_a_dropped_draft_is_no_job(world, editor):
    drafts.drop(thread.taken(world), by=editor, reason="重复")

    assert jobs(editor) == [("编辑", "1条来稿待处理", "开始")]
