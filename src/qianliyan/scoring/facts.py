"""Facts as they come in: one JSON object a line, or mappings from a database.

Only attributes the scheme asks for are kept, so a million facts fit in memory; all others pass by unread.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec

from qianliyan.scoring.errors import FactsRefused, Problem
from qianliyan.scoring.periods import Calendar
from qianliyan.scoring.register import Register
from qianliyan.scoring.scheme import GIVEN, Scheme

MOST_PROBLEMS = 50
CORE = frozenset({"id", "on", "fact", "item", "offices", "authors", "period"})
# Given under another name in every fact, so never read from it.
COMPUTED = GIVEN - CORE
MESSAGES = (
    (re.compile(r"missing required field `(\w+)`(?: - at `\$(.*)`)?"), r"缺少“\1”"),
    (re.compile(r"Invalid RFC3339 encoded date - at `\$\.?(.*)`"), r"“\1”不是日期，应如2026-03-31"),
    (re.compile(r"Expected `([^`]+)`, got `([^`]+)`(?: - at `\$\.?(.*)`)?"), r"“\3”类型不对：应是\1，却是\2"),
    (re.compile(r"truncated|malformed.*"), r"JSON不完整或写法有误"),
)
TYPES = {
    "str": "文字",
    "int": "整数",
    "float": "小数",
    "bool": "真假值",
    "array": "列表",
    "object": "一组项目",
    "null": "空",
}
# Chinese letters count as word characters, so the usual word boundary is of no use here.
TYPE_NAMES = re.compile(rf"(?<![a-z])(?:{'|'.join(TYPES)})(?![a-z])")


class Share(msgspec.Struct, gc=False, frozen=True):
    """A unit's part in a fact."""

    office: str
    weight: int = 1
    role: str | None = None


class Author(msgspec.Struct, gc=False, frozen=True):
    """A person's part in a fact."""

    person: str
    office: str | None = None
    weight: int = 1
    role: str | None = None


class Shape:
    """The form of facts that one scheme needs."""

    def __init__(self, scheme: Scheme, extra: Iterable[str] = ()) -> None:
        asked = scheme.names | ({"level"} if "leader_level" in scheme.names else set())
        self.names = tuple(sorted({"fact"} | (asked - CORE - COMPUTED) | set(extra)))
        self.type = msgspec.defstruct("Fact", self.fields(), gc=False, kw_only=True)
        self.decoder = msgspec.json.Decoder(self.type, float_hook=Decimal)

    def fields(self) -> list[Any]:
        """List the fields: the core with types, the rest as they come."""
        asked = [(name, Any, None) for name in self.names if name != "fact"]
        return [
            ("id", str),
            ("on", date),
            ("fact", str),
            ("item", str | None, None),
            ("offices", tuple[str | Share, ...], ()),
            ("authors", tuple[str | Author, ...], ()),
            ("period", str | None, None),
            *asked,
        ]

    def decode(self, line: bytes) -> Any:
        """Read one line."""
        return self.decoder.decode(line)

    def convert(self, row: Mapping[str, Any]) -> Any:
        """Read one mapping; decimals and dates may be there already."""
        return msgspec.convert(row, self.type)


class Intake:
    """Reads facts one by one, refusing the whole file if any is bad; knows nothing of points."""

    def __init__(self, shape: Shape, register: Register, calendar: Calendar, name: str = "") -> None:
        self.shape = shape
        self.register = register
        self.calendar = calendar
        self.name = name
        self.ids: set[str] = set()
        self.problems: list[Problem] = []
        self.labels: set[str] = set()
        self.good_shares: set[tuple[Any, ...]] = set()

    def lines(self, lines: Iterable[bytes]) -> Iterator[Any]:
        """Read JSONL; the refusal comes after the last line, with every line that is wrong."""
        decode = self.shape.decode
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                fact = decode(line)
            except (msgspec.MsgspecError, UnicodeDecodeError) as error:
                self.note(number, chinese(error))
                continue
            if self.accept(fact, number):
                yield fact
        self.finish()

    def rows(self, rows: Iterable[Mapping[str, Any]]) -> Iterator[Any]:
        """Read mappings, as a database gives them."""
        for number, row in enumerate(rows, 1):
            try:
                fact = self.shape.convert(row)
            except msgspec.MsgspecError as error:
                self.note(number, chinese(error))
                continue
            if self.accept(fact, number):
                yield fact
        self.finish()

    def accept(self, fact: Any, number: int) -> bool:
        """Check what the types cannot: repeated ids, labels of periods, weights, offices."""
        if fact.id in self.ids:
            self.note(number, f"事实编号“{fact.id}”重复")
            return False
        self.ids.add(fact.id)
        before = len(self.problems)
        if fact.period is not None and fact.period not in self.labels:
            self.check_label(fact, number)
        for part in (fact.offices, fact.authors):
            if part and part not in self.good_shares:
                self.check_shares(part, number, offices=part is fact.offices)
        return len(self.problems) == before

    def check_label(self, fact: Any, number: int) -> None:
        """Note a period override that cannot be read."""
        try:
            self.calendar.read(fact.period)
            self.labels.add(fact.period)
        except ValueError as error:
            self.note(number, str(error))

    def check_shares(self, sharers: tuple[Any, ...], number: int, *, offices: bool) -> None:
        """Note negative weights, weights that are all zero, units named twice and unknown ones."""
        weights = [1 if isinstance(sharer, str) else sharer.weight for sharer in sharers]
        names = [name_of(sharer) for sharer in sharers]
        texts = ["份额不能为负"] if min(weights) < 0 else ["份额不能全为零"] if not any(weights) else []
        texts += [f"“{name}”在同一事实中出现两次" for name in dict.fromkeys(names) if names.count(name) > 1]
        if offices:
            texts += [f"名册中没有单位“{name}”" for name in names if not self.register.knows(name)]
        for text in texts:
            self.note(number, text)
        if not texts and offices:
            self.good_shares.add(sharers)

    def note(self, number: int, text: str) -> None:
        """Keep a problem; beyond a page of them nobody reads on."""
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(Problem(number, 0, text))

    def finish(self) -> None:
        """Refuse the file if anything was wrong."""
        if self.problems:
            raise FactsRefused(self.problems, self.name)


def name_of(sharer: "str | Share | Author") -> str:
    """Give the name of a unit or person."""
    if isinstance(sharer, str):
        return sharer
    return sharer.person if isinstance(sharer, Author) else sharer.office


def chinese(error: Exception) -> str:
    """Translate the decoder's complaint."""
    if isinstance(error, UnicodeDecodeError):
        return "不是UTF-8编码"
    message = str(error)
    for pattern, text in MESSAGES:
        found = pattern.search(message)
        if found:
            return TYPE_NAMES.sub(lambda name: TYPES[name[0]], found.expand(text).replace("“”", "这一行"))
    return f"不能读取：{message}"


def line_of(path: Path, fact_id: str) -> int:
    """Find the line of a fact when a doubt arises only while counting."""
    decoder: Any = msgspec.json.Decoder(msgspec.defstruct("Id", [("id", str)], gc=False))
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip() and decoder.decode(line).id == fact_id:
                return number
    return 0
