"""Which of the proofs that were read (一校、二校) hold for the present content of an issue."""

from collections.abc import Sequence

from qianliyan.bulletins.layouts import content_digest
from qianliyan.bulletins.models import Issue, Proof
from qianliyan.bulletins.queries.pieces import Piece


def proofs_held(issue: Issue, pieces: Sequence[Piece]) -> dict[int, Proof]:
    """Return the proofs of exactly this content by their turn."""
    read = Proof.objects.filter(issue=issue, digest=content_digest(issue, pieces)).select_related("person")
    return {proof.turn: proof for proof in read}
