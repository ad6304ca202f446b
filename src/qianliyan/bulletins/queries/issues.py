"""Issues by what is to be done with them, and the seats that can do it."""

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from qianliyan.bulletins.models import Correction, Edition, Entry, Issue, NamedReader, Recipient
from qianliyan.bulletins.permissions import has_composed
from qianliyan.bulletins.queries.numbers import last_number
from qianliyan.bulletins.queries.publications import listed_copies, name_of_office
from qianliyan.bulletins.states import IssueState
from qianliyan.offices.audiences import visible_to
from qianliyan.offices.models import Seat
from qianliyan.offices.powers import Power
from qianliyan.offices.seats import seats_with


def issues_seen_by(seat: Seat) -> QuerySet[Issue]:
    """Return what the issue page may show to this seat, with what its head names and the last number of the year.

    Whether there are corrections and recalled editions comes along too: few issues have any, and none is asked then.
    """
    found = visible_to(Issue, seat).select_related(
        "publication__picture", "series", "office", "composer", "print_order__file"
    )
    return found.annotate(
        last_number=last_number(OuterRef("publication")),
        office_name=name_of_office(),
        was_corrected=Exists(Correction.objects.filter(issue=OuterRef("pk"))),
        listed_copies=listed_copies(OuterRef("publication")),
        was_recalled=Exists(Edition.objects.filter(issue=OuterRef("pk"))),
    )


def awaiting_signature(seat: Seat) -> QuerySet[Issue]:
    """Return the issues that wait for this seat's signature, recalled ones for their reprint among them."""
    if not seat.may(Power.SIGN_ISSUE):
        return Issue.objects.none()
    mended = Exists(Entry.objects.filter(issue=OuterRef("pk"), revision__gt=0))
    waiting = _own(seat, IssueState.AWAITING, IssueState.RECALLED).annotate(was_mended=mended)
    return waiting.exclude(composer=seat.person_id).exclude(sent_by=seat.person_id).order_by("pk")


def in_the_making(seat: Seat) -> QuerySet[Issue]:
    """Return the office's issues that are composed or wait for their signature."""
    return _own(seat, IssueState.COMPOSING, IssueState.AWAITING).order_by("publication__order", "pk")


def signed_unprinted(seat: Seat) -> QuerySet[Issue]:
    """Return the office's issues that are signed and not yet printed."""
    return _own(seat, IssueState.SIGNED).order_by("year", "number")


def unprinted(seat: Seat) -> QuerySet[Issue]:
    """Return the office's issues on their way to print, those first that have a number already."""
    ways = (IssueState.COMPOSING, IssueState.AWAITING, IssueState.SIGNED, IssueState.RECALLED)
    return _own(seat, *ways).order_by(F("number").asc(nulls_last=True), "publication__order", "pk")


def unsigned(seat: Seat) -> QuerySet[Recipient]:
    """Return what was sent to the seat's office and nobody has signed for."""
    return Recipient.objects.filter(office=seat.office_id, signed_for_at=None, issue__state=IssueState.PRINTED)


def called_back(seat: Seat) -> QuerySet[Issue]:
    """Return what the seat's office, or the person by name, had and is called back: nothing of it is read any more."""
    sent = Exists(Recipient.objects.filter(issue=OuterRef("pk"), office=seat.office_id))
    meant = Exists(NamedReader.objects.filter(issue=OuterRef("pk"), person=seat.person_id))
    recalled = Issue.objects.filter(sent | meant, state=IssueState.RECALLED).defer("layout")
    return recalled.select_related("publication", "series", "office")


def corrections_of(issue: Issue, *, all_editions: bool) -> QuerySet[Correction]:
    """Return the correction notices, each with whether it is `replaced`: what it put right was printed again since."""
    reprints = Edition.objects.filter(issue=OuterRef("issue"), reprinted_at__gt=OuterRef("at"))
    found = issue.corrections.annotate(replaced=Exists(reprints))
    return found if all_editions else found.filter(replaced=False)


def receipt_of(issue: Issue, seat: Seat) -> Recipient | None:
    """Return the line on which the seat's office signs for an issue that it may see."""
    return issue.recipients.filter(office=seat.office_id).first()


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


def _own(seat: Seat, *states: IssueState) -> QuerySet[Issue]:
    found = visible_to(Issue, seat).filter(office=seat.office_id, state__in=states)
    in_place = Count("entries", filter=Q(entries__removed_at=None))
    return found.select_related("publication", "series", "composer").annotate(length=in_place)
