"""The pages of what is asked: from both sides, by keyboard and without scripts, at the same small price."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from qianliyan.core import clock
from qianliyan.items.models import Item
from qianliyan.planning.actions import key_points, key_tasks
from qianliyan.planning.actions.key_tasks import TaskEntry
from qianliyan.planning.models import Commission, KeyPoint, KeyTask
from tests import thread
from tests.planning.steps import issued, prepared, row_of

MOST_QUERIES = 12
TABLE = (
    "序号\t重点任务\t牵头单位\t配合单位\t完成时限\n八项重点工作\n"
    "1\t农村供水保障\t市农业农村局\t青石县政府办、白桑县政府办\t11月底前\n"
    "2\t节能减排\t市生态环境局\t各县（区）\t2026年底"
)


def task_about(world, title="农村供水", **units):
    units = units or {"lead": (world.county,), "assist": (world.department,)}
    return key_tasks.enter(by=world.seats["editor"], year=2026, source="分解表", entry=TaskEntry(title, **units))


def point(world, **fields):
    today = clock.today()
    text = {"title": "本月要点", "content": "冬季供水", "starts_on": today, "ends_on": today + timedelta(days=9)}
    return key_points.announce(by=world.seats["editor"], **{**text, **fields})


def queries_of(browser, address):
    browser.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(address).status_code == 200
    return len(asked)


@pytest.mark.parametrize(
    ("role", "page"),
    [
        ("editor", "planning:commissions"),
        ("editor", "planning:key_points"),
        ("editor", "planning:key_tasks"),
        ("editor", "workbench:matrix"),
        ("officer", "planning:requests"),
        ("officer", "planning:past"),
        ("officer", "workbench:today"),
    ],
)
def test_a_list_costs_the_same_few_queries_however_long_it_is(world, sign_in, role, page):
    def more(number):
        issued(world, title=f"约稿{number}")
        thread.submitted(world, commission=issued(world), key_task=task_about(world, f"任务{number}"))
        point(world, units=[world.county])

    browser, counts = sign_in(world.seats[role]), []
    for number in range(3):
        more(number)
        counts.append(queries_of(browser, reverse(page)))

    assert counts[0] == counts[2]
    assert counts[0] <= MOST_QUERIES


def test_the_page_of_a_commission_costs_the_same_for_one_unit_and_for_three(world, sign_in, editor, officer):
    one, three = issued(world, units=[world.county]), issued(world)
    browsers = sign_in(editor), sign_in(officer)

    costs = [[queries_of(b, reverse("planning:commission", args=[c.uid])) for b in browsers] for c in (one, three)]

    assert costs[0] == costs[1]
    assert max(costs[0]) <= MOST_QUERIES


def test_a_commission_is_written_and_sent_on_the_page(world, sign_in, editor):
    browser = sign_in(editor)
    text = {"title": "秋粮收购", "content": "进度和价格", "due_at": "2099-01-01T17:00", "units": [world.county.uid]}

    written = browser.post(reverse("planning:new_commission"), text)
    commission = Commission.objects.get()
    page = browser.get(written["Location"]).content.decode()
    browser.post(reverse("planning:issuing", args=[commission.uid]))

    assert "发给1个单位" in page
    assert Commission.objects.get().state == "issued"
    assert row_of(commission, world.county).due_at == commission.due_at


def test_a_form_without_units_is_shown_again_with_what_was_typed(world, sign_in, editor):
    answer = sign_in(editor).post(reverse("planning:new_commission"), {"title": "秋粮收购", "content": "进度"})

    assert answer.status_code == 422
    assert "秋粮收购" in answer.content.decode()
    assert Commission.objects.count() == 0


def test_a_unit_that_was_not_asked_finds_nothing_there(world, sign_in, outsider, officer):
    commission = issued(world, units=[world.county])
    address = reverse("planning:commission", args=[commission.uid])

    assert sign_in(officer).get(address).status_code == 200
    assert sign_in(outsider).get(address).status_code == 404


def test_writing_for_a_commission_opens_an_item_that_names_it(world, sign_in, officer):
    commission = issued(world, kind="problem")

    sign_in(officer).post(reverse("items:new"), {"commission": commission.uid})

    item = Item.objects.get()
    assert (item.commission, item.kind) == (commission, "problem")


def test_beside_the_page_stand_the_commissions_with_their_countdown_and_the_key_points(world, sign_in, officer):
    commission, item = issued(world), thread.written_item(officer)
    point(world)
    task_about(world)
    browser, address = sign_in(officer), reverse("items:purpose", args=[item.uid])

    page = browser.get(address, headers={"HX-Request": "true"}).content.decode()
    browser.post(address, {"commission": commission.uid, "key_task": KeyTask.objects.get().uid})

    assert [words in page for words in (commission.title, "还剩2天", "本月要点", "农村供水")] == [True] * 4
    assert (Item.objects.get().commission, Item.objects.get().key_task) == (commission, KeyTask.objects.get())


def test_the_desk_reads_for_what_a_submission_was_written(world, sign_in, editor):
    submission = thread.submitted(world, commission=issued(world))

    page = sign_in(editor).get(reverse("desk:submission", args=[submission.uid])).content.decode()

    assert reverse("planning:commission", args=[submission.commission.uid]) in page


def test_a_unit_sees_of_the_answers_only_its_own(world, sign_in, editor, neighbour):
    commission = issued(world)
    thread.submitted(world, commission=commission, title="青石县的答复")
    address = reverse("planning:commission", args=[commission.uid])

    assert "青石县的答复" in sign_in(editor).get(address).content.decode()
    assert "青石县的答复" not in sign_in(neighbour).get(address).content.decode()


def test_a_key_point_for_some_is_hidden_from_the_others_and_changes_for_all_when_changed(world, sign_in, editor):
    some = point(world, units=[world.county])
    browser = sign_in(editor)

    assert sign_in(world.seats["neighbour"]).get(reverse("planning:key_point", args=[some.uid])).status_code == 404
    text = {"title": "改过的要点", "content": "供水", "starts_on": some.starts_on, "ends_on": some.ends_on}
    browser.post(reverse("planning:edit_key_point", args=[some.uid]), text)

    assert sign_in(world.seats["neighbour"]).get(reverse("planning:key_point", args=[some.uid])).status_code == 200
    assert KeyPoint.objects.get().title == "改过的要点"


def test_a_pasted_breakdown_is_shown_as_read_and_then_entered(world, sign_in, editor):
    browser, text = sign_in(editor), {"source": "2026年《重点任务分解表》", "year": 2026, "text": TABLE}

    shown = browser.post(reverse("planning:breakdown"), text).content.decode()
    assert (KeyTask.objects.count(), "没有叫“市生态环境局”的下级单位" in shown) == (0, True)
    browser.post(reverse("planning:breakdown"), {**text, "enter": "1"})

    water, energy = KeyTask.objects.order_by("order")
    assert [(one.title, one.heading, one.due_on) for one in (water, energy)] == [
        ("农村供水保障", "八项重点工作", date(2026, 11, 30)),
        ("节能减排", "八项重点工作", date(2026, 12, 31)),
    ]
    assert {(one.office, one.role) for one in water.units.all()} == {
        (world.department, "lead"),
        (world.county, "assist"),
        (world.neighbour_county, "assist"),
    }
    assert {one.office for one in energy.units.all()} == {world.county, world.neighbour_county}


def test_the_same_breakdown_twice_is_refused_by_name(world, sign_in, editor):
    browser, text = sign_in(editor), {"source": "分解表", "year": 2026, "text": TABLE, "enter": "1"}
    browser.post(reverse("planning:breakdown"), text)

    answer = browser.post(reverse("planning:breakdown"), text)

    assert (answer.status_code, KeyTask.objects.count()) == (422, 2)
    assert "农村供水保障" in answer.content.decode()


def test_before_sending_the_page_warns_of_the_same_question(world, sign_in, editor):
    issued(world)
    second = prepared(world, title="农村供水冬季保障")

    page = sign_in(editor).get(reverse("planning:commission", args=[second.uid])).content.decode()

    assert "内容相近" in page
