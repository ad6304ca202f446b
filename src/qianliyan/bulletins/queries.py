"""What the pages and the rules ask about publications, issues, entries and print orders."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery

from qianliyan.accounts.models import Person
from qianliyan.bulletins.models import Counter, Credit, Entry, Issue, PrintOrder, Publication, Recipient, Series
from qianliyan.bulletins.models.publication import RUNNING
from qianliyan.bulletins.permissions import has_composed
from qianliyan.bulletins.states import IssueState, PrintState
from qianliyan.core import clock
from qianliyan.desk.models import Draft
from qianliyan.desk.queries import Share, drafts, names_in, shares_of_all
from qianliyan.desk.states import DraftState
from qianliyan.items.models import Item, Submission
from qianliyan.items.states import SubmissionState
from qianliyan.offices.audiences import visible_to
from qianliyan.offices.models import Office, Phase, Seat
from qianliyan.offices.powers import Power
from qianliyan.offices.seats import seats_with
from qianliyan.proofing.queries import flags
from qianliyan.proofing.subjects import flags_on

# A waiting order whose task was queued longer ago than this has lost its worker.
STALE_AFTER = timedelta(minutes=3)
MOST_IN_STOCK = 60
# What stands on the shelf; all but the printed ones only in the office that made them.
ON_SHELF = (IssueState.PRINTED, IssueState.VOID, IssueState.RECALLED, IssueState.RESERVED)


@dataclass(frozen=True)
class Piece:
    """An entry of an issue, and while it is open whose work it is made of."""

    entry: Entry
    shares: tuple[Share, ...] = ()

    @property
    def draft(self) -> Draft:
        """The draft that fills this place."""
        return self.entry.draft

    @property
    def units(self) -> tuple[str, ...]:
        """The names of the units it came from, each once, as they were when they sent it."""
        return tuple(names_in(self.shares))

    @property
    def submissions(self) -> tuple[Submission, ...]:
        """What the units sent."""
        return tuple(share.submission for share in self.shares)


@dataclass(frozen=True)
class Volume:
    """An issue on the shelf."""

    issue: Issue
    titles: tuple[str, ...]


def publications_of(seat: Seat) -> QuerySet[Publication]:
    """Return the bulletins the seat's office prints today."""
    return visible_to(Publication, seat).filter(closed_on=None)


def issues_seen_by(seat: Seat) -> QuerySet[Issue]:
    """Return what the issue page may show to this seat, with what its head names and the last number of the year."""
    found = visible_to(Issue, seat).select_related(
        "publication__picture", "series", "office", "composer", "print_order__file"
    )
    return found.annotate(last_number=last_number(OuterRef("publication")))


def number_year(series: Publication | Series, year: int) -> int:
    """Return the year under which a series counts; one that never begins again has a year of its own."""
    return year if series.yearly else RUNNING


def last_number(publication: OuterRef) -> Subquery:
    """Return the last number of a publication's main series this year, for a query over something of it."""
    yearly = Q(publication__yearly=True, year=clock.today().year)
    counters = Counter.objects.filter(yearly | Q(publication__yearly=False, year=RUNNING), series=None)
    return Subquery(counters.filter(publication=publication).values("last")[:1])


def awaiting_signature(seat: Seat) -> QuerySet[Issue]:
    """Return the issues that this seat can sign now."""
    if not seat.may(Power.SIGN_ISSUE):
        return Issue.objects.none()
    own = _own(seat, IssueState.AWAITING).exclude(composer=seat.person_id).exclude(sent_by=seat.person_id)
    return own.order_by("pk")


def in_the_making(seat: Seat) -> QuerySet[Issue]:
    """Return the office's issues that are composed or wait for their signature."""
    return _own(seat, IssueState.COMPOSING, IssueState.AWAITING).order_by("publication__order", "pk")


def signed_unprinted(seat: Seat) -> QuerySet[Issue]:
    """Return the office's issues that are signed and not yet printed."""
    return _own(seat, IssueState.SIGNED).order_by("year", "number")


def unprinted(seat: Seat) -> QuerySet[Issue]:
    """Return the office's issues on their way to print, the signed ones first."""
    ways = (IssueState.COMPOSING, IssueState.AWAITING, IssueState.SIGNED)
    return _own(seat, *ways).order_by(F("number").asc(nulls_last=True), "publication__order", "pk")


def shelf(seat: Seat, publication: Publication | None = None, year: int | None = None) -> QuerySet[Issue]:
    """Return what stands on the shelf, newest first: printed issues, and in the own office void numbers too."""
    found = visible_to(Issue, seat).filter(state__in=ON_SHELF)
    if publication is not None:
        found = found.filter(publication=publication)
    if year is not None:
        found = found.filter(year=year)
    return found.select_related("publication", "series", "office").order_by("-signed_on", "-pk")


def titled(found: QuerySet[Issue], words: str) -> QuerySet[Issue]:
    """Keep the issues with these words in a title or in their own name and number."""
    if not words:
        return found
    titles = Entry.objects.filter(issue=OuterRef("pk"), removed_at=None, title__icontains=words)
    number = re.sub(r"\D", "", words)
    same = Q(publication__name__icontains=words) | (Q(number=int(number[:6])) if number else Q(pk__in=[]))
    return found.filter(Exists(titles) | same)


def with_titles(issues: list[Issue]) -> list[Volume]:
    """Return the issues with the titles printed in them, in one query; a void one keeps its reason instead."""
    titles: dict[int, list[str]] = defaultdict(list)
    for entry in Entry.objects.filter(issue__in=issues, removed_at=None).order_by("position", "pk"):
        titles[entry.issue_id].append(entry.title)
    return [Volume(issue, tuple(titles[issue.pk])) for issue in issues]


def years_on(found: QuerySet[Issue]) -> list[int]:
    """Return the years that a shelf holds, the newest first."""
    years = found.order_by("-year").values_list("year", flat=True).distinct()
    return [year for year in years if year is not None]


def entries_of(issue: Issue) -> list[Entry]:
    """Return the entries of an issue in order, with their drafts and what there is to know of their proofs."""
    found = issue.entries.filter(removed_at=None).select_related("draft__editor").annotate(**flags("draft__uid"))
    entries = list(found.order_by("position", "pk"))
    for entry in entries:
        vars(entry.draft).update(flags_on(entry))
    return entries


def stock(seat: Seat) -> list[Draft]:
    """Return the office's ready drafts, the last saved first; nobody composes from more than a page of them."""
    return list(drafts(seat, DraftState.READY)[:MOST_IN_STOCK])


def pieces_of(issue: Issue) -> list[Piece]:
    """Return the entries with whose work they are made of."""
    entries = entries_of(issue)
    shares = shares_of_all([entry.draft for entry in entries])
    return [Piece(entry, tuple(shares[entry.draft_id])) for entry in entries]


def printed_before(pieces: Iterable[Piece]) -> dict[int, Credit]:
    """Return the earlier credit of each submission that was printed already."""
    published = SubmissionState.PUBLISHED
    submissions = [s.pk for piece in pieces for s in piece.submissions if s.state == published]
    if not submissions:
        return {}
    earlier = Credit.objects.filter(submission__in=submissions, behind=None).select_related(
        "entry__issue__publication", "entry__issue__series"
    )
    return {credit.submission_id: credit for credit in earlier}


def printed_with(item: Item) -> QuerySet[Credit]:
    """Return where an item was printed, the newest first."""
    return _where_printed(Credit.objects.filter(submission__item=item))


def printed_from(submission: Submission) -> QuerySet[Credit]:
    """Return where a submission was printed, the newest first."""
    return _where_printed(Credit.objects.filter(submission=submission))


def receipt_of(issue: Issue, seat: Seat) -> Recipient | None:
    """Return the line on which the seat's office signs for an issue that it may see."""
    return issue.recipients.filter(office=seat.office_id).first()


def place_of(draft: Draft) -> Entry | None:
    """Return the draft's place in an issue, if it has one."""
    places = Entry.objects.filter(draft=draft, removed_at=None)
    return places.select_related("issue__publication", "issue__series").first()


def signatories_for(issue: Issue) -> list[Seat]:
    """Return who can sign this issue today: the publication's own signatories before the others."""
    seats = [s for s in seats_with(Power.SIGN_ISSUE, [issue.office_id]) if not has_composed(s, issue)]
    return asked_first(issue, seats) if len(seats) > 1 else seats


def asked_first(issue: Issue, seats: list[Seat]) -> list[Seat]:
    """Keep those whom the publication asks first; when none of them can sign, everybody is asked."""
    usual = set(issue.publication.signatories.values_list("pk", flat=True))
    return [seat for seat in seats if seat.person_id in usual] or seats


def composers_of(issue: Issue) -> list[Seat]:
    """Return the seats of those who composed the issue and sent it for signing."""
    return [seat for seat in seats_with(Power.COMPOSE, [issue.office_id]) if has_composed(seat, issue)]


def expected_number(publication: Publication, series: Series | None = None) -> int:
    """Return the number that the next signature will take, as a forecast."""
    year = number_year(series or publication, clock.today().year)
    counter = Counter.objects.filter(publication=publication, series=series, year=year).first()
    return (counter.last if counter else 0) + 1


def names_on_paper(issue: Issue, offices: Iterable[Office]) -> dict[int, str]:
    """Return how these offices were called on the day that stands on the issue."""
    day = issue.signed_on or clock.today()
    known = {office.pk: office.name for office in offices}
    phases = Phase.objects.filter(office__in=known)
    return known | {phase.office_id: phase.name for phase in phases if phase.holds_on(day)}


def possible_readers(office: Office) -> QuerySet[Office]:
    """Return the offices to which this office can distribute a publication."""
    return Office.objects.filter(closed_on=None).exclude(pk=office.pk)


def possible_signatories(office: Office) -> QuerySet[Person]:
    """Return the people who can sign the office's bulletins today."""
    return _people(seats_with(Power.SIGN_ISSUE, [office.pk]))


def possible_named(office: Office) -> QuerySet[Person]:
    """Return the people of the office whom a protected publication may name as its readers."""
    return _people([*seats_with(Power.READ, [office.pk]), *seats_with(Power.PRESENT, [office.pk])])


def _people(seats: Iterable[Seat]) -> QuerySet[Person]:
    return Person.objects.filter(pk__in={seat.person_id for seat in seats}).order_by("pk")


def stale_orders() -> QuerySet[PrintOrder]:
    """Return the orders that still wait though their task was queued long ago: their worker was killed."""
    long_ago = clock.now() - STALE_AFTER
    return PrintOrder.objects.filter(state=PrintState.WAITING, queued_at__lt=long_ago).order_by("pk")


def _own(seat: Seat, *states: IssueState) -> QuerySet[Issue]:
    found = visible_to(Issue, seat).filter(office=seat.office_id, state__in=states)
    in_place = Count("entries", filter=Q(entries__removed_at=None))
    return found.select_related("publication", "series", "composer").annotate(length=in_place)


def _where_printed(found: QuerySet[Credit]) -> QuerySet[Credit]:
    return found.select_related("entry__issue__publication", "entry__issue__series").order_by(
        "-entry__issue__signed_on", "-pk"
    )
