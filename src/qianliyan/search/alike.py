"""Which texts share passages with another: candidates by fingerprints, then the exact share."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Q

from qianliyan.search.models import Likeness, Row
from qianliyan.search.tables import fingerprints_of, sharing, telling
from qianliyan.text.similar.containment import containment

LEAST_SHARED = 2
MOST_SHARING = 400
MOST_CANDIDATES = 24
# About so many characters have one fingerprint.
SPACING = 5


@dataclass(frozen=True)
class Match:
    """A row and how much of the shorter of the two texts stands in the longer one, in per cent."""

    row: Row
    share: int


def alike(
    text: str, among: Q, *, alarm: int, commonplace: int, besides: Collection[tuple[str, int]] = ()
) -> list[Match]:
    """Return the rows of `among` whose text is like this one, the most alike first; `besides` are left out.

    `alarm` is the share in per cent from which an editor should look, `commonplace` the number of rows from which a
    passage is a quotation and does not count.
    """
    values = telling(text, commonplace)
    shared = sharing(values, min(LEAST_SHARED, len(values)), MOST_SHARING)
    order = {pk: place for place, pk in enumerate(shared)}
    rows = [row for row in Row.objects.filter(among, pk__in=order) if (row.source, row.thing_pk) not in besides]
    if len(values) < len(fingerprints_of(text)):
        # Some of it is quoted everywhere: what is left must be alike too.
        rows = [row for row in rows if shared[row.pk] * 200 >= alarm * min(len(values), len(row.body) // SPACING)]
    rows.sort(key=lambda row: order[row.pk])
    matches = [Match(row, int(containment(text, row.body) * 100)) for row in rows[:MOST_CANDIDATES]]
    found = [match for match in matches if match.share >= alarm]
    return sorted(found, key=lambda match: (-match.share, -match.row.pk))


def pairs(source: str, thing_pks: Collection[int]) -> list[tuple[int, int, int]]:
    """Return what was noted about these things: two of a kind, and the share in per cent, the most alike first."""
    either = Q(row__thing_pk__in=thing_pks) | Q(other__thing_pk__in=thing_pks)
    found = Likeness.objects.filter(either, row__source=source, other__source=source).order_by("-share", "-pk")
    return list(found.values_list("row__thing_pk", "other__thing_pk", "share"))
