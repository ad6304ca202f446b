"""Reading proofs (一校、二校): each holds for exactly the content that was read."""

from django.db import transaction
from django.utils.translation import gettext as _

from qianliyan.bulletins.layouts import content_digest
from qianliyan.bulletins.models import Issue, Proof
from qianliyan.bulletins.permissions import may_read_proofs
from qianliyan.bulletins.proofs_held import proofs_held
from qianliyan.bulletins.queries.pieces import pieces_of
from qianliyan.bulletins.states import IssueState
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, Unreadable, WrongState
from qianliyan.history.trail import record
from qianliyan.history.workflow import locked
from qianliyan.offices.models import Seat

READABLE = (IssueState.COMPOSING, IssueState.AWAITING, IssueState.SIGNED)
FIRST, SECOND = 1, 2


@transaction.atomic
def read_proof(issue: Issue, *, by: Seat, turn: int, remark: str = "") -> Proof:
    """Note that the issue was read; the second proof is somebody else's, after the first."""
    issue = locked(issue)
    if issue.state not in READABLE:
        raise WrongState(_("校对"), issue.get_state_display())
    if not may_read_proofs(by, issue):
        raise NotAllowed(_("校对"))
    pieces = pieces_of(issue)
    digest = content_digest(issue, pieces)
    present = proofs_held(issue, pieces)
    _refuse_out_of_turn(present, turn, by)
    proof = Proof.objects.create(
        issue=issue, turn=turn, person=by.person, reader=by.label, digest=digest, remark=remark, at=clock.now()
    )
    record("issue.read_proof", issue, by=by, text=remark, turn=turn)
    return proof


def _refuse_out_of_turn(present: dict[int, Proof], turn: int, by: Seat) -> None:
    if turn in present:
        raise Unreadable(_("这一校已由%(who)s做过，内容没有再改。") % {"who": present[turn].reader})
    if turn == SECOND and FIRST not in present:
        raise Unreadable(_("还没有一校。内容改过以后，一校、二校都要重做。"))
    if turn == SECOND and present[FIRST].person_id == by.person_id:
        raise Unreadable(_("二校请换一个人：一校是您做的。"))
