"""Findings and key figures of texts beside what people decided about them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TypeVar
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from qianliyan.configuration.values import Values
from qianliyan.core.memory import kept, learn
from qianliyan.core.rows import prepared
from qianliyan.proofing.figures import Line, lines_of, placed
from qianliyan.proofing.findings import Found, Gate, found_in
from qianliyan.proofing.lists import settings_for
from qianliyan.proofing.models import Decided, Ignored, Release, Verification
from qianliyan.proofing.subjects import Subject

D = TypeVar("D", bound=Decided)


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
            *placed(records.get(subject.uid, []), lines_of(subject), subject),
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
