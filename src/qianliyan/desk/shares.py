"""Whose work a draft is made of: the submissions behind it, through other drafts too, by weight."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from django.db.models import QuerySet

from qianliyan.core.rows import prepared
from qianliyan.desk.models import Draft, Source
from qianliyan.items.models import Submission
from qianliyan.offices.models import Office


@dataclass(frozen=True)
class Share:
    """What one submission gave to a draft, as an integer weight among all of the draft's shares."""

    submission: Submission
    office: Office
    weight: int


def shares_of(draft: Draft) -> list[Share]:
    """Return whose work the draft is made of, through other drafts too; main sources first."""
    return shares_of_all([draft])[draft.pk]


def shares_of_all(found: Iterable[Draft]) -> dict[int, list[Share]]:
    """Return the shares of several drafts: one query, and one more for every level of drafts within drafts."""
    roots = [draft.pk for draft in found]
    sources = _sources_below(roots)
    return {pk: _shares(_flattened(pk, sources, Fraction(1))) for pk in roots}


def unit_names(draft: Draft) -> list[str]:
    """Return the names of the units whose work the draft is made of, each once, as they were called when sending."""
    return names_in(shares_of(draft))


def names_in(shares: Iterable[Share]) -> list[str]:
    """Return each unit's name once."""
    return list(dict.fromkeys(share.submission.sender_name for share in shares))


@prepared
def _sources_of(*draft_pks: int) -> QuerySet[Source]:
    found = Source.objects.filter(draft__in=draft_pks).select_related("submission__sender", "submission__version")
    return found.defer("submission__version__body").order_by("role", "pk")


def _sources_below(roots: Sequence[int]) -> dict[int, list[Source]]:
    sources: dict[int, list[Source]] = {}
    level = set(roots)
    while level:
        sources.update({pk: [] for pk in level})
        for source in _sources_of(*sorted(level)):
            sources[source.draft_id].append(source)
        others = {source.other_id for pk in level for source in sources[pk] if source.other_id}
        level = {pk for pk in others if pk is not None} - sources.keys()
    return sources


def _flattened(pk: int, sources: dict[int, list[Source]], whole: Fraction) -> list[tuple[Submission, Fraction]]:
    """Divide `whole` among the sources by weight; a draft among them hands its part on. Cycles are never stored."""
    total = sum(source.weight for source in sources[pk])
    parts: list[tuple[Submission, Fraction]] = []
    for source in sources[pk]:
        part = whole * source.weight / total if total else Fraction(0)
        if source.submission is not None:
            parts.append((source.submission, part))
        elif source.other_id is not None:
            parts.extend(_flattened(source.other_id, sources, part))
    return parts


def _shares(parts: list[tuple[Submission, Fraction]]) -> list[Share]:
    submissions = {submission.pk: submission for submission, _part in parts}
    sums: dict[int, Fraction] = defaultdict(Fraction)
    for submission, part in parts:
        sums[submission.pk] += part
    scale = lcm(*(part.denominator for part in sums.values()))
    return [Share(submissions[pk], submissions[pk].sender, int(part * scale)) for pk, part in sums.items()]
