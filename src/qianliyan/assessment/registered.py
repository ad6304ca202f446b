"""Which recorded instructions stand in the register of instructions too, where they count by themselves."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import Q

from qianliyan.assessment.facts.instructed import NOT_YET
from qianliyan.assessment.models import RecordedFact
from qianliyan.assessment.models.recorded import FactName
from qianliyan.instructions.models import Instruction


class Known(NamedTuple):
    """One registered instruction as far as it tells which one it is."""

    paper: tuple[str, int]
    given_on: object
    level: str


def registered_among(recorded: Iterable[RecordedFact]) -> set[int]:
    """Return which of these stand in the register: same paper, day, level and leader (one query).

    Registered before or after it was recorded makes no difference: what is in both counts once.
    """
    found = [row for row in recorded if row.fact == FactName.INSTRUCTED and _paper(row)]
    leaders = _leaders(found) if found else {}
    return {row.pk for row in found if _is_one_of(row, leaders.get(_known(row), ()))}


def stands_in_register(entered: RecordedFact) -> bool:
    """Tell whether what is being recorded stands in the register already."""
    if entered.fact != FactName.INSTRUCTED or _paper(entered) is None:
        return False
    return _is_one_of(entered, _leaders([entered]).get(_known(entered), ()))


def _is_one_of(row: RecordedFact, leaders: Iterable[str]) -> bool:
    """Compare the leader: the register knows the name, the entry the name with the post; without one it is any."""
    named = str(row.attributes.get("leader", "")).strip()
    return any(not named or leader in named or named in leader for leader in leaders)


def _leaders(rows: list[RecordedFact]) -> dict[Known | None, list[str]]:
    papers = Q(entry__in=[row.entry_id for row in rows if row.entry_id])
    papers |= Q(submission__in=[row.submission_id for row in rows if row.submission_id])
    known = Instruction.objects.filter(papers, given_on__in={row.on for row in rows}).exclude(state__in=NOT_YET)
    found: dict[Known | None, list[str]] = defaultdict(list)
    names = ("entry_id", "submission_id", "given_on", "level", "leader_name")
    for entry, submission, on, level, leader in known.order_by("pk").values_list(*names):
        paper = ("entry", entry) if entry else ("submission", submission)
        found[Known(paper, on, level)].append(leader)
    return found


def _known(row: RecordedFact) -> Known | None:
    paper = _paper(row)
    return Known(paper, row.on, row.level) if paper else None


def _paper(row: RecordedFact) -> tuple[str, int] | None:
    if row.entry_id:
        return ("entry", row.entry_id)
    return ("submission", row.submission_id) if row.submission_id else None
