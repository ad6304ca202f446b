"""For the composer: which texts of an issue, and which that wait for one, are like something already printed."""

from dataclasses import dataclass

from django.db.models import Q

from qianliyan.bulletins.models import Issue
from qianliyan.bulletins.searching import ENTRY
from qianliyan.configuration.values import Values
from qianliyan.desk.models import Draft
from qianliyan.desk.queries import drafts
from qianliyan.desk.states import DraftState
from qianliyan.offices.models import Seat
from qianliyan.search.alike import alike
from qianliyan.search.settings import ALARM, COMMONPLACE
from qianliyan.workbench.likeness.findings import Like, like_of
from qianliyan.workbench.likeness.readable import entries_among

# Each comparison takes some hundredths of a second; older drafts are compared on their own pages.
MOST_WAITING = 12


@dataclass(frozen=True)
class Echo:
    """A draft and what was printed before it."""

    draft: Draft
    printed: list[Like]

    @property
    def inside(self) -> bool:
        """Tell whether it stands in an issue already."""
        return self.draft.state == DraftState.PLACED


def echoes(issue: Issue, seat: Seat) -> list[Echo]:
    """Return the drafts with something like them on the shelf, those in the issue first."""
    inside = Draft.objects.filter(pk__in=issue.entries.filter(removed_at=None).values("draft")).order_by("pk")
    waiting = drafts(seat, DraftState.READY)[:MOST_WAITING]
    values = Values(seat.office)
    found = [Echo(one, _printed(one, issue, seat, values)) for one in inside]
    found += [Echo(one, _printed(one, issue, seat, values)) for one in waiting]
    return [echo for echo in found if echo.printed]


def _printed(draft: Draft, issue: Issue, seat: Seat, values: Values) -> list[Like]:
    matches = alike(
        draft.body, Q(source=ENTRY.code, holder=issue.office_id), alarm=values[ALARM], commonplace=values[COMMONPLACE]
    )
    entries = {entry.pk: entry for entry in entries_among((match.row.thing_pk for match in matches), seat)}
    return [
        like_of(match, entries[match.row.thing_pk], "draft", draft)
        for match in matches
        if match.row.thing_pk in entries and entries[match.row.thing_pk].draft_id != draft.pk
    ]
