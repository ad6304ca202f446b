"""What the issue's page says of proofs, receipts, corrections and recalled editions."""

from collections.abc import Sequence
from typing import Any

from qianliyan.bulletins.actions.proofs import READABLE
from qianliyan.bulletins.models import Issue
from qianliyan.bulletins.permissions import may_compose, may_read_proofs, may_sign_for
from qianliyan.bulletins.proofs_held import proofs_held
from qianliyan.bulletins.queries.issues import corrections_of, receipt_of
from qianliyan.bulletins.queries.pieces import Piece
from qianliyan.bulletins.requirements import before_printing
from qianliyan.bulletins.states import ONCE_PRINTED, IssueState
from qianliyan.bulletins.watermarks import is_marked
from qianliyan.offices.models import Seat


def afterwards(issue: Issue, seat: Seat, pieces: Sequence[Piece]) -> dict[str, Any]:
    """Return what stands beside the pages besides the steps; nothing is read that the state rules out."""
    inside = seat.at(issue.office_id)
    proofs = _proofs(issue, seat, pieces) if inside and issue.state in READABLE else {}
    return {**proofs, **(_printed(issue, seat) if issue.state in ONCE_PRINTED else {})}


def _proofs(issue: Issue, seat: Seat, pieces: Sequence[Piece]) -> dict[str, Any]:
    wanted = issue.publication.proofs
    if not wanted:
        return {}
    read = proofs_held(issue, pieces)
    turns = [(turn, read.get(turn), _may_read(issue, seat, read, turn)) for turn in range(1, wanted + 1)]
    unread = before_printing(issue) if issue.state == IssueState.SIGNED else []
    return {"proofs": turns, "unread": unread}


def _may_read(issue: Issue, seat: Seat, read: dict[int, Any], turn: int) -> bool:
    """Offer exactly the next proof, the second one to somebody else."""
    if turn in read or not may_read_proofs(seat, issue):
        return False
    return turn == 1 or (1 in read and read[1].person_id != seat.person_id)


def _printed(issue: Issue, seat: Seat) -> dict[str, Any]:
    inside = seat.at(issue.office_id)
    receipt = None if inside else receipt_of(issue, seat)
    # Readers of a reprint are not told what was wrong with an edition they gave back.
    was_corrected = getattr(issue, "was_corrected", True)
    return {
        "corrections": list(corrections_of(issue, all_editions=inside)) if was_corrected else [],
        "editions": list(issue.editions.all()) if inside and getattr(issue, "was_recalled", True) else [],
        "receipt": receipt,
        "may_sign_for": bool(receipt and not receipt.signed_for_at and may_sign_for(seat, receipt)),
        "may_correct": issue.state == IssueState.PRINTED and may_compose(seat, issue),
        "mending": issue.state == IssueState.RECALLED and may_compose(seat, issue),
        "marked": is_marked(issue, seat),
    }
