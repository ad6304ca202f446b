"""What a page shows of a proof: the list beside the paper, for this seat."""

from dataclasses import dataclass
from typing import Any

from qianliyan.offices.models import Seat
from qianliyan.proofing.actions import may_release
from qianliyan.proofing.findings import Found, Gate
from qianliyan.proofing.permissions import may_lift_politics, may_release_secrecy, may_work_on
from qianliyan.proofing.queries import Proof
from qianliyan.proofing.requirements import WAYS, figures_said

MOST_SHOWN = 40


@dataclass(frozen=True)
class Row:
    """A finding as the list shows it to one seat."""

    one: Found
    releasable: bool
    way: str


def shown(proof: Proof, seat: Seat, *, live: str = "") -> dict[str, Any]:
    """Return the context of the list; `live` names the form whose words are checked while somebody writes."""
    rows = [Row(one, may_release(seat, proof.subject, one), str(WAYS[one.gate])) for one in proof.open]
    return {
        "proof": proof,
        "subject": proof.subject,
        "rows": rows[:MOST_SHOWN],
        "more": max(0, len(rows) - MOST_SHOWN),
        "live": live,
        "may_ignore": may_work_on(seat, proof.subject),
        "may_restore": may_work_on(seat, proof.subject),
        "may_release_secrecy": may_release_secrecy(seat, proof.subject),
        "may_lift_politics": may_lift_politics(seat, proof.subject),
        "figures_said": figures_said(proof),
        "secrecy": Gate.SECRECY,
    }
