"""Printing an issue: what is fixed with it, and that it happens as a whole or not at all."""

import pytest
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from qianliyan.bulletins.actions import composing, printing, signing
from qianliyan.bulletins.models import Credit, Issue, PrintOrder, Recipient
from qianliyan.core.errors import NotAllowed, WrongState
from qianliyan.desk.models import Draft, Source
from qianliyan.items.models import Item, Submission
from qianliyan.offices.models import Phase, Seat
from tests.thread import composed, printed_issue, ready_draft, signed_issue, submitted
from tests.world import World


def test_printing_marks_issue_drafts_and_submissions(world: World):
    issue = printed_issue(world)

    assert issue.state == "printed"
    assert [draft.state for draft in Draft.objects.all()] == ["printed"]
    assert [submission.state for submission in Submission.objects.all()] == ["published"]


def test_printing_orders_the_file_and_queues_its_making(world: World, chief: Seat):
    issue = printed_issue(world)

    order = PrintOrder.objects.get()
    assert (order.issue, order.state, order.copies, order.ordered_by, order.file) == (
        issue,
        "waiting",
        60,
        chief.label,
        None,
    )
    queued = DBTaskResult.objects.get()
    assert (queued.task_path, queued.args_kwargs) == (
        "qianliyan.bulletins.tasks.typeset",
        {"args": [order.pk], "kwargs": {}},
    )


def test_whoever_receives_the_issue_is_fixed_with_the_name_of_that_day(world: World):
    issue = signed_issue(world)
    Phase.objects.filter(office=world.county).update(name="青石县人民政府办公室（当日名称）")

    printing.publish(issue, by=world.seats["chief"])
    world.bulletin.readers.clear()

    assert set(Recipient.objects.values_list("office__short_name", "name")) == {
        ("青石县政府办", "青石县人民政府办公室（当日名称）"),
        ("白桑县政府办", "白桑县人民政府办公室"),
        ("市农业农村局", "云川市农业农村局"),
    }


def test_the_unit_gets_the_whole_credit_of_its_own_item(world: World):
    issue = printed_issue(world)

    given = [(c.entry, c.submission, c.office, c.weight) for c in Credit.objects.all()]
    assert given == [(issue.entries.get(), Submission.objects.get(), world.county, 1)]


def test_credit_goes_through_merged_drafts_to_every_source_by_weight(
    world: World, chief: Seat, secretary_general: Seat
):
    draft = ready_draft(world)
    other = submitted(world, title="第二条来稿")
    Submission.objects.filter(pk=other.pk).update(state="taken", sender=world.neighbour_county)
    merged = Draft.objects.create(
        office=world.city, state="ready", title="并入", body="文", kind="ordinary", form="single", editor=chief.person
    )
    Source.objects.create(draft=merged, submission=other, weight=1)
    Source.objects.filter(draft=draft).update(weight=2)
    Source.objects.create(draft=draft, other=merged, weight=1, role="merged")
    issue = composing.start(world.bulletin, by=chief)
    composing.add(issue, draft, by=chief)

    printing.publish(signing.sign(signing.send_for_signing(issue, by=chief), by=secretary_general), by=chief)

    weights = {credit.office.short_name: credit.weight for credit in Credit.objects.select_related("office")}
    assert weights == {"青石县政府办": 2, "白桑县政府办": 1}
    assert set(Submission.objects.values_list("state", flat=True)) == {"published"}


def test_what_a_draft_becomes_later_does_not_change_the_printed_issue(world: World):
    issue = printed_issue(world)
    before = (issue.layout, issue.entries.get().body)

    Draft.objects.update(title="改了", body="改了")

    fresh = Issue.objects.get(pk=issue.pk)
    assert (fresh.layout, fresh.entries.get().body) == before


def test_an_issue_is_printed_once(world: World, chief: Seat):
    issue = printed_issue(world)

    with pytest.raises(WrongState):
        printing.publish(issue, by=chief)

    assert (PrintOrder.objects.count(), DBTaskResult.objects.count(), Credit.objects.count()) == (1, 1, 1)


def test_an_unsigned_issue_is_not_printed(world: World, chief: Seat):
    issue = signing.send_for_signing(composed(world), by=chief)

    with pytest.raises(WrongState):
        printing.publish(issue, by=chief)

    assert PrintOrder.objects.count() == 0


@pytest.mark.parametrize("role", ["secretary_general", "editor", "officer", "provincial_editor"])
def test_only_composers_print(world: World, role: str):
    issue = signed_issue(world)

    with pytest.raises(NotAllowed):
        printing.publish(issue, by=world.seats[role])

    assert Issue.objects.get(pk=issue.pk).state == "signed"


def test_printing_happens_as_a_whole_or_not_at_all(world: World, chief: Seat):
    issue = signed_issue(world)
    # A colleague's step takes the submission away in the same moment.
    Submission.objects.update(state="withdrawn")

    with pytest.raises(WrongState), transaction.atomic():
        printing.publish(issue, by=chief)

    assert Issue.objects.get(pk=issue.pk).state == "signed"
    assert Draft.objects.get().state == "placed"
    assert (Credit.objects.count(), Recipient.objects.count(), PrintOrder.objects.count()) == (0, 0, 0)
    assert DBTaskResult.objects.count() == 0


def test_a_void_issue_keeps_its_number_and_the_next_one_goes_on(world: World, chief: Seat):
    issue = signed_issue(world)

    voided = signing.void(issue, by=chief, reason="数据有误")

    assert (voided.state, voided.number_text, voided.void_reason) == ("void", "第1期", "数据有误")
    assert Draft.objects.get().state == "ready"
    assert Item.objects.get().state == "submitted"
    assert signed_issue(world).number == 2


def test_a_number_is_not_void_without_a_reason(world: World, chief: Seat):
    issue = signed_issue(world)

    with pytest.raises(Exception, match="请写明“作废”的理由"):
        signing.void(issue, by=chief, reason="")

    assert Issue.objects.get(pk=issue.pk).state == "signed"


def test_a_printed_issue_is_never_void(world: World, chief: Seat):
    issue = printed_issue(world)

    with pytest.raises(WrongState):
        signing.void(issue, by=chief, reason="数据有误")

    assert Issue.objects.get(pk=issue.pk).state == "printed"
