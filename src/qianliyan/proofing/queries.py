"""Findings and key figures of texts beside what people decided about them."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TypeVar
from uuid import UUID

import rjieba
from django.db.models import Exists, OuterRef, QuerySet

from qianliyan.configuration.values import Values
from qianliyan.core.memory import kept, learn
from qianliyan.core.rows import prepared
from qianliyan.proofing.anchors import REWORDED, holds
from qianliyan.proofing.findings import Found, Gate, figures_in, found_in
from qianliyan.proofing.lists import settings_for
from qianliyan.proofing.models import Decided, Ignored, Release, Verification
from qianliyan.proofing.states import VerificationState
from qianliyan.proofing.subjects import Subject

D = TypeVar("D", bound=Decided)
# So many words before a figure say what it is of.
SHORT = 8


# What is left of “2023年以来” when its number falls away.
REST_OF_DATE = re.compile(r"^[年月日](?:以来|来|初|底|末|前|后)?")


@dataclass(frozen=True)
class Line:
    """A key figure with its record, if somebody asked about it; `reworded`: the words around it changed since."""

    part: str
    start: int
    end: int
    quote: str
    about: str
    record: Verification | None = None
    reworded: bool = False

    @property
    def state(self) -> str:
        """What is known about it; empty if nobody asked."""
        return self.record.state if self.record else ""

    @property
    def verified(self) -> bool:
        """Tell whether somebody vouched for it."""
        return self.state == VerificationState.VERIFIED

    @property
    def written(self) -> str:
        """The figure with the last words before it."""
        return f"{_last_words(self.about)}{self.quote}"


def _last_words(text: str) -> str:
    """Return whole words from the end, about SHORT characters of them; no number and no name is cut."""
    kept = ""
    for word in reversed(rjieba.cut(text)):
        if kept and len(kept) + len(word) > SHORT:
            break
        kept = word + kept
    cut_date = text[: len(text) - len(kept)][-1:].isdigit()
    return REST_OF_DATE.sub("", kept) if cut_date else kept


@dataclass(frozen=True)
class Proof:
    """One text with its findings and its figures, and what was decided about them."""

    subject: Subject
    found: list[Found]
    ignored: dict[str, Ignored]
    released: dict[str, Release]
    lines: list[Line]
    lost: list[Verification]

    @cached_property
    def open(self) -> list[Found]:
        """The findings that nobody has set aside or released."""
        return [one for one in self.found if not self._settled(one)]

    @cached_property
    def blocking(self) -> list[Found]:
        """The findings that stand in the way of a signature."""
        return [one for one in self.open if one.blocks]

    @property
    def secrets(self) -> list[Found]:
        """What only the secrecy reviewer releases."""
        return [one for one in self.blocking if one.gate is Gate.SECRECY]

    @property
    def unfilled(self) -> list[Found]:
        """What nobody releases: placeholders and lost characters."""
        return [one for one in self.blocking if one.gate is Gate.NOBODY]

    @property
    def set_aside(self) -> list[tuple[Found, Ignored]]:
        """The findings that were set aside, each with who and why."""
        return [(one, self.ignored[one.mark]) for one in self.found if not one.blocks and one.mark in self.ignored]

    @property
    def let_pass(self) -> list[tuple[Found, Release]]:
        """The blocking findings that were released, each with who and why."""
        return [(one, self.released[one.mark]) for one in self.found if one.blocks and one.mark in self.released]

    @property
    def unverified(self) -> list[Line]:
        """The figures that nobody vouched for."""
        return [line for line in self.lines if not line.verified]

    @property
    def verified_count(self) -> int:
        """How many figures somebody vouched for."""
        return len(self.lines) - len(self.unverified)

    def _settled(self, one: Found) -> bool:
        return one.mark in (self.released if one.blocks else self.ignored)


def flags(uid: str = "uid") -> dict[str, Exists]:
    """Return the questions by which an upper room's query says beforehand what there is to ask for."""
    here = {"subject": OuterRef(uid)}
    return {
        "has_ignored": Exists(Ignored.objects.filter(**here, ended_at=None)),
        "has_released": Exists(Release.objects.filter(**here, ended_at=None)),
        "has_records": Exists(Verification.objects.filter(**here)),
    }


def proof_of(subject: Subject, values: Values | None = None) -> Proof:
    """Return one text proofed; a page gives the settings it has already fetched."""
    return proofs_of([subject], values or Values(subject.office))[subject.uid]


def proofs_of(subjects: Sequence[Subject], values: Values) -> dict[UUID, Proof]:
    """Return several texts of one office proofed: at most three queries for all of them."""
    if not subjects:
        return {}
    settings = settings_for(values, max(subject.written_on for subject in subjects))
    found = {subject.uid: found_in(subject, settings) for subject in subjects}
    ignored = _by_mark(Ignored, [one.uid for one in subjects if one.has_ignored and _any(found[one.uid], bar=False)])
    released = _by_mark(Release, [one.uid for one in subjects if one.has_released and _any(found[one.uid], bar=True)])
    records = records_of([one.uid for one in subjects if one.has_records])
    return {
        subject.uid: Proof(
            subject,
            found[subject.uid],
            ignored.get(subject.uid, {}),
            released.get(subject.uid, {}),
            *placed(records.get(subject.uid, []), _lines(subject), subject),
        )
        for subject in subjects
    }


def records_of(uids: Sequence[UUID]) -> dict[UUID, list[Verification]]:
    """Return the verification records of these texts, in one query."""
    found: dict[UUID, list[Verification]] = defaultdict(list)
    for record in recorded_about(tuple(uids)) if uids else ():
        found[record.subject].append(record)
    return found


def learn_of_new_text(uid: UUID) -> None:
    """Know of a text that was just made that nobody has said anything about it."""
    learn(recorded_about, [], (uid,))
    for model in (Ignored, Release):
        learn(decided_about, [], model, (uid,))


@kept
def recorded_about(uids: tuple[UUID, ...]) -> list[Verification]:
    """Return what was verified in these texts."""
    return _recorded_about(*uids)


@prepared
def _recorded_about(*uids: UUID) -> QuerySet[Verification]:
    return Verification.objects.filter(subject__in=uids).select_related("seat__person")


def placed(records: list[Verification], lines: list[Line], subject: Subject) -> tuple[list[Line], list[Verification]]:
    """Put each record beside its figure; words that are no figure get a line of their own while they still stand."""
    held = holds(records, lines)
    by_line = {hold.place: (records[number], hold.closeness == REWORDED) for number, hold in held.items()}
    filled = [
        Line(line.part, line.start, line.end, line.quote, line.about, *by_line.get(number, (None, False)))
        for number, line in enumerate(lines)
    ]
    rest = [record for number, record in enumerate(records) if number not in held]
    others = [(record, _own_line(record, subject)) for record in rest]
    lost = [record for record, line in others if line is None]
    return [*filled, *(line for _record, line in others if line is not None)], lost


def _own_line(record: Verification, subject: Subject) -> Line | None:
    """Find words that a person chose himself; figures are never looked for so, 61 stands in 161 too."""
    words = subject.title if record.part == "title" else subject.body
    start = -1 if any(sign.isdecimal() for sign in record.quote) else _nearest(words, record.quote, record.start)
    if start < 0:
        return None
    return Line(record.part, start, start + len(record.quote), record.quote, "", record)


def _nearest(words: str, quote: str, place: int) -> int:
    after, before = words.find(quote, place), words.rfind(quote, 0, place + len(quote))
    return min((at for at in (after, before) if at >= 0), key=lambda at: abs(at - place), default=-1)


def _lines(subject: Subject) -> list[Line]:
    return [
        Line(figure.part, figure.span.start, figure.span.end, figure.written, figure.about)
        for figure in figures_in(subject)
    ]


def _any(found: Iterable[Found], *, bar: bool) -> bool:
    return any(one.blocks is bar for one in found)


def _by_mark(model: type[D], uids: Sequence[UUID]) -> dict[UUID, dict[str, D]]:
    found: dict[UUID, dict[str, D]] = defaultdict(dict)
    for row in decided_about(model, tuple(uids)) if uids else ():
        found[row.subject][row.mark] = row
    return found


@kept
def decided_about(model: type[D], uids: tuple[UUID, ...]) -> list[D]:
    """Return what of these texts was set aside or released and still is."""
    return _decided(model)(*uids)


@cache
def _decided(model: type[D]) -> Callable[..., list[D]]:
    return prepared(lambda *uids: model._default_manager.filter(subject__in=uids, ended_at=None))  # noqa: SLF001
