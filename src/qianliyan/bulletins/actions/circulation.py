"""Sending an issue out and what comes back: the distribution sheet, receipts, corrections."""

from django.db import transaction
from django.utils.translation import gettext as _

from qianliyan.bulletins.models import Correction, Dispatch, DistributionPlace, Issue, NamedReader, Recipient
from qianliyan.bulletins.permissions import may_compose, may_sign_for
from qianliyan.bulletins.queries.publications import names_on_paper
from qianliyan.bulletins.states import IssueState
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, Unreadable, WrongState
from qianliyan.history.trail import record
from qianliyan.history.workflow import locked
from qianliyan.offices.models import Office, Seat


def fix_readers(issue: Issue) -> None:
    """Write down who gets the issue, as it stands today: readers here, copies on paper, named people."""
    publication = issue.publication
    places = list(
        DistributionPlace.objects.filter(list__in=publication.lists.all())
        .select_related("office")
        .order_by("list", "order")
    )
    offices = {office.pk: office for office in publication.readers.all()}
    offices |= {place.office.pk: place.office for place in places if place.office}
    names = names_on_paper(issue, offices.values())
    Recipient.objects.bulk_create(
        Recipient(issue=issue, office=office, name=names[pk]) for pk, office in sorted(offices.items())
    )
    _write_sheet(issue, places, set(offices.values()), names)
    NamedReader.objects.bulk_create(NamedReader(issue=issue, person=person) for person in publication.named.all())


@transaction.atomic
def sign_for(recipient: Recipient, *, by: Seat) -> Recipient:
    """Sign for an issue on behalf of the receiving office; the first signature counts."""
    fresh = locked(recipient)
    if not may_sign_for(by, fresh):
        raise NotAllowed(_("签收"))
    if fresh.signed_for_at is not None:
        raise Unreadable(_("%(who)s已经签收过了。") % {"who": fresh.signed_for_by})
    fresh.signed_for_at, fresh.signed_for_by = clock.now(), by.label
    fresh.save(update_fields=["signed_for_at", "signed_for_by"])
    record("issue.sign_for", fresh.issue, by=by, office=fresh.name)
    return fresh


@transaction.atomic
def correct(issue: Issue, *, by: Seat, text: str, approved_by: str) -> Correction:
    """Print a correction notice to a printed issue; the issue itself stays as it was printed."""
    issue = locked(issue)
    if issue.state != IssueState.PRINTED:
        raise WrongState(_("更正"), issue.get_state_display())
    if not may_compose(by, issue):
        raise NotAllowed(_("更正"))
    if not text.strip() or not approved_by.strip():
        raise Unreadable(_("请写明更正的内容和经谁同意。"))
    correction = Correction.objects.create(
        issue=issue, text=text.strip(), approved_by=approved_by.strip(), by=by.label, on=clock.today(), at=clock.now()
    )
    record("issue.correct", issue, by=by, text=text, approved_by=approved_by)
    return correction


def _write_sheet(issue: Issue, places: list[DistributionPlace], offices: set[Office], names: dict[int, str]) -> None:
    """Give out copies in the order of the lists, with their numbers; readers who stand on none get one each."""
    on_lists = {place.office_id for place in places if place.office_id}
    lines: dict[str, tuple[int | None, int]] = {}
    for place in places:
        lines.setdefault(place.name, (place.office_id, place.copies))
    for office in sorted(offices, key=lambda office: (office.order, office.pk)):
        if office.pk not in on_lists:
            lines.setdefault(names[office.pk], (office.pk, 1))
    number, rows = 1, []
    for order, (name, (office_pk, copies)) in enumerate(lines.items()):
        first = number if issue.publication.numbered else None
        rows.append(Dispatch(issue=issue, order=order, name=name, office_id=office_pk, copies=copies, first=first))
        number += copies
    Dispatch.objects.bulk_create(rows)
