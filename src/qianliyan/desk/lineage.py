"""Whose work stands behind a draft, level by level: its sources, and what their senders had made them of.

A county's text that the city printed or edited and sent up stands behind the city's submission to the province. The
tree is walked downward with whole numbers as weights: what stands behind a submission adds up to its own weight.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from django.db.models import QuerySet

from qianliyan.core.rows import prepared
from qianliyan.desk.models import Draft, Upward
from qianliyan.desk.shares import Share, shares_of_all
from qianliyan.items.models import Submission


@dataclass(frozen=True)
class Strand:
    """One submission with its whole-number weight; `behind` is the place in the list of the one it stands behind."""

    submission: Submission
    office_pk: int
    weight: int
    behind: int | None = None


@dataclass
class _Part:
    share: Share
    amount: Fraction
    behind: int | None = None


def lineages_of(drafts: Iterable[Draft]) -> dict[int, list[Strand]]:
    """Return the strands of several drafts, each after the one it stands behind (two queries a level)."""
    parts = {pk: [_Part(share, Fraction(share.weight)) for share in shares] for pk, shares in _shares(drafts).items()}
    ends = [(pk, place) for pk, row in parts.items() for place in range(len(row))]
    while ends:
        ends = _descend(parts, ends)
    return {pk: _whole(row) for pk, row in parts.items()}


def submissions_behind(submission: Submission) -> list[Submission]:
    """Return every submission that stands behind one that this office sent up, however many levels below."""
    found_upward = _upward_of(submission.item_id)
    if not found_upward:
        return []
    (upward,) = found_upward
    found = {strand.submission.pk: strand.submission for strand in lineages_of([upward.draft])[upward.draft_id]}
    return list(found.values())


@prepared
def _upward_of(item_pk: int) -> QuerySet[Upward]:
    return Upward.objects.filter(item=item_pk).select_related("draft").order_by("pk")[:1]


def _shares(drafts: Iterable[Draft]) -> dict[int, list[Share]]:
    found = list(drafts)
    return shares_of_all(found) if found else {}


def _descend(parts: dict[int, list[_Part]], ends: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Add what stands behind these ends, and return the new ends."""
    items = {parts[pk][place].share.submission.item_id for pk, place in ends}
    raised = {row.item_id: row.draft for row in Upward.objects.filter(item__in=items).select_related("draft")}
    shares = _shares({draft.pk: draft for draft in raised.values()}.values())
    added = []
    for pk, place in ends:
        part = parts[pk][place]
        draft = raised.get(part.share.submission.item_id)
        for behind in _behind(part, place, shares[draft.pk] if draft else []):
            parts[pk].append(behind)
            added.append((pk, len(parts[pk]) - 1))
    return added


def _behind(part: _Part, place: int, shares: list[Share]) -> list[_Part]:
    whole = sum(share.weight for share in shares)
    return [_Part(share, part.amount * share.weight / whole, place) for share in shares]


def _whole(parts: list[_Part]) -> list[Strand]:
    """Turn the amounts into whole numbers over one denominator."""
    scale = lcm(*(part.amount.denominator for part in parts))
    return [
        Strand(part.share.submission, part.share.office.pk, int(part.amount * scale), part.behind) for part in parts
    ]
