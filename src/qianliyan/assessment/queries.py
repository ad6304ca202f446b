"""What the pages and the rules ask about schemes, periods, calculations and standings."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from qianliyan.accounts.models import Person
from qianliyan.assessment.models import (
    AnnualFigure,
    Calculation,
    Circular,
    Claim,
    Determination,
    Grouping,
    Period,
    Reconciliation,
    RecordedFact,
    ReviewRequest,
    Scheme,
    Standing,
)
from qianliyan.assessment.models.calculation import Purpose
from qianliyan.assessment.states import (
    CalculationState,
    CircularState,
    ClaimState,
    DeterminationState,
    PeriodState,
    ReviewState,
    SchemeState,
)
from qianliyan.bulletins.models import Issue
from qianliyan.bulletins.states import IssueState
from qianliyan.core import clock
from qianliyan.offices.audiences import visible_to
from qianliyan.offices.models import Office, Seat
from qianliyan.scoring.periods import Calendar
from qianliyan.scoring.periods import Period as Days


def schemes_of(seat: Seat) -> QuerySet[Scheme]:
    """Return the versions of the office's own rules, the newest first."""
    return visible_to(Scheme, seat).filter(office=seat.office_id).order_by("-number")


def scheme_for(office: Office, day: date) -> Scheme | None:
    """Return the published version that holds on `day`: the one that came into force last."""
    published = Scheme.objects.filter(office=office, state=SchemeState.PUBLISHED, valid_from__lte=day)
    return published.order_by("-valid_from", "-number").first()


def period_of(office: Office, label: str) -> Period | None:
    """Return the period if it was ever closed."""
    return Period.objects.filter(office=office, label=label).select_related("closing").first()


def units_in(calculation: Calculation) -> QuerySet[Standing]:
    """Return the standings of units in the order of groups and places."""
    return calculation.standings.filter(unit__isnull=False).select_related("unit").order_by("position")


def recorded_by(seat: Seat) -> QuerySet[RecordedFact]:
    """Return what the seat's office entered, the newest first."""
    found = visible_to(RecordedFact, seat).filter(office=seat.office_id)
    shown = found.select_related(
        "recorded_by__person", "recorded_by__post", "recorded_by__office", "file", "revocation"
    )
    return shown.prefetch_related("shares__unit").order_by("-recorded_at", "-pk")


def periods_to_choose(first_year: int | None = None, calendar: Calendar | None = None) -> list[Days]:
    """Return the periods up to now: this year's months, quarters and the year, and the years before."""
    marks, today = calendar or Calendar(), clock.today()
    year = marks.year(marks.year_of(today))
    parts = [piece for kind in ("quarter", "month") for piece in marks.pieces(year, kind) if piece.first <= today]
    before = [marks.year(number) for number in range(marks.year_of(today) - 1, (first_year or year.first.year) - 1, -1)]
    return [year, *parts[::-1], *before]


def trials_of(scheme: Scheme, seat: Seat) -> QuerySet[Calculation]:
    """Return the trials of these rules, the newest first."""
    return visible_to(Calculation, seat).filter(scheme=scheme, purpose=Purpose.TRIAL).order_by("-pk")


def units_below(office: Office) -> QuerySet[Office]:
    """Return the units that report to the office today."""
    return Office.objects.filter(parent=office, closed_on=None).order_by("order", "pk")


def groups_in(office: Office, year: int) -> dict[int, str]:
    """Return the groups that were chosen for a year, by unit; those of the year before where nothing was chosen."""
    for one in (year, year - 1):
        if found := dict(Grouping.objects.filter(office=office, year=one).values_list("unit_id", "name")):
            return found
    return {}


def annual_figures(seat: Seat) -> QuerySet[AnnualFigure]:
    """Return the recorded figures of earlier years."""
    return visible_to(AnnualFigure, seat).filter(office=seat.office_id).order_by("figure", "-year")


def circulars_seen(seat: Seat) -> QuerySet[Circular]:
    """Return the circulars a seat may read, the last written first: its office's own, or those of the one above it."""
    return visible_to(Circular, seat).select_related("office").order_by("-saved_at", "-pk")


def printed_with(circular: Circular) -> Issue | None:
    """Return the printed issue in which a circular stands; whoever may read the circular may know its number."""
    if circular.draft_id is None:
        return None
    entries = {"entries__draft": circular.draft_id, "entries__removed_at": None}
    printed = Issue.objects.filter(state=IssueState.PRINTED, **entries)
    return printed.select_related("publication", "series").first()


def to_check(seat: Seat) -> QuerySet[Circular]:
    """Return the circulars that the seat's unit may check (核分) today and has not objected to."""
    asked = ReviewRequest.objects.filter(circular=OuterRef("pk"), unit=seat.office_id)
    checking = visible_to(Circular, seat).filter(state=CircularState.CHECKING, check_until__gte=clock.today())
    return checking.exclude(office=seat.office_id).exclude(Exists(asked)).order_by("check_until", "pk")


def to_state(seat: Seat) -> QuerySet[Determination]:
    """Return the matters about which the seat's unit is asked to state its side."""
    asked = visible_to(Determination, seat).filter(unit=seat.office_id, state=DeterminationState.OPENED)
    return asked.order_by("statement_until", "pk")


def to_decide_claims(seat: Seat) -> QuerySet[Claim]:
    """Return the claims that wait for the assessors of the seat's office."""
    return visible_to(Claim, seat).filter(office=seat.office_id, state=ClaimState.OPEN)


def to_review(seat: Seat) -> QuerySet[ReviewRequest]:
    """Return the applications for review that wait for the assessors of the seat's office."""
    return visible_to(ReviewRequest, seat).filter(circular__office=seat.office_id, state=ReviewState.OPEN)


def to_determine(seat: Seat) -> QuerySet[Determination]:
    """Return the matters about which a unit has stated its side."""
    return visible_to(Determination, seat).filter(office=seat.office_id, state=DeterminationState.STATED)


def claims_seen(seat: Seat) -> QuerySet[Claim]:
    """Return the claims a seat may read, the newest first."""
    return visible_to(Claim, seat).select_related("unit", "file").order_by("-pk")


def matters_seen(seat: Seat) -> QuerySet[Determination]:
    """Return the determinations a seat may read, the newest first."""
    return visible_to(Determination, seat).select_related("unit").order_by("-pk")


def reconciliations_of(seat: Seat) -> QuerySet[Reconciliation]:
    """Return the circulars of the office above that were reconciled, the newest first."""
    return visible_to(Reconciliation, seat).filter(office=seat.office_id).order_by("-pk")


def points_of(person: Person, office: Office, label: str) -> str:
    """Return what the rules gave a person, where they give persons anything: of a closed period as it was closed."""
    closing = Period.objects.filter(office=office, label=label, state=PeriodState.CLOSED).values("closing")
    live = Calculation.objects.filter(office=office, label=label, purpose=Purpose.LIVE, state=CalculationState.DONE)
    newest = live.order_by("-pk").values("pk")[:1]
    rows = Standing.objects.filter(Q(calculation__in=closing) | Q(calculation__in=newest), person=person)
    closed_first = rows.annotate(closed=Exists(closing.filter(closing=OuterRef("calculation")))).order_by("-closed")
    found = closed_first.first()
    return found.printed if found else ""
