"""The writer: seeded, never twice the same title, and figures that agree."""

from datetime import date
from random import Random

from qianliyan.workbench.demo.city import units
from qianliyan.workbench.demo.texts.grammar import Filling
from qianliyan.workbench.demo.texts.telling import Event, happenings, meeting
from qianliyan.workbench.demo.texts.topics import topics
from qianliyan.workbench.demo.texts.writer import Writer

DAY = date(2025, 7, 8)


def many(seed):
    writer, known = Writer(seed), [unit for unit in units().values() if unit.above == "city"]
    kinds = ("implementation", "experience", "problem", "warning", "ordinary")
    return [writer.write(known[n % len(known)].author, kinds[n % 5], "single", DAY) for n in range(200)]


def test_the_same_seed_writes_the_same_and_no_title_twice():
    first, again = many(7), many(7)

    assert first == again
    assert len({text.title for text in first}) == len(first)


def test_nothing_is_left_unfilled():
    assert [text for text in many(3) if set("{}[]|｜") & set(text.title + text.body)] == []


def test_parts_and_shares_follow_from_the_figures_before_them():
    filling = Filling(Random(1), {})

    said = filling.fill("{A:100..900} {B:A*0.5..0.9} {A-B} {B/A%}").split()

    assert int(said[0]) - int(said[1]) == int(said[2])
    assert said[3] == f"{int(said[1]) * 100 / int(said[0]):.1f}%"


def test_one_event_has_the_same_figures_whoever_tells_it():
    writer, known = Writer(5), units()
    event = Event(happenings()[0], "古渡县三河乡", DAY, writer.chance)
    told = [event.told_by(writer, known[key].author) for key in ("gudu", "emergency", "weather")]

    assert len({text.title for text in told}) == 3
    assert len(event.figures) >= 3


def test_a_meeting_is_written_in_one_paragraph():
    assert "\n" not in meeting(Writer(2), units()["gudu"].author, DAY).body.replace("（联系人", "")[:80]


def test_every_subject_can_be_written_by_somebody():
    scopes = {scope for unit in units().values() for scope in unit.author.scopes}

    assert [topic.name for topic in topics() if not set(topic.scopes) & scopes] == []
