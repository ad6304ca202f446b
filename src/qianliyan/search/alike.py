"""Which texts share passages with another: candidates by fingerprints, then the exact share."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Q

from qianliyan.search.models import Row
from qianliyan.search.tables import sharing, telling
from qianliyan.text.similar.containment import containment

LEAST_SHARED = 2
MOST_SHARING = 400
MOST_CANDIDATES = 24


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
    numbers = sharing(values, min(LEAST_SHARED, len(values)), MOST_SHARING)
    order = {pk: place for place, pk in enumerate(numbers)}
    rows = [row for row in Row.objects.filter(among, pk__in=numbers) if (row.source, row.thing_pk) not in besides]
    rows.sort(key=lambda row: order[row.pk])
    matches = [Match(row, int(containment(text, row.body) * 100)) for row in rows[:MOST_CANDIDATES]]
    found = [match for match in matches if match.share >= alarm]
    return sorted(found, key=lambda match: (-match.share, -match.row.pk))
