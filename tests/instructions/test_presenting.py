"""The secretary decides who reads in which order; what went and came back is known, what was opened is not."""

import pytest

from qianliyan.core.errors import NotAllowed, Unreadable
from qianliyan.history.models import Event
from qianliyan.instructions.actions import presenting, reading
from qianliyan.instructions.actions.presenting import Addressed
from qianliyan.instructions.models import Circle, Instruction, Reader
from qianliyan.instructions.queries.presenting import done_by, lying_before, out, to_present, waiting_for_turn
from qianliyan.notices.models import Notice
from tests.instructions.steps import WORDS, line, presented, printed_entry, strokes


def states(presentation):
    return {reader.name: reader.state for reader in Reader.objects.filter(presentation=presentation)}


def test_a_paper_goes_to_the_first_leader_and_then_to_the_next(world, secretary, mayor, vice_mayor):
    presentation = presented(world, "vice_mayor", "mayor")
    assert states(presentation) == {"王岚": "presented", "李明": "to_present"}
    assert list(lying_before(mayor)) == []

    with pytest.raises(Unreadable, match="王岚还没有退件"):
        presenting.present_next(presentation, by=secretary)
    reading.circle(line(presentation, vice_mayor), by=vice_mayor)
    assert list(waiting_for_turn(secretary)) == [presentation]
    presenting.present_next(presentation, by=secretary)

    assert states(presentation) == {"王岚": "back", "李明": "presented"}
    assert [reader.presentation for reader in lying_before(mayor)] == [presentation]


def test_only_the_secretary_presents_and_only_what_is_printed_here_and_only_to_leaders(world, secretary, chief, mayor):
    entry = printed_entry(world)
    with pytest.raises(NotAllowed):
        presenting.present(entry, by=chief, readers=[Addressed(mayor)])
    with pytest.raises(Unreadable, match="不是本单位的阅件领导"):
        presenting.present(entry, by=secretary, readers=[Addressed(chief)])
    with pytest.raises(Unreadable, match="请至少选一位领导"):
        presenting.present(entry, by=secretary, readers=[])
    assert list(to_present(secretary)) == [entry]

    presentation = presenting.present(entry, by=secretary, readers=[Addressed(mayor)])

    assert list(to_present(secretary)) == []
    assert [reader.presentation for reader in out(secretary)] == [presentation]
    with pytest.raises(Unreadable, match="已经呈送"):
        presenting.present(entry, by=secretary, readers=[Addressed(mayor)])


def test_leaders_get_no_notice_and_reading_leaves_no_trace(world, mayor, sign_in):
    presentation = presented(world)
    reader, before = line(presentation, mayor), Event.objects.count()

    page = sign_in(mayor).get(f"/reading/{reader.uid}/")

    assert page.status_code == 200
    assert Event.objects.count() == before
    assert line(presentation, mayor).state == "presented"
    assert list(Notice.objects.filter(person=mayor.person)) == []


def test_a_circle_is_no_instruction_and_brings_the_paper_back(world, mayor):
    presentation = presented(world)

    reading.circle(line(presentation, mayor), by=mayor)
    reading.circle(line(presentation, mayor), by=mayor)

    assert [circle.reader for circle in Circle.objects.all()] == [line(presentation, mayor)]
    assert list(Instruction.objects.all()) == []
    assert [reader.presentation for reader in done_by(mayor)] == [presentation]


def test_what_is_sent_twice_under_one_key_is_one_instruction(world, mayor):
    reader = line(presented(world), mayor)

    first = reading.instruct(reader, by=mayor, text=WORDS, once="a-key")
    second = reading.instruct(reader, by=mayor, text=WORDS, once="a-key")
    other = reading.instruct(reader, by=mayor, text="再请财政局研究。", once="another")

    assert first == second
    assert [(one.text, one.form, one.principal) for one in Instruction.objects.order_by("pk")] == [
        (WORDS, "typed", True),
        ("再请财政局研究。", "typed", True),
    ]
    assert other.state == "given"


def test_pen_strokes_are_kept_as_a_picture_and_nothing_at_all_is_refused(world, mayor):
    reader = line(presented(world), mayor)
    with pytest.raises(Unreadable, match="圈阅"):
        reading.instruct(reader, by=mayor, text="  ")

    given = reading.instruct(reader, by=mayor, strokes=strokes(), once="pen")

    assert (given.form, given.text, given.strokes.kind) == ("pen", "", "png")


def test_nobody_writes_on_what_lies_before_somebody_else(world, mayor, vice_mayor, secretary):
    reader = line(presented(world), mayor)

    for somebody in (vice_mayor, secretary):
        with pytest.raises(NotAllowed):
            reading.instruct(reader, by=somebody, text=WORDS)
        with pytest.raises(NotAllowed):
            reading.circle(reader, by=somebody)


def test_a_circle_on_paper_is_recorded_on_his_behalf(world, secretary, mayor, chief):
    from qianliyan.core import clock

    presentation = presented(world)
    with pytest.raises(NotAllowed):
        presenting.record_circle(line(presentation, mayor), by=chief, on=clock.today())

    presenting.record_circle(line(presentation, mayor), by=secretary, on=clock.today())

    event = Event.objects.get(verb="circle.draw")
    assert (event.on_behalf_of, event.recorded_from) == (mayor.label, "paper")
    assert states(presentation) == {"李明": "back"}
