from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from qianliyan.bulletins.actions import printing
from qianliyan.configuration.actions import set_value
from qianliyan.core import clock
from qianliyan.items.kinds import Kind, Urgency
from qianliyan.offices import actions as offices
from qianliyan.offices.models.seat import SeatKind
from qianliyan.offices.seats import seats_of
from qianliyan.workbench.settings import SYSTEM_NAME
from qianliyan.workbench.shell import Shell, shell
from tests import thread


def shell_for(seat, path="/", seats=()):
    request = RequestFactory().get(path)
    request.seat, request.seats = seat, list(seats)
    return Shell(request)


def rail(seat, path="/"):
    """The rail in short: heading → [(label, count)]."""
    return {group.label: [(e.label, e.count) for e in group.entries] for group in shell_for(seat, path).groups}


def test_the_officers_rail_leads_to_writing_and_to_what_was_printed(officer):
    assert rail(officer) == {
        "": [("今日", None)],
        "报送": [
            ("写信息", None),
            ("我的信息", None),
            ("线索箱", 0),
            ("报送需求", None),
            ("未采用反馈", None),
            ("会签", 0),
            ("批示承办", None),
        ],
        "刊物": [("已刊发", None)],
        "考核": [
            ("采用情况通报", None),
            ("申报与认定", None),
            ("个人采用情况", None),
            ("本单位得分", None),
            ("计分办法", None),
        ],
    }


def test_the_signatory_sees_how_much_waits_for_him(world, signatory):
    thread.reviewed(world)

    assert rail(signatory) == {
        "": [("今日", None)],
        "报送": [
            ("我的信息", None),
            ("线索箱", 0),
            ("报送需求", None),
            ("待我审签", 1),
            ("未采用反馈", None),
            ("会签", 0),
            ("批示承办", None),
        ],
        "刊物": [("已刊发", None)],
        "考核": [
            ("采用情况通报", None),
            ("申报与认定", None),
            ("个人采用情况", None),
            ("本单位得分", None),
            ("计分办法", None),
        ],
        "本单位": [("授权代签", None)],
    }


def test_the_chiefs_rail_shows_the_queue_the_drafts_and_the_issue_in_the_making(world, chief):
    thread.submitted(world)
    thread.composed(world)

    assert rail(chief) == {
        "": [("今日", None)],
        "报送": [("线索箱", 0)],
        "批示": [("批示登记", 0)],
        "采编": [
            ("来稿处理", 1),
            ("来信", 0),
            ("待编稿", 1),
            ("备用", 0),
            ("上报", None),
            ("约稿", None),
            ("报送要点", None),
            ("重点任务", None),
        ],
        "刊物": [("政务信息", "第1期"), ("专报信息", "未编"), ("已刊发", None)],
        "考核": [
            ("采用情况", None),
            ("年度数据", None),
            ("采用情况通报", None),
            ("申报与认定", None),
            ("登记采用批示", None),
            ("上级采用对账", None),
            ("个人采用情况", None),
            ("计分办法", None),
        ],
        "本单位": [("设置", None)],
    }


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("/", "今日"),
        ("/desk/", "来稿处理"),
        ("/desk/?tab=reserved", "备用"),
        ("/desk/?tab=problem", "来稿处理"),
        ("/submissions/0/", "来稿处理"),
        ("/drafts/", "待编稿"),
        ("/commissions/", "约稿"),
        ("/key-tasks/", "重点任务"),
    ],
)
def test_the_rail_marks_one_place(editor, path, label):
    entries = [entry for group in shell_for(editor, path).groups for entry in group.entries]

    assert [entry.label for entry in entries if entry.active] == [label]


def test_the_rail_marks_the_publication_while_its_issue_is_made_and_the_shelf_afterwards(world, sign_in, chief):
    issue, browser = thread.signed_issue(world), sign_in(chief)

    def marked():
        shown = browser.get(reverse("bulletins:issue", args=[issue.uid])).context["shell"].groups
        return [entry.label for group in shown for entry in group.entries if entry.active]

    making = marked()
    printing.publish(issue, by=chief)
    assert (making, marked()) == (["政务信息"], ["已刊发"])


def test_the_editors_shell_costs_two_queries_however_much_waits(world, editor):
    for _count in range(3):
        thread.submitted(world)
    lazy = shell_for(editor)

    with CaptureQueriesContext(
        connection,
    ) as asked:
        facts = (lazy.system_name, lazy.groups, lazy.urgent, lazy.bell, lazy.seats, lazy.demo)

    assert (len(asked), facts[0], facts[3]["count"]) == (2, "千里眼", lazy.bell["count"])


def test_nobody_signed_in_costs_no_query(db, django_assert_num_queries):
    with django_assert_num_queries(0):
        lazy = shell(RequestFactory().get("/session/"))["shell"]
        facts = (lazy.system_name, lazy.groups, lazy.urgent, lazy.bell, lazy.seats, lazy.installation_name)

    assert facts == ("千里眼", [], None, None, [], "千里眼")


def test_a_missing_page_asks_the_shell_nothing(world, officer, sign_in):
    client = sign_in(officer)
    client.get("/")

    with CaptureQueriesContext(connection) as asked:
        answer = client.get("/nothing/here/")

    # Session, user and seats are asked by the middleware; the page itself asks nothing.
    assert (answer.status_code, len(asked)) == (404, 3)


def test_urgent_arrivals_stand_in_the_bar_and_lead_to_the_queue(world, editor, officer):
    thread.submitted(world, urgency=Urgency.URGENT, kind=Kind.WARNING)

    assert shell_for(editor).urgent == {"count": 1, "url": "/desk/?tab=urgent"}
    assert shell_for(officer).urgent is None


def test_the_signatory_is_led_to_his_urgent_reviews(world, signatory, reviewer):
    thread.reviewed(world, urgency=Urgency.EXTRA)

    assert shell_for(signatory).urgent == {"count": 1, "url": "/items/reviews/"}
    assert shell_for(reviewer).urgent is None


def test_an_office_gives_the_system_its_own_name_and_its_neighbour_keeps_the_default(world, chief, editor, officer):
    set_value(SYSTEM_NAME, "云川信息", office=world.city, valid_from=clock.today(), by=chief)

    assert shell_for(editor).system_name == "云川信息"
    assert shell_for(officer).system_name == "云川信息"
    assert shell_for(world.seats["provincial_editor"]).system_name == "千里眼"


def test_somebody_with_two_seats_is_offered_both(world, reviewer, signatory):
    assert shell_for(reviewer, seats=[reviewer]).seats == []
    offered = shell_for(reviewer, seats=[reviewer, signatory]).seats
    assert [(seat["label"], seat["office"], seat["current"]) for seat in offered] == [
        ("分管副主任", "青石县人民政府办公室", True),
        ("主任", "青石县人民政府办公室", False),
    ]


def test_demo_accounts_are_shown_in_the_demo_and_nowhere_else(db, settings):
    page = Client().get("/session/").content.decode()
    settings.DEMO = True
    demo = Client().get("/session/").content.decode()

    assert ("qs-xinxi" in page, "qs-xinxi" in demo) == (False, True)


def test_somebody_who_signs_for_his_chief_still_begins_at_his_own_desk(world, reviewer, signatory, sign_in):
    since = clock.today()
    acting = offices.delegate(
        signatory, reviewer.person, kind=SeatKind.DELEGATED, since=since, until=since + timedelta(days=3), by=signatory
    )

    assert list(seats_of(reviewer.person_id)) == [reviewer, acting]
    page = sign_in(reviewer).get("/").content.decode()
    assert ("主任（授权代签）" in page, f"/seats/{acting.uid}/choice/" in page) == (True, True)
