"""Sources never see the text before it is told; then every office behind reads as much as was decided."""

import pytest

from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, Unreadable
from qianliyan.instructions.actions import telling
from qianliyan.instructions.models import Forwarding, Instruction, Presentation, Reader, Telling
from qianliyan.instructions.queries.facts import instructed
from qianliyan.instructions.queries.sources import Origin
from qianliyan.items.models import Submission
from qianliyan.notices.models import Notice
from qianliyan.offices.audiences import may_see, visible_to, who_can_see
from qianliyan.workbench.trail import events
from qianliyan.workbench.trail.reading import steps_for
from tests import thread
from tests.instructions.steps import WORDS, forwarded, from_above, given, registered


def told(seat):
    """What the unit reads of it on its item's trail: (what, who, words)."""
    item = Submission.objects.get().item
    steps = steps_for(seat, events.of_item(item, seat))
    return [(one.what, one.by, one.said) for one in steps if "批示" in one.what]


def test_the_county_sees_nothing_of_it_before_it_is_told(world, officer, chief):
    instruction = registered(world)

    assert not may_see(officer, instruction)
    assert [list(visible_to(model, officer)) for model in (Presentation, Reader, Telling)] == [[], [], []]
    assert told(officer) == []


@pytest.mark.parametrize(
    ("depth", "excerpt", "words"),
    [("only_that", "", ""), ("excerpt", "请研究统筹运维。", "请研究统筹运维。"), ("full", "", WORDS)],
)
def test_it_is_told_as_much_as_was_decided(world, officer, neighbour, chief, depth, excerpt, words):
    instruction = registered(world)

    telling.tell_sources(instruction, by=chief, depth=depth, excerpt=excerpt)

    assert told(officer) == [("市领导作出批示", "市政府办", words)]
    assert [one.text for one in visible_to(Telling, officer)] == [words]
    assert not may_see(officer, instruction)
    assert list(visible_to(Telling, neighbour)) == []
    assert Notice.objects.filter(person=officer.person, kind="news").count() >= 1


def test_nothing_yet_is_a_decision_too_and_tells_nothing(world, officer, chief):
    instruction = registered(world)
    before = Notice.objects.filter(person=officer.person).count()

    telling.tell_sources(instruction, by=chief, depth="nothing")

    assert [(one.office, one.depth) for one in Telling.objects.all()] == [(world.county, "nothing")]
    assert (told(officer), list(visible_to(Telling, officer))) == ([], [])
    assert Notice.objects.filter(person=officer.person).count() == before


def test_what_was_told_can_be_added_to_and_never_taken_back(world, officer, chief):
    instruction = registered(world)
    telling.tell_sources(instruction, by=chief, depth="only_that")
    telling.tell_sources(instruction, by=chief, depth="full")
    with pytest.raises(Unreadable, match="不能收回"):
        telling.tell_sources(instruction, by=chief, depth="only_that")

    assert [said for _what, _by, said in told(officer)] == [WORDS, ""]


def test_the_same_again_tells_nobody_twice_and_other_words_are_refused(world, officer, chief):
    instruction = registered(world)
    telling.tell_sources(instruction, by=chief, depth="excerpt", excerpt="请研究。")
    rung = Notice.objects.filter(person=officer.person).count()

    telling.tell_sources(instruction, by=chief, depth="excerpt", excerpt="请研究。")
    with pytest.raises(Unreadable, match="摘要已经告知，不能再换"):
        telling.tell_sources(instruction, by=chief, depth="excerpt", excerpt="另一种说法。")

    assert told(officer) == [("市领导作出批示", "市政府办", "请研究。")]
    assert (Telling.objects.get().text, Notice.objects.filter(person=officer.person).count()) == ("请研究。", rung)


def test_only_those_who_handle_it_tell(world, officer, editor, outsider):
    instruction = registered(world)
    for somebody in (officer, editor, outsider):
        with pytest.raises(NotAllowed):
            telling.tell_sources(instruction, by=somebody, depth="full")


def test_a_unit_sees_what_was_forwarded_to_it_and_not_after_it_was_recalled(world, outsider, officer, neighbour, chief):
    from qianliyan.instructions.actions import forwarding

    instruction = forwarded(world, world.department, world.neighbour_county)
    row = Forwarding.objects.get(office=world.department)
    assert (may_see(outsider, instruction), may_see(officer, instruction)) == (True, False)

    forwarding.recall(row, by=chief, words="转错单位")

    assert (may_see(outsider, instruction), may_see(outsider, row)) == (False, False)
    assert may_see(neighbour, instruction)
    assert [one.seat for one in who_can_see(instruction) if one.seat.office != world.city] == [neighbour]


def test_a_restricted_one_is_hidden_from_editors(world, editor, chief, vice_mayor, mayor):
    instruction = registered(world)
    assert [may_see(seat, instruction) for seat in (editor, chief, mayor, vice_mayor)] == [True, True, True, False]

    Instruction.objects.update(restricted=True)

    assert [may_see(seat, instruction) for seat in (editor, chief, mayor, vice_mayor)] == [False, True, True, False]


def test_facts_name_leader_level_and_the_offices_behind_and_leave_out_what_is_not_registered(world):
    given(world)
    assert instructed(world.city, clock.today(), clock.today()) == []
    submission = Submission.objects.get()
    from_above(world, submission)

    (fact,) = instructed(world.city, clock.today(), clock.today())

    assert (fact.level, fact.leader_name, fact.leader_post, fact.principal, fact.form) == (
        "province",
        "赵宁",
        "副省长",
        False,
        "notice",
    )
    assert fact.origins == (Origin(world.county.pk, submission.pk, 1),)
    assert fact.evidence == "省政府办公厅批示抄清〔2026〕12号"


def test_an_instruction_from_above_on_a_county_item_is_told_as_the_province_s(world, officer, chief):
    instruction = from_above(world, thread.submitted(world))

    telling.tell_sources(instruction, by=chief, depth="only_that")

    assert told(officer) == [("省领导作出批示", "市政府办", "")]
