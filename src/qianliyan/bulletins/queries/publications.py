"""Publications, and whom they can be sent to, signed by and written for."""

from collections.abc import Iterable

from django.db.models import DateField, OuterRef, Q, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from qianliyan.accounts.models import Person
from qianliyan.bulletins.models import Issue, Publication
from qianliyan.bulletins.models.publication import Frequency
from qianliyan.core import clock
from qianliyan.offices.audiences import visible_to
from qianliyan.offices.models import Office, Phase, Seat
from qianliyan.offices.powers import Power
from qianliyan.offices.seats import seats_with


def publications_of(seat: Seat) -> QuerySet[Publication]:
    """Return the bulletins the seat's office prints today."""
    return visible_to(Publication, seat).filter(closed_on=None)


def regular(seat: Seat) -> QuerySet[Publication]:
    """Return the seat's publications that have copy deadlines."""
    return publications_of(seat).exclude(frequency=Frequency.IRREGULAR)


def names_on_paper(issue: Issue, offices: Iterable[Office]) -> dict[int, str]:
    """Return how these offices were called on the day that stands on the issue."""
    day = issue.signed_on or clock.today()
    known = {office.pk: office.name for office in offices}
    phases = Phase.objects.filter(office__in=known)
    return known | {phase.office_id: phase.name for phase in phases if phase.holds_on(day)}


def listed_copies(publication: OuterRef) -> Subquery:
    """Return how many copies a publication's lists hand out, for a query over something of it."""
    lists = Publication.lists.through.objects.filter(publication=publication).order_by().values("publication")
    return Subquery(lists.annotate(n=Sum("distributionlist__places__copies")).values_list("n")[:1])  # type: ignore[misc]


def name_of_office() -> Subquery:
    """Return how an issue's office was called on the day that stands on it, for a query over issues."""
    day = Coalesce(OuterRef("signed_on"), Value(clock.today()), output_field=DateField())
    phases = Phase.objects.filter(office=OuterRef("office"), valid_from__lte=day)
    held = phases.filter(Q(valid_to=None) | Q(valid_to__gt=day))
    return Subquery(held.order_by("-valid_from").values("name")[:1])


def office_on_paper(issue: Issue) -> str:
    """Return how the issue's office was called on that day; the query of a page brings the name along."""
    return getattr(issue, "office_name", None) or names_on_paper(issue, [issue.office])[issue.office_id]


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
