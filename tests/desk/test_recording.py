from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse

from qianliyan.bulletins.actions import composing, printing, signing
from qianliyan.bulletins.models import Credit
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, Unreadable
from qianliyan.desk.actions import drafts, submissions
from qianliyan.history.models import Event
from qianliyan.items.actions import writing
from qianliyan.items.actions.recording import record_for
from qianliyan.items.models import Import, Item, Submission
from qianliyan.items.states import ItemState, SubmissionState
from qianliyan.notices.models import Notice
from qianliyan.workbench.checking.rules import breaches
from tests.desk.recorded import BODY, TITLE, given, recorded
from tests.desk.steps import signed
from tests.planning.steps import issued, row_of
from tests.planning.test_pages import task_about

PASTED = f"{TITLE}\n{BODY}"


def entry(**said):
    now = clock.local(clock.now()).strftime("%Y-%m-%dT%H:%M")
    usual = {"text": PASTED, "unit": "青石县政府办", "channel": "chat", "received_at": now}
    return {**usual, "kind": "warning", "form": "single", "urgency": "urgent", **said}


def test_an_item_and_its_submission_are_made_for_the_unit_in_one_act(world, editor):
    received = clock.now() - timedelta(hours=3)

    submission = recorded(world, received_at=received, drafter_name="石小禾", kind="warning", urgency="extra")

    item = Item.objects.get()
    assert (item.office, item.drafter, item.state) == (world.county, world.seats["officer"].person, ItemState.SUBMITTED)
    assert (submission.sender, submission.receiver, submission.state) == (
        world.county,
        world.city,
        SubmissionState.RECEIVED,
    )
    assert (submission.title, submission.body, submission.sent_at, submission.urgent) == (TITLE, BODY, received, True)
    assert (submission.channel, submission.recorded_by, submission.drafter_phone) == ("chat", editor, "0900-1234567")


def test_the_trail_says_who_recorded_it_for_whom_and_from_what(world, editor):
    submission = recorded(world, drafter_name="老石")

    event = Event.objects.get(verb="submission.record", thing_pk=submission.pk)
    assert (event.actor, event.on_behalf_of, event.recorded_from) == (editor.label, "青石县政府办 老石", "chat")
    assert Item.objects.get().drafter is None


def test_the_unit_is_told_and_sees_it_in_its_list_marked(world, officer, sign_in):
    submission = recorded(world)

    assert list(Notice.objects.filter(url__startswith="/items/").values_list("person", "url")) == [
        (officer.person_id, reverse("items:item", args=[submission.item.uid]))
    ]
    browser = sign_in(officer)
    listed = browser.get(reverse("items:list")).content.decode()
    shown = browser.get(reverse("items:item", args=[submission.item.uid])).content.decode()
    assert [TITLE in listed, "代录" in listed, "据微信" in shown or "微信" in shown] == [True, True, True]


def test_the_page_says_what_it_answers_and_the_commission_is_answered_from_when_it_came(world, editor, sign_in):
    commission, task = issued(world), task_about(world)
    browser, address = sign_in(editor), reverse("desk:recording")

    picked = {"commission": str(commission.uid), "key_task": str(task.uid)}
    browser.post(address, entry(**picked))

    submission = Submission.objects.get()
    assert (submission.commission, submission.key_task) == (commission, task)
    row = row_of(commission, world.county)
    assert (row.state, row.answered_at) == ("answered", submission.sent_at)


def test_a_commission_that_the_unit_was_not_given_is_refused(world, editor):
    commission = issued(world, units=[world.neighbour_county])
    with pytest.raises(Unreadable, match="这条约稿没有约青石县政府办"):
        recorded(world, commission=commission)

    assert Submission.objects.count() == 0


def test_it_gets_full_credit_like_any_other(world, editor, chief, secretary_general):
    draft = submissions.take(recorded(world, signatory_name="方远"), by=editor)
    issue = composing.start(world.bulletin, by=chief)
    composing.add(issue, drafts.hold_ready(draft, by=editor), by=chief)
    issue = signing.sign(signing.send_for_signing(issue, by=chief), by=secretary_general)

    printing.publish(issue, by=chief)

    assert list(Credit.objects.values_list("office", "weight")) == [(world.county.pk, 1)]
    assert list(breaches()) == []


def test_a_returned_one_is_taken_up_by_the_unit_and_sent_as_usual(world, editor, officer):
    returned = submissions.send_back(recorded(world), by=editor, reason="请补充转移安置地点")
    item = writing.save(Item.objects.get(), by=officer, revision=0, body="补充后的正文", drafter_phone="0900-1")

    done = signed(world, item)

    assert (done.drafter, done.state) == (officer.person, ItemState.SIGNED)
    assert Submission.objects.get(pk=returned.pk).state == SubmissionState.RETURNED


def test_only_editors_record_and_only_for_units_below_them(world, officer, editor, provincial_editor):
    for seat, unit in ((officer, world.neighbour_county), (editor, world.city), (editor, world.province)):
        with pytest.raises(NotAllowed):
            record_for(unit, given(), to=seat.office, by=seat)

    assert record_for(world.city, given(), to=world.province, by=provincial_editor).sender == world.city


def test_who_signed_is_added_when_it_is_learnt_and_never_changed(world, editor, officer, sign_in):
    submission, browser = recorded(world), sign_in(editor)
    address = reverse("desk:signatory", args=[submission.uid])

    refused = sign_in(officer).post(address, {"name": "方远"})
    browser.post(address, {"name": " 方远 "})
    again = browser.post(address, {"name": "别人"})

    assert (refused.status_code, again.status_code) == (404, 422)
    assert Submission.objects.get().signatory_name == "方远"


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"title": "  "}, "题目和正文都要有。"),
        ({"body": "\n"}, "题目和正文都要有。"),
        ({"title": "长" * 1001}, "题目太长，请另写一个简短的题目。"),
    ],
)
def test_what_is_no_item_is_refused_with_a_sentence(world, said, why):
    with pytest.raises(Unreadable) as refusal:
        recorded(world, **said)

    assert refusal.value.text == why
    assert Item.objects.count() == 0


def test_nothing_is_received_tomorrow(world):
    with pytest.raises(Unreadable, match="收到时间还没有到"):
        recorded(world, received_at=clock.now() + timedelta(days=1))


def test_the_database_holds_that_what_was_recorded_came_by_some_other_way(world):
    submission = recorded(world)

    with pytest.raises(IntegrityError), transaction.atomic():
        Submission.objects.filter(pk=submission.pk).update(channel="system")


@pytest.mark.parametrize("typed", ["青石县政府办", "青石县人民政府办公室", "青石", "qsx", "QSXZFB"])
def test_a_unit_is_found_by_name_part_or_initials(world, editor, sign_in, typed):
    sign_in(editor).post(reverse("desk:recording"), entry(unit=typed))

    assert list(Submission.objects.values_list("sender", "title", "body", "channel")) == [
        (world.county.pk, TITLE, BODY, "chat")
    ]


@pytest.mark.parametrize(
    ("typed", "words"),
    [("县政府办", "有2个单位符合，请选一个：青石县政府办、白桑县政府办"), ("火星", "没有叫“火星”的下级单位")],
)
def test_an_unclear_unit_keeps_what_was_pasted_and_says_the_candidates(world, editor, sign_in, typed, words):
    answer = sign_in(editor).post(reverse("desk:recording"), entry(unit=typed))

    page = answer.content.decode()
    assert (answer.status_code, Submission.objects.count()) == (422, 0)
    assert words in page
    assert BODY in page


def test_the_same_form_twice_records_once(world, editor, sign_in):
    browser = sign_in(editor)
    for _click in range(2):
        browser.post(reverse("desk:recording"), entry(once="key-1"))

    assert Submission.objects.count() == 1


def test_a_file_is_read_apart_and_kept_as_it_came(world, editor, sign_in):
    file = SimpleUploadedFile("上报.txt", PASTED.encode("gb18030"))

    sign_in(editor).post(reverse("desk:recording"), entry(text="", file=file, title="北山村山体裂缝情况"))

    assert list(Submission.objects.values_list("title", "body")) == [("北山村山体裂缝情况", BODY)]
    assert list(Import.objects.values_list("name", "kind", "file__name")) == [("上报.txt", "txt", "上报.txt")]


@pytest.mark.parametrize("content", [b"\xff\xfe\xfd\x00broken" * 40, b"%PDF-1.4 nothing", b""])
def test_a_file_that_is_none_is_refused_and_nothing_is_recorded(world, editor, sign_in, content):
    answer = sign_in(editor).post(reverse("desk:recording"), entry(text="", file=SimpleUploadedFile("a.doc", content)))

    assert (answer.status_code, Submission.objects.count()) == (422, 0)


def test_who_does_not_edit_has_no_such_page(world, officer, sign_in):
    answer = sign_in(officer).get(reverse("desk:recording"))

    assert answer.status_code == 422
    assert "您现在的岗位不能办理“补录”" in answer.content.decode()


def test_the_desk_shows_recorded_ones_by_the_same_few_queries(world, editor, sign_in, django_assert_max_num_queries):
    browser, counts = sign_in(editor), []
    # Three matters that have no words in common, or the desk would show them as one group.
    matters = iter(("低温冻害预警已发至各乡镇。", "农贸市场改造后日均客流三千人次。", "两所幼儿园秋季学期如期开园。"))

    for rows in (1, 3):
        while Submission.objects.count() < rows:
            body = next(matters)
            recorded(world, title=body[:8], body=body)
        with django_assert_max_num_queries(12) as counted:
            page = browser.get(reverse("desk:queue")).content.decode()
        counts.append((page.count("微信 · 代录"), len(counted)))

    assert counts == [(1, counts[0][1]), (3, counts[0][1])]
