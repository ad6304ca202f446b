"""The figures that an office publishes at year's end; each is the size of a set that its page lists.

What is counted is pieces of writing, not events: a piece that two leaders instructed counts once.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, Exists, F, Func, IntegerField, Min, OuterRef, Q, QuerySet, Subquery

from qianliyan.assessment.composition import LEVELS
from qianliyan.assessment.facts.instructed import NOT_YET
from qianliyan.assessment.models import AnnualFigure, RecordedFact
from qianliyan.assessment.models.recorded import FactName
from qianliyan.assessment.registered import registered_among
from qianliyan.bulletins.models import Credit, Publication
from qianliyan.bulletins.states import ONCE_PRINTED
from qianliyan.instructions.models import Instruction
from qianliyan.items.models import Submission
from qianliyan.items.states import SubmissionState
from qianliyan.offices.models import Office

RECEIVED, PRINTED, REPORTED, ADOPTED, INSTRUCTED, COMMENDED = (
    *("received", "printed", "reported", "adopted", "instructed"),
    "commended",
)
RESULTS = (FactName.ADOPTED, FactName.INSTRUCTED, FactName.COMMENDED)
PRINT = {"entry__issue__state__in": ONCE_PRINTED, "entry__removed_at": None}
# One thing that is counted: the kind of its row and its number.
Key = tuple[str, int]


@dataclass(frozen=True)
class Many:
    """Where a figure of many things is read: its rows, their day, and which thing a row is about."""

    rows: Callable[[Office], QuerySet[Any]]
    day: str
    key: str
    kind: str

    def in_year(self, office: Office, year: int) -> QuerySet[Any, tuple[int, Any]]:
        """Return (thing, first day) of a year; one for each thing."""
        rows = self.rows(office).filter(**{f"{self.day}__year": year}).order_by()
        found: QuerySet[Any, tuple[int, Any]] = rows.values_list(self.key).annotate(first=Min(self.day))
        return found.order_by("-first", f"-{self.key}")


@dataclass(frozen=True)
class Seen:
    """That something belongs to a figure in a year."""

    figure: str
    year: int
    key: Key
    on: date


class Sets:
    """What each figure of few things counts in each of some years: results come from several tables, each once."""

    def __init__(self, seen: Iterable[Seen]) -> None:
        self._found: dict[tuple[str, int], dict[Key, date]] = defaultdict(dict)
        for one in seen:
            self._found[one.figure, one.year].setdefault(one.key, one.on)

    def of(self, figure: str, year: int) -> dict[Key, date]:
        """Return the things and their days."""
        return self._found.get((figure, year), {})

    def count(self, figure: str, year: int) -> int:
        """Return how many there are."""
        return len(self.of(figure, year))


def sets_of(office: Office, years: Collection[int]) -> Sets:
    """Gather what the office's figures about results count in these years; some hundreds at most."""
    return Sets(seen for source in (_credits, _instructions, _recorded) for seen in source(office, years))


def counts_of(office: Office, years: Collection[int]) -> dict[tuple[str, int], int]:
    """Count the figures of many things by year: one query, in which each year is a stretch of an index."""
    keys = [(code, year) for code in MANY for year in years]
    counts = [_count(MANY[code], office, year) for code, year in keys]
    return dict(zip(keys, Office.objects.filter(pk=office.pk).values_list(*counts).get(), strict=True))


def _count(many: Many, office: Office, year: int) -> Subquery:
    rows = many.rows(office).filter(**{f"{many.day}__year": year}).order_by()
    distinct = "%(function)s(DISTINCT %(expressions)s)"
    number = Func(F(many.key), function="COUNT", template=distinct, output_field=IntegerField())
    return Subquery(rows.annotate(_count=number).values("_count"))


def _received(office: Office) -> QuerySet[Submission]:
    return Submission.objects.filter(receiver=office).exclude(state=SubmissionState.WITHDRAWN)


def _reported(office: Office) -> QuerySet[Submission]:
    """Return the first sending of each piece: what was sent again in January counts where it was sent in December."""
    sent = Submission.objects.filter(sender=office, receiver=office.parent_id).exclude(state=SubmissionState.WITHDRAWN)
    before = sent.filter(item=OuterRef("item"), pk__lt=OuterRef("pk"))
    return sent.filter(~Exists(before))


def _printed(office: Office) -> QuerySet[Credit]:
    return Credit.objects.filter(entry__issue__office=office, **PRINT)


# The figures that count thousands: counted and listed by the database.
MANY: dict[str, Many] = {
    RECEIVED: Many(_received, "sent_at", "pk", "submission"),
    REPORTED: Many(_reported, "sent_at", "item", "item"),
    PRINTED: Many(_printed, "entry__issue__signed_on", "entry", "entry"),
}


def levels_above(office: Office) -> tuple[str, ...]:
    """Return the levels above the office, the nearest first."""
    return LEVELS[LEVELS.index(office.level) + 1 :]


def issues_by_publication(office: Office, years: Collection[int]) -> list[tuple[Publication, tuple[int, ...]]]:
    """Return the office's publications in their order, each with the number of its printed issues in each year."""
    counts = {f"printed_{year}": Count("issues", filter=_printed_in(office, year)) for year in years}
    found = Publication.objects.filter(office=office).annotate(**counts).order_by("order", "pk")
    return [(one, tuple(getattr(one, name) for name in counts)) for one in found]


def _printed_in(office: Office, year: int) -> Q:
    return Q(issues__office=office, issues__state__in=ONCE_PRINTED, issues__signed_on__year=year)


def publications(office: Office) -> list[Publication]:
    """Return the office's publications in their order."""
    return list(Publication.objects.filter(office=office).order_by("order", "pk"))


def earlier(office: Office, year: int) -> dict[str, dict[int, Decimal]]:
    """Return the recorded figures of the years before, by figure and year."""
    found: dict[str, dict[int, Decimal]] = defaultdict(dict)
    for row in AnnualFigure.objects.filter(office=office, year__lt=year):
        found[row.figure][row.year] = row.value
    return found


def _credits(office: Office, years: Collection[int]) -> Iterator[Seen]:
    """Say what of the office's own reports was printed above."""
    days = {"entry__issue__signed_on__year__in": list(years)}
    above = Credit.objects.filter(submission__sender=office, **PRINT, **days).exclude(entry__issue__office=office)
    names = ("submission__item", "entry__issue__signed_on", "entry__issue__office__level")
    for item, on, level in above.values_list(*names):
        if on:
            yield Seen(f"{ADOPTED}/{level}", on.year, ("item", item), on)


def _instructions(office: Office, years: Collection[int]) -> Iterator[Seen]:
    rows = Instruction.objects.filter(office=office, given_on__year__in=list(years)).exclude(state__in=NOT_YET)
    for entry, submission, level, on in rows.values_list("entry", "submission", "level", "given_on"):
        key = ("entry", entry) if entry else ("submission", submission)
        yield Seen(f"{INSTRUCTED}/{level}", on.year, key, on)


def _recorded(office: Office, years: Collection[int]) -> Iterator[Seen]:
    """Say what was entered with its paper; about a printed entry it is the entry that counts, once."""
    found = RecordedFact.objects.filter(office=office, on__year__in=list(years), revocation__isnull=True)
    rows = list(found.filter(fact__in=RESULTS).order_by("pk").prefetch_related("shares"))
    registered = registered_among(rows)
    for row in rows:
        if row.pk in registered:
            continue
        if row.fact == FactName.COMMENDED:
            for share in row.shares.all():
                yield Seen(f"{COMMENDED}/{row.level}", row.on.year, ("office", share.unit_id), row.on)
        else:
            yield Seen(f"{row.fact}/{row.level}", row.on.year, _key(row), row.on)


def _key(row: RecordedFact) -> Key:
    if row.entry_id:
        return ("entry", row.entry_id)
    return ("submission", row.submission_id) if row.submission_id else ("recordedfact", row.pk)
