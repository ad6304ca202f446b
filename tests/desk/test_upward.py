"""Up and back: a draft becomes the city's own item, and what the province prints goes down to everybody behind it."""

import pytest
from django.urls import reverse

from qianliyan.bulletins.actions import composing, printing, signing
from qianliyan.bulletins.models import Credit, Publication
from qianliyan.core.errors import NotAllowed, Unreadable, WrongState
from qianliyan.desk.actions import drafts, joining, merging, submissions, upward
from qianliyan.desk.models import Draft, Upward
from qianliyan.items.actions import review, sending, writing
from qianliyan.items.models import Item, Submission
from qianliyan.items.states import SubmissionState
from qianliyan.offices.powers import Power
from qianliyan.workbench.checking.rules import breaches
from qianliyan.workbench.trail import events
from tests import thread
from tests.workbench.test_trail import read


@pytest.fixture
def city(world):
    """The city's people who write and sign for it, and the province's who print."""
    world.seats["city_officer"] = world.seat("city_officer", "officer", world.city, "林上")
    for post in (world.posts["editor"], world.posts["chief"]):
        post.powers = [*post.powers, Power.DRAFT]
        post.save()
        for seat in world.seats.values():
            seat.post.refresh_from_db()
    for role, post, name in (("cc", "checker", "核"), ("cr", "reviewer", "审"), ("cs", "signatory", "签")):
        world.seat(role, post, world.city, name)
    world.seat("provincial_chief", "chief", world.province, "省科")
    world.seat("provincial_signer", "secretary_general", world.province, "省秘")
    Publication.objects.create(office=world.province, name="云岭政务", template="zhengwu", report_to="省长")
    return world


def sent_up(world, draft) -> Submission:
    item = review.hand_over(upward.report_up(draft, by=world.seats["editor"]), by=world.seats["editor"])
    for role in ("cc", "cc", "cr"):
        item = review.approve(item, by=world.seats[role])
    item = review.sign(item, by=world.seats["cs"])
    return sending.submit(item, by=world.seats["editor"], receiver=world.province)


def printed_by_province(world, *arrived):
    editor, chief = world.seats["provincial_editor"], world.seats["provincial_chief"]
    draft = merging.merge(arrived, by=editor) if len(arrived) > 1 else submissions.take(arrived[0], by=editor)
    ready = drafts.hold_ready(draft, by=editor)
    issue = composing.start(Publication.objects.get(office=world.province), by=chief)
    composing.add(issue, ready, by=chief)
    signed = signing.sign(signing.send_for_signing(issue, by=chief), by=world.seats["provincial_signer"])
    return printing.publish(signed, by=chief)


def merged(world, *weights):
    """A draft of the city from its counties' work, with these weights."""
    arrived = [thread.submitted(world, title=f"第{number}件") for number in range(len(weights))]
    draft = merging.merge(arrived, by=world.seats["editor"])
    shares = {one.uid: weight for one, weight in zip(arrived, weights, strict=True)}
    return drafts.hold_ready(merging.share(draft, shares, by=world.seats["editor"]), by=world.seats["editor"])


def credits_():
    rows = Credit.objects.order_by("pk").select_related("behind", "submission")
    return [(one.submission.title, one.weight, one.behind.submission.title if one.behind else "") for one in rows]


def test_a_draft_becomes_the_offices_own_item_with_its_text(city, editor):
    draft = thread.ready_draft(city)

    item = upward.report_up(draft, by=editor)

    assert (item.title, item.body, item.kind, item.form) == (draft.title, draft.body, draft.kind, draft.form)
    assert (item.office, item.state) == (city.city, "drafting")
    assert Upward.objects.get().draft == draft


def test_it_is_reported_once_and_again_when_the_first_was_given_up(city, editor):
    draft = thread.ready_draft(city)
    item = upward.report_up(draft, by=editor)

    with pytest.raises(Unreadable):
        upward.report_up(draft, by=editor)
    writing.discard(item, by=editor, reason="另写")
    upward.report_up(draft, by=editor)

    assert Item.objects.filter(office=city.city).count() == 2


def test_what_is_still_being_edited_is_not_reported(city, editor):
    with pytest.raises(WrongState):
        upward.report_up(thread.taken(city), by=editor)


def test_only_those_who_write_for_the_office_report_for_it(world, editor):
    with pytest.raises(NotAllowed):
        upward.report_up(thread.ready_draft(world), by=editor)


def test_what_the_province_prints_credits_the_city_and_behind_it_every_county_by_its_share(city):
    printed_by_province(city, sent_up(city, merged(city, 2, 1)))

    assert credits_() == [("第0件", 3, ""), ("第0件", 2, "第0件"), ("第1件", 1, "第0件")]
    assert list(breaches()) == []


def test_two_reports_in_one_entry_share_it_and_each_hands_its_part_down(city):
    first, second = sent_up(city, merged(city, 1, 2)), sent_up(city, thread.ready_draft(city))

    printed_by_province(city, first, second)

    weights = [weight for _title, weight, _behind in credits_()]
    assert weights == [3, 3, 1, 2, 3]
    assert list(breaches()) == []


def test_the_county_reads_that_its_work_went_up_and_where_the_province_printed_it(city, officer):
    draft = thread.ready_draft(city)
    submission = Submission.objects.get()
    printed_by_province(city, sent_up(city, draft))

    told = [what for what, _by, _said in read(officer, events.of_item(submission.item, officer))]

    assert told[-2:] == ["上报省政府办公厅", "省政府办公厅采用（《云岭政务》第1期）"]
    assert Submission.objects.get(pk=submission.pk).state == SubmissionState.TAKEN


def test_a_county_learns_nothing_of_the_citys_own_review(city, officer):
    draft = thread.ready_draft(city)
    submission = Submission.objects.get()
    sent_up(city, draft)

    people = {by for _what, by, _said in read(officer, events.of_item(submission.item, officer))}

    assert people == {"信息员 石小禾", "核稿人 安明", "分管副主任 岳川", "主任 方远", "市政府办"}


def test_whose_work_it_is_does_not_change_once_it_was_sent_up(city, editor):
    draft = merged(city, 2, 1)
    sent_up(city, draft)
    again = drafts.edit_again(draft, by=editor)

    for change in (
        lambda: merging.share(again, {Submission.objects.first().uid: 5}, by=editor),
        lambda: merging.split(again, Submission.objects.first(), by=editor),
        lambda: drafts.drop(again, by=editor, reason="不用了"),
    ):
        with pytest.raises(Unreadable):
            change()


def test_the_drafts_page_begins_the_report_and_the_list_shows_how_far_it_is(city, sign_in, editor):
    draft = thread.ready_draft(city)
    browser, address = sign_in(editor), reverse("desk:draft", args=[draft.uid])
    assert "转为上报信息" in browser.get(address).content.decode()

    browser.post(reverse("desk:report_up", args=[draft.uid]))

    assert "转为上报信息" not in browser.get(address).content.decode().replace("转为上报信息</span>", "")
    assert "拟稿" in browser.get(reverse("desk:upward")).content.decode()


def test_the_list_names_the_issue_above(city, sign_in, editor):
    printed_by_province(city, sent_up(city, thread.ready_draft(city)))

    page = sign_in(editor).get(reverse("desk:upward")).content.decode()

    assert "省政府办公厅：采用" in page
    assert "云岭政务第1期" in page


def test_what_was_sent_up_takes_nothing_in_any_more(city):
    editor = city.seats["editor"]
    draft = thread.ready_draft(city)
    sent_up(city, draft)
    again = drafts.edit_again(draft, by=editor)
    other = thread.ready_draft(city, title="另一条")

    with pytest.raises(Unreadable, match="已经上报"):
        merging.take_in(again, thread.submitted(city), by=editor)
    with pytest.raises(Unreadable, match="已经上报"):
        joining.join(again, other, by=editor)

    assert again.sources.count() == 1


def test_a_printed_draft_takes_up_nothing(city):
    thread.printed_issue(city)
    printed, other = Draft.objects.get(), thread.ready_draft(city, title="又")

    with pytest.raises(WrongState):
        joining.join(printed, other, by=city.seats["editor"])

    assert printed.sources.count() == 1
