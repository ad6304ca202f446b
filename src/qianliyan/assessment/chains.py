"""Whose work, among those who report to an office, stands behind what it or an office above it sent up."""

from collections.abc import Collection

from qianliyan.assessment.facts.happening import Part
from qianliyan.desk.lineage import lineages_of
from qianliyan.desk.models import Upward
from qianliyan.items.models import Item

# A unit's own item, and the part that its sender and drafter have.
Share = tuple[int, Part]


def shares_behind(items: Collection[int], office_pk: int) -> dict[int, list[Share]]:
    """Return, for items that were sent up, the parts of those who reported to this office, through all levels.

    The shares of one level are compared with one another, so an office finds its own reporters' weights unchanged,
    however many levels lie between them and the office that received the item. Items that were made of nothing that
    was reported have no entry.
    """
    raised = {row.item_id: row.draft for row in Upward.objects.filter(item__in=items).select_related("draft")}
    strands = lineages_of(raised.values()) if raised else {}
    own = {
        item: [strand for strand in strands[draft.pk] if strand.submission.receiver_id == office_pk]
        for item, draft in raised.items()
    }
    writers = _drafters({strand.submission.item_id for found in own.values() for strand in found})
    return {
        item: [
            (one.submission.item_id, Part(one.office_pk, one.weight, writers[one.submission.item_id])) for one in found
        ]
        for item, found in own.items()
        if found
    }


def _drafters(items: Collection[int]) -> dict[int, int | None]:
    return dict(Item.objects.filter(pk__in=items).values_list("pk", "drafter")) if items else {}
