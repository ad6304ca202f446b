"""What an issue is made of: its entries with the drafts behind them, and what stands ready."""

from dataclasses import dataclass

from django.db.models import QuerySet

from qianliyan.bulletins.models import Entry, Issue
from qianliyan.desk.models import Draft
from qianliyan.desk.opinions import awaited_on
from qianliyan.desk.queries import drafts
from qianliyan.desk.shares import Share, names_in, shares_of_all
from qianliyan.desk.states import DraftState
from qianliyan.items.models import Submission
from qianliyan.offices.models import Seat
from qianliyan.proofing.queries import flags
from qianliyan.proofing.subjects import flags_on

MOST_IN_STOCK = 60


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


def entries_of(issue: Issue) -> list[Entry]:
    """Return the entries of an issue in order, with their drafts and what there is to know of their proofs."""
    said = {**flags("draft__uid"), "awaits_opinion": awaited_on("draft")}
    found = issue.entries.filter(removed_at=None).select_related("draft__editor").annotate(**said)
    entries: list[Entry] = list(found.order_by("position", "pk"))
    for entry in entries:
        vars(entry.draft).update(flags_on(entry), awaits_opinion=vars(entry)["awaits_opinion"])
    return entries


def pieces_of(issue: Issue) -> list[Piece]:
    """Return the entries with whose work they are made of."""
    entries = entries_of(issue)
    shares = shares_of_all([entry.draft for entry in entries])
    return [Piece(entry, tuple(shares[entry.draft_id])) for entry in entries]


def stock(seat: Seat) -> list[Draft]:
    """Return the office's ready drafts, the last saved first; nobody composes from more than a page of them."""
    return list(drafts(seat, DraftState.READY)[:MOST_IN_STOCK])


def places_of(draft: Draft) -> QuerySet[Entry]:
    """Return the draft's place in an issue, if it has one."""
    return Entry.objects.filter(draft=draft, removed_at=None).select_related("issue__publication", "issue__series")
