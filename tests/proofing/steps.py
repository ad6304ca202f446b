"""Texts to be proofed, for tests that begin with a finding or a figure."""

from uuid import UUID

from qianliyan.items import proofs
from qianliyan.items.models import Item
from qianliyan.offices.models import Seat
from qianliyan.proofing.actions import Answer, verify
from qianliyan.proofing.figures import Line
from qianliyan.proofing.findings import Found
from qianliyan.proofing.models import Verification
from qianliyan.proofing.queries import Proof, proof_of

PHONE = "联系人电话13800138000。"
POLITICS = "中国和台湾企业座谈会在青石县召开。"
GAP = "其余〔　〕座待查。"


def proofed(item: Item) -> Proof:
    """The item with its findings, as it stands now."""
    return proof_of(proofs.subject_of(Item.objects.get(pk=item.pk)))


def found(item: Item, rule: str) -> Found:
    """The item's finding under this rule."""
    return next(one for one in proofed(item).found if one.finding.rule == rule)


def line(item: Item, quote: str) -> Line:
    """The item's line for a figure."""
    return next(one for one in proofed(item).lines if one.quote == quote)


def verified(item: Item, quote: str, by: Seat, **words: str) -> Verification:
    """A figure that somebody vouched for."""
    answer = Answer(**{"asked": "县住建局王工", "answered": "属实", **words})
    return verify(proofs.subject_of(item), line(item, quote), by=by, answer=answer)


def states(uid: UUID) -> dict[str, str]:
    """What is known about the figures of a text."""
    return {row.quote: row.state for row in Verification.objects.filter(subject=uid)}
