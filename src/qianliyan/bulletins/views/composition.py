"""What the issue's page holds: stock, entries, pages, what is missing, and the steps that are open."""

from dataclasses import dataclass
from typing import Any

from django.db.models import prefetch_related_objects

from qianliyan.bulletins.layouts import characters_in, digest_of, items_of, layout_of
from qianliyan.bulletins.mended import barred_by, menders_of
from qianliyan.bulletins.models import Issue
from qianliyan.bulletins.models.publication import written_number
from qianliyan.bulletins.permissions import may_compose, may_print_to_read, may_sign_issue
from qianliyan.bulletins.queries.issues import signatories_for
from qianliyan.bulletins.queries.numbers import expected_number
from qianliyan.bulletins.queries.pieces import MOST_IN_STOCK, Piece, entries_of, pieces_of, stock
from qianliyan.bulletins.recalled import before_reprinting
from qianliyan.bulletins.requirements import before_signing, hints, proofs_in, unverified
from qianliyan.bulletins.states import IssueState
from qianliyan.bulletins.typesetter import kept_notices, kept_pages
from qianliyan.bulletins.views.afterwards import afterwards
from qianliyan.bulletins.views.ordering import grouped
from qianliyan.bulletins.views.steps import buttons
from qianliyan.bulletins.watermarks import for_reader
from qianliyan.core import clock
from qianliyan.core.web import Request
from qianliyan.desk.models import Draft
from qianliyan.desk.shares import names_in, shares_of_all
from qianliyan.offices.models import Seat

# Characters a leader reads in a minute.
READING = 400
OPEN = (IssueState.COMPOSING, IssueState.AWAITING)


@dataclass(frozen=True)
class Offer:
    """A ready draft in the stock."""

    draft: Draft
    units: list[str]
    elsewhere: bool
    refused: bool = False


def issue_context(request: Request, issue: Issue) -> dict[str, Any]:
    """Return everything the page shows to this seat."""
    seat = request.seat
    composing = issue.state == IssueState.COMPOSING and may_compose(seat, issue)
    entries, offers = _gathered(issue, seat) if composing else (_pieces(issue), [])
    layout = for_reader(layout_of(issue, entries), issue, seat)
    return {
        "issue": issue,
        "pieces": entries,
        "as_text": request.GET.get("view") == "text",
        **_stand(issue, seat),
        **(_composed(issue, entries, offers) if composing else {}),
        **_pages(issue, layout),
        **_standing(issue, seat, entries),
        **afterwards(issue, seat, entries),
    }


def _stand(issue: Issue, seat: Seat) -> dict[str, Any]:
    """Return how far the issue is and what this seat has to do with it."""
    return {
        "inside": seat.at(issue.office_id),
        "open": issue.state in OPEN,
        "signing": issue.state == IssueState.AWAITING and may_sign_issue(seat, issue),
        "may_index": may_compose(seat, issue),
        "may_print": may_print_to_read(seat, issue),
        "order": getattr(issue, "print_order", None),
    }


def _composed(issue: Issue, entries: list[Piece], offers: list[Offer]) -> dict[str, Any]:
    """Return what stands beside the pages while the issue is composed: the order, the stock, the number to come."""
    return {
        "composing": True,
        "groups": grouped(issue, entries),
        "offers": offers,
        "more_offers": len(offers) >= MOST_IN_STOCK,
        "expected": _expected(issue),
    }


def _pages(issue: Issue, layout: dict[str, Any]) -> dict[str, Any]:
    """Return the pages as they are set and as they are read."""
    return {"layout": layout, "items": items_of(layout), "digest": digest_of(layout), **length_of(issue, layout)}


def _standing(issue: Issue, seat: Seat, entries: list[Piece]) -> dict[str, Any]:
    """Return what is missing, what deserves a look, and the steps that are open; outside the office only the steps."""
    inside = seat.at(issue.office_id)
    if inside and issue.state == IssueState.RECALLED:
        prefetch_related_objects([issue], "editions")
        present = [piece.entry for piece in entries]
        menders = menders_of(issue, present)
        missing = before_reprinting(issue, present, menders)
        offered = buttons(issue, seat, [], barred=barred_by(menders))
        return {"missing": missing, "hints": [], "figures": [], "buttons": offered}
    if not inside or issue.state not in OPEN:
        return {"missing": [], "hints": [], "figures": [], "buttons": buttons(issue, seat, [])}
    signatories, proofs = signatories_for(issue), proofs_in(issue, entries)
    return {
        "missing": before_signing(issue, entries, signatories, proofs),
        "hints": hints(issue, entries),
        "figures": unverified(entries, proofs),
        "buttons": buttons(issue, seat, signatories),
    }


def length_of(issue: Issue, layout: dict[str, Any]) -> dict[str, Any]:
    """Return how long the issue is; pages are known once it was set."""
    characters, pages = characters_in(layout), kept_pages(layout)
    return {
        "pages": range(1, pages + 1),
        "page_count": pages,
        "characters": characters,
        "minutes": max(1, round(characters / READING)),
        "notices": kept_notices(layout),
        "over": max(0, pages - issue.publication.pages),
    }


def _gathered(issue: Issue, seat: Seat) -> tuple[list[Piece], list[Offer]]:
    """Fetch entries and stock with their sources at once."""
    entries, ready = entries_of(issue), stock(seat)
    shares = shares_of_all([*(entry.draft for entry in entries), *ready])
    offers = [_offer(draft, names_in(shares[draft.pk]), issue) for draft in ready]
    if issue.publication.protected:
        offers.sort(key=lambda offer: not offer.draft.shielded)
    else:
        offers.sort(key=lambda offer: offer.elsewhere)
    return [Piece(entry, tuple(shares[entry.draft_id])) for entry in entries], offers


def _pieces(issue: Issue) -> list[Piece]:
    """Fetch the entries; what is frozen says itself whose work it is."""
    if issue.layout is not None:
        return [Piece(entry) for entry in entries_of(issue)]
    return pieces_of(issue)


def _offer(draft: Draft, units: list[str], issue: Issue) -> Offer:
    publication = issue.publication
    refused = bool(publication.kinds) and draft.kind not in publication.kinds
    return Offer(draft, units, refused or (draft.shielded and not publication.protected), refused)


def _expected(issue: Issue) -> str:
    """Forecast the number from the last one, which the query of the page brings along."""
    if issue.series is not None:
        number = expected_number(issue.publication, issue.series)
        return written_number(issue.series.number_format, number, clock.today().year)
    last: int = getattr(issue, "last_number", None) or 0
    return issue.publication.number_as_printed(last + 1, clock.today().year)
