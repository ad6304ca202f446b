"""Writes the texts of many orders in their order; in a process of its own when there are many."""

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date

from qianliyan.workbench.demo.texts.authors import Author
from qianliyan.workbench.demo.texts.telling import Event, happenings, meeting
from qianliyan.workbench.demo.texts.writer import Text, Writer

MANY = 400


@dataclass(frozen=True)
class Wanted:
    """What is to be written: by whom, of what kind and form, about what, on which day."""

    author: Author
    kind: str
    form: str
    day: date
    about: str
    place: str = ""


def written(wanted: Iterable[Wanted], seed: int) -> Iterator[Text]:
    """Yield the texts one by one; the same orders and seed give the same texts."""
    writer = Writer(seed)
    events: dict[str, Event] = {}
    for one in wanted:
        if one.about == "topic":
            yield writer.write(one.author, one.kind, one.form, one.day)
        elif one.about == "meeting":
            yield meeting(writer, one.author, one.day)
        else:
            event = events.get(one.about)
            if event is None:
                event = events[one.about] = _event(one, writer)
            yield event.told_by(writer, one.author)


def written_apart(program: str, arguments: list[str]) -> Iterator[Text]:
    """Yield the texts that another process writes, so that both cores of the machine have work."""
    command = [sys.executable, "-m", program, *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        assert process.stdout is not None  # noqa: S101 - asked for above
        for line in process.stdout:
            told = json.loads(line)
            yield Text(**{**told, "flaws": tuple(told["flaws"])})


def say(texts: Iterable[Text]) -> None:
    """Print texts, one JSON object a line, for `written_apart`."""
    for text in texts:
        sys.stdout.write(json.dumps(asdict(text), ensure_ascii=False) + "\n")


def _event(one: Wanted, writer: Writer) -> Event:
    _event, number, _name, _county, day = one.about.split(":")
    return Event(happenings()[int(number)], one.place, date.fromisoformat(day), writer.chance)
