"""Instructions as facts for the assessment: given, registered, not void. A circle is none."""

from dataclasses import dataclass
from datetime import date

from qianliyan.instructions.models import Instruction
from qianliyan.instructions.queries.sources import Origin, behind
from qianliyan.instructions.states import IN_FORCE
from qianliyan.offices.models import Office


@dataclass(frozen=True)
class Instructed:
    """One instruction with everything that a scheme may ask about it, and the offices behind the paper."""

    pk: int
    uid: str
    entry_pk: int | None
    submission_pk: int | None
    recorded_by_office: int
    level: str
    leader_name: str
    leader_post: str
    principal: bool
    given_on: date
    form: str
    evidence: str
    origins: tuple[Origin, ...]


def instructed(office: Office, start: date, end: date) -> list[Instructed]:
    """Return the instructions in the office's register that were given from `start` to `end`, oldest first."""
    rows = Instruction.objects.filter(office=office, state__in=IN_FORCE, given_on__range=(start, end))
    found = list(rows.select_related("submission", "scan").order_by("given_on", "pk"))
    origins = behind(found)
    return [_fact(one, tuple(origins[one.pk])) for one in found]


def _fact(one: Instruction, origins: tuple[Origin, ...]) -> Instructed:
    return Instructed(
        pk=one.pk,
        uid=str(one.uid),
        entry_pk=one.entry_id,
        submission_pk=one.submission_id,
        recorded_by_office=one.office_id,
        level=one.level,
        leader_name=one.leader_name,
        leader_post=one.leader_post,
        principal=one.principal,
        given_on=one.given_on,
        form=one.form,
        evidence=one.evidence or (one.scan.digest if one.scan else ""),
        origins=origins,
    )
