"""The copies of an issue on paper: which edition is out, and who still holds copies of a recalled one."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, F, OuterRef, QuerySet

from qianliyan.bulletins.models import Dispatch, Edition, Issue
from qianliyan.bulletins.states import IssueState
from qianliyan.offices.models import Seat


@dataclass(frozen=True)
class Line:
    """One line of a distribution sheet with who signed for it; `here` is False where one signs on paper only."""

    dispatch: Dispatch
    here: bool
    signed_for_by: str
    signed_for_at: datetime | None


@dataclass(frozen=True)
class Sheet:
    """The distribution sheet of one edition; a recalled one comes with its `edition`."""

    number: int
    lines: tuple[Line, ...]
    edition: Edition | None

    @property
    def copies(self) -> int:
        """How many copies went out."""
        return sum(line.dispatch.copies for line in self.lines)

    @property
    def out(self) -> int:
        """How many numbered copies have not come back."""
        return sum(line.dispatch.out for line in self.lines if line.dispatch.first is not None)

    @property
    def numbered(self) -> bool:
        """Tell whether its copies bear numbers."""
        return any(line.dispatch.first is not None for line in self.lines)


def sheets_of(issue: Issue) -> list[Sheet]:
    """Return the sheets of an issue, the newest edition first."""
    recalled = {one.number: one for one in issue.editions.all()}
    receipts = {one.office_id: one for one in issue.recipients.all()}
    lines: dict[int, list[Line]] = {}
    for dispatch in issue.dispatches.all():
        edition = recalled.get(dispatch.edition)
        # What was signed for before a reprint stands on the line itself.
        past = dispatch if edition is not None and edition.reprinted_at else receipts.get(dispatch.office_id or 0)
        signed = (past.signed_for_by, past.signed_for_at) if past else ("", None)
        here = (dispatch.office_id or 0) in receipts
        lines.setdefault(dispatch.edition, []).append(Line(dispatch, here, *signed))
    return [Sheet(number, tuple(found), recalled.get(number)) for number, found in sorted(lines.items(), reverse=True)]


def edition_out(issue: Issue) -> int:
    """Return the number of the edition that is in people's hands: the last recalled one until its reprint is signed."""
    recalled = issue.editions.count()
    return recalled if issue.state == IssueState.RECALLED else recalled + 1


def recalled_edition(issue: Issue) -> Edition | None:
    """Return the edition that was called back last and waits for its reprint."""
    waiting = [edition for edition in issue.editions.all() if edition.reprinted_at is None]
    return waiting[-1] if waiting else None


def held_back(issue: Issue, edition: int) -> list[Dispatch]:
    """Return the lines of an edition with numbered copies that have not come back."""
    lines = issue.dispatches.filter(edition=edition, first__isnull=False)
    return [line for line in lines if line.out]


def to_give_back(seat: Seat) -> QuerySet[Dispatch]:
    """Return the numbered copies of recalled editions that the seat's office has not given back."""
    waiting = Edition.objects.filter(issue=OuterRef("issue"), number=OuterRef("edition"), reprinted_at=None)
    out = Dispatch.objects.filter(Exists(waiting), first__isnull=False, returned__lt=F("copies"))
    return out.filter(office=seat.office_id).select_related("issue__publication", "issue__series").order_by("pk")


def undecided(issue: Issue, edition: Edition | None) -> list[Dispatch]:
    """Return the lines with copies still out that nobody decided to go on without."""
    if edition is None:
        return []
    decided = {line["name"]: set(line["missing"]) for line in edition.unreturned}
    return [line for line in held_back(issue, edition.number) if set(line.missing) - decided.get(line.name, set())]
