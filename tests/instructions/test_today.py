"""What waits for the secretary, the chief, the secretary-general and the unit; a leader is only shown the way."""

from qianliyan.instructions.actions import reading
from qianliyan.workbench.counting import Counts
from qianliyan.workbench.rail import piles_of as rail_piles
from qianliyan.workbench.today.jobs import jobs_for, piles_of
from tests.instructions.steps import decided, forwarded, given, line, presented, printed_entry, proposed, registered
from tests.thread import TITLE


def jobs(seat):
    """What waits, in short: (tag, what, button)."""
    counts = Counts(seat, [*rail_piles(seat), *piles_of(seat)])
    return [(job.tag, job.what, job.label) for job in jobs_for(seat, counts) if job.tag != "待编稿"]


def test_the_secretary_presents_brings_back_and_presents_to_the_next(world, secretary, vice_mayor, mayor):
    entry = printed_entry(world)
    assert jobs(secretary) == [("呈送", "1条新刊发的可呈送", "去呈")]

    presentation = presented(world, "vice_mayor", "mayor", entry=entry)
    assert jobs(secretary) == [("退件", "1件在领导处", "去看")]
    assert (jobs(vice_mayor), jobs(mayor)) == ([("阅件", "1件", "去看")], [])

    reading.circle(line(presentation, vice_mayor), by=vice_mayor)
    assert jobs(secretary) == [("呈送", "1件可呈下一位", "去呈")]


def test_each_finds_the_step_that_is_his(world, secretary, chief, secretary_general, outsider):
    given(world)
    assert ("批示", TITLE, "登记") in jobs(secretary)


def test_the_chief_proposes(world, chief, secretary_general):
    registered(world)
    assert ("批示", TITLE, "拟办") in jobs(chief)
    assert ("批示", TITLE, "审定") not in jobs(secretary_general)


def test_the_secretary_general_decides(world, chief, secretary_general):
    proposed(world)
    assert ("批示", TITLE, "审定") in jobs(secretary_general)


def test_the_chief_forwards_what_is_decided(world, chief):
    decided(world)
    assert ("批示", TITLE, "转办") in jobs(chief)


def test_the_unit_signs_for_what_was_forwarded(world, outsider, officer):
    forwarded(world)

    issue = ("签收", "1期刊物待签收", "去签收")
    assert jobs(outsider) == [("批示承办", TITLE, "签收"), issue]
    assert jobs(officer) == [issue]
