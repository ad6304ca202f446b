"""What comes of what the office sent up goes down to everybody behind it, by their shares, and counts once."""

from datetime import timedelta

import pytest
from django.urls import reverse

from qianliyan.assessment.actions import recording
from qianliyan.assessment.actions.parts import About
from qianliyan.assessment.board import board_of
from qianliyan.assessment.models import RecordedFact
from qianliyan.assessment.models.recorded import FactName
from qianliyan.assessment.projection import project
from qianliyan.core import clock
from qianliyan.core.errors import Unreadable
from qianliyan.desk.actions import drafts, merging
from qianliyan.desk.actions.upward import report_up
from qianliyan.desk.reports import reports_of, sent_up
from qianliyan.history.trail import events_of
from qianliyan.instructions.models import Instruction
from qianliyan.items.actions import recording as desk_recording
from qianliyan.items.models import Submission
from qianliyan.items.models.submission import Channel
from qianliyan.items.states import ItemState
from qianliyan.offices.powers import Power
from tests import thread
from tests.assessment.steps import assessor, calculated, copy_of, facts_in_short, page_of, this_year

PAPER = recording.Paper("省政府办公厅《采用情况通报》第3期")


@pytest.fixture
def sources(world):
    """What two counties sent: three parts and one part."""
    first = thread.submitted(world)
    return first, copy_of(first, world.neighbour_county)


@pytest.fixture
def raised(world, sources, editor):
    """The city made one draft of both and sent it up."""
    editor.post.powers = [*editor.post.powers, Power.DRAFT]
    editor.post.save()
    found = [Submission.objects.get(pk=one.pk) for one in sources]
    draft = merging.merge(found, by=editor)
    draft = merging.share(draft, {sources[0].uid: 3, sources[1].uid: 1}, by=editor)
    item = report_up(drafts.hold_ready(draft, by=editor), by=editor)
    sent = copy_of(sources[0], world.city, receiver=world.province)
    type(item).objects.filter(pk=item.pk).update(state=ItemState.SUBMITTED)
    sent.item = item
    sent.save()
    return sent


def instructed(sent, office, leader="王强", **changes):
    given = {"leader_name": leader, "leader_post": "省长", "level": "province", "given_on": clock.today()}
    number = Instruction.objects.count() + 1
    text = {"form": "paper", "text": "请研究。", "state": "registered", "year": clock.today().year, "number": number}
    return Instruction.objects.create(office=office, submission=sent, **{**given, **text, **changes})


def of(world, name, office=None):
    return [one for one in project(office or world.city, this_year()) if one["fact"] == name]


def adopted(sent, seat, publication="每日要情"):
    given = recording.Details({"level": "province", "publication": publication})
    return recording.enter(
        FactName.ADOPTED, About(submission=sent), on=clock.today(), paper=PAPER, details=given, by=seat
    )


SHARED = {"青石县政府办": 3, "白桑县政府办": 1}


def test_what_was_sent_up_is_a_fact_shared_by_everybody_behind_it(world, raised, sources):
    (fact,) = of(world, "sent_up")

    assert fact["id"] == f"items.item:{raised.item_id}/sent_up"
    assert fact["item"] == f"items.item:{sources[0].item_id}+{sources[1].item_id}"
    assert facts_in_short([fact]) == [("sent_up", "province", SHARED)]


def test_an_instruction_on_what_was_sent_up_counts_for_the_counties_behind_it(world, raised):
    instructed(raised, world.city)

    assert facts_in_short(of(world, "instructed")) == [("instructed", "province", SHARED)]
    assert facts_in_short(of(world, "instructed", world.province)) == [("instructed", "province", {"市政府办": 1})]


def test_an_instruction_on_what_the_city_wrote_by_itself_is_counted_and_nobody_s_below(world, sources):
    alone = copy_of(sources[0], world.city, receiver=world.province)
    instructed(alone, world.city)

    assert facts_in_short(of(world, "instructed")) == [("instructed", "province", {})]
    assert of(world, "instructed", world.county) == []


def test_adoption_outside_of_what_was_sent_up_is_entered_once_and_told_to_everybody(world, raised, sources, editor):
    adopted(raised, editor)

    assert facts_in_short(of(world, "adopted")) == [("adopted", "province", SHARED)]
    for one in (raised, *sources):
        (event,) = events_of([one], ["submission.adopt_above"])
        assert event.details == {"office": "省级", "issue": "每日要情"}
    with pytest.raises(Unreadable, match="已经在系统里"):
        adopted(raised, editor)
    assert adopted(raised, editor, publication="专报").pk


def test_an_adoption_that_was_entered_wrongly_is_taken_back_from_everybody_who_was_told(world, raised, sources, editor):
    kept = adopted(raised, editor, publication="专报")
    recording.revoke(adopted(raised, editor), reason="认错了", by=editor)

    for one in (raised, *sources):
        (event,) = events_of([one], ["submission.revoke_adoption"])
        assert event.details == {"office": "省级", "issue": "每日要情"}
    (report,) = reports_of(sent_up(editor))
    assert report.issue == "专报"
    recording.revoke(kept, reason="也认错了", by=editor)
    assert [one.issue for one in reports_of(sent_up(editor))] == [""]


def test_adoption_of_what_the_city_wrote_by_itself_counts_in_the_year_and_for_nobody_below(world, sources, editor):
    adopted(copy_of(sources[0], world.city, receiver=world.province), editor)

    figures = {one.code: one.value for one in board_of(world.city, clock.today().year).figures}
    assert (facts_in_short(of(world, "adopted")), figures["adopted/province"]) == ([("adopted", "province", {})], 1)


def recorded(seat, sent, leader):
    return recording.enter(
        FactName.INSTRUCTED,
        About(submission=sent),
        on=clock.today(),
        paper=PAPER,
        details=recording.Details({"level": "province", "leader": leader}),
        by=seat,
    )


def test_what_stands_in_the_register_is_not_recorded_again_but_another_leader_s_is(world, raised, editor):
    instructed(raised, world.city)
    with pytest.raises(Unreadable, match="已在批示登记里"):
        recorded(editor, raised, "省长王强")

    recorded(editor, raised, "副省长李明")

    assert len(of(world, "instructed")) == 2


def test_what_is_registered_after_it_was_recorded_counts_once(world, raised, editor, sign_in):
    entered = recorded(editor, raised, "省长王强")
    assert [one["id"] for one in of(world, "instructed")] == [f"assessment.recordedfact:{entered.pk}/instructed"]

    given = instructed(raised, world.city)

    assert [one["id"] for one in of(world, "instructed")] == [f"instructions.instruction:{given.pk}/instructed"]
    year = {one.code: one.value for one in board_of(world.city, clock.today().year).figures}
    assert year["instructed/province"] == 1
    page = page_of(sign_in(editor).get(reverse("assessment:record", args=[entered.uid])))
    assert "已在批示登记里，只按登记的计一次" in page


def test_the_editor_enters_it_from_the_list_of_what_was_sent_up(world, raised, editor, neighbour, sign_in):
    browser = sign_in(editor)
    page = f"{reverse('assessment:new_record')}?submission={raised.uid}"
    given = {
        "fact": "adopted",
        "on": f"{clock.today()}",
        "level": "province",
        "evidence": "省通报",
        "publication": "要情",
    }

    browser.post(page, given)

    assert [(one.unit, one.weight) for one in RecordedFact.objects.get().shares.all()] == [
        (world.county, 3),
        (world.neighbour_county, 1),
    ]
    assert "要情" in page_of(browser.get(reverse("desk:upward")))
    assert sign_in(neighbour).get(page).status_code == 422


def test_what_went_up_by_other_ways_is_counted_and_earns_nobody_anything(world, editor, provincial_editor):
    given = desk_recording.Received(
        title="题", body="文。", channel=Channel.MAIL, received_at=clock.now() - timedelta(minutes=3), kind="ordinary"
    )
    desk_recording.record_for(world.city, given, to=world.province, by=provincial_editor)

    assert facts_in_short(of(world, "sent_up")) == [("sent_up", "province", {})]
    assert calculated(assessor(world)).figures["sent_up/province"] == 1
