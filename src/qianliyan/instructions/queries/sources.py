"""Whose work stands behind a paper on which a leader wrote: every office, through all levels."""

from dataclasses import dataclass

from qianliyan.bulletins.models import Credit
from qianliyan.desk.lineage import Strand, lineages_of
from qianliyan.desk.models import Draft, Upward
from qianliyan.instructions.models import Instruction
from qianliyan.items.models import Submission


@dataclass(frozen=True)
class Origin:
    """One office behind a paper with its own submission and its share."""

    office_pk: int
    submission_pk: int
    weight: int


def origins_of(instruction: Instruction) -> list[Origin]:
    """Return the offices behind one instruction; the registering office itself is none."""
    return [origin for origin in behind([instruction])[instruction.pk] if origin.office_pk != instruction.office_id]


def behind(found: list[Instruction]) -> dict[int, list[Origin]]:
    """Return the offices behind several instructions: of printed entries the frozen credit (one query)."""
    by_entry = _credited({one.entry_id for one in found if one.entry_id})
    below = _below([one for one in found if one.submission_id])
    return {one.pk: by_entry.get(one.entry_id or 0, []) + below.get(one.pk, []) for one in found}


def _credited(entries: set[int]) -> dict[int, list[Origin]]:
    found: dict[int, list[Origin]] = {}
    for credit in Credit.objects.filter(entry__in=entries).order_by("entry", "pk"):
        origin = Origin(credit.office_id, credit.submission_id, credit.weight)
        found.setdefault(credit.entry_id, []).append(origin)
    return found


def _below(found: list[Instruction]) -> dict[int, list[Origin]]:
    """Return the sender of each submission, and whose work stands behind what it sent up."""
    sent = {one.pk: one.submission for one in found if one.submission}
    items = {submission.item_id for submission in sent.values()}
    raised = {row.item_id: row.draft for row in Upward.objects.filter(item__in=items).select_related("draft")}
    strands = lineages_of(raised.values())
    return {pk: _with_strands(one, strands.get(_pk(raised.get(one.item_id)), [])) for pk, one in sent.items()}


def _with_strands(submission: Submission, strands: list[Strand]) -> list[Origin]:
    whole = sum(strand.weight for strand in strands if strand.behind is None) or 1
    behind = [Origin(strand.office_pk, strand.submission.pk, strand.weight) for strand in strands]
    return [Origin(submission.sender_id, submission.pk, whole), *behind]


def _pk(draft: Draft | None) -> int:
    return draft.pk if draft else 0
