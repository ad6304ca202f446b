"""What one officer wrote that was adopted and instructed in a year (个人采用情况).

Only what came of his work: nothing about sign-ins or reading, nothing that was not adopted, no place among others, and
nothing that tells good news from bad.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from qianliyan.assessment.facts.adopted import credited
from qianliyan.assessment.facts.recorded import counting
from qianliyan.assessment.models import Comment, RecordedFact
from qianliyan.assessment.models.recorded import FactName
from qianliyan.assessment.officers import Officer
from qianliyan.assessment.queries import points_of
from qianliyan.assessment.sources import open_title_of
from qianliyan.assessment.states import CommentState
from qianliyan.bulletins.models import Credit
from qianliyan.instructions.models import Telling
from qianliyan.instructions.models.telling import LEADERS, Depth
from qianliyan.instructions.states import InstructionState
from qianliyan.items.masking import is_protected
from qianliyan.items.models import Submission
from qianliyan.offices.audiences import visible_to
from qianliyan.offices.models import Seat
from qianliyan.offices.powers import Level
from qianliyan.scoring.attributes import LEVELS
from qianliyan.scoring.periods import Calendar

COUNTED = (FactName.ADOPTED, FactName.INSTRUCTED, FactName.EFFECT, FactName.COMMENDED)


@dataclass(frozen=True)
class Adopted:
    """One piece in one bulletin; `open_title` is empty where paper must not say it."""

    on: date
    title: str
    where: str
    level: str
    open_title: str
    submission: Submission | None = None

    @property
    def height(self) -> int:
        """Order by the level that adopted it."""
        return LEVELS.index(self.level) if self.level in LEVELS else -1


@dataclass(frozen=True)
class Noted:
    """An instruction as far as its sources were told, or what became of a piece elsewhere."""

    on: date
    title: str
    what: str
    open_title: str
    text: str = ""


@dataclass(frozen=True)
class Achievements:
    """Everything on the page."""

    officer: Officer
    year: int
    adopted: tuple[Adopted, ...]
    instructed: tuple[Noted, ...]
    others: tuple[Noted, ...]
    points: str
    comment: Comment | None

    @property
    def by_level(self) -> list[tuple[str, int]]:
        """Count the adoptions of each level, the highest first."""
        counts = [(Level(level).label, sum(one.level == level for one in self.adopted)) for level in LEVELS[::-1]]
        return [(str(label), number) for label, number in counts if number]


def achievements(officer: Officer, year: int, seat: Seat) -> Achievements:
    """Gather the year of an officer, as far as the reader may see the pieces."""
    days = Calendar().year(year)
    recorded = list(_recorded(officer, year))
    printed = [_printed(row) for row in _credits(officer, year, seat)]
    elsewhere = [_elsewhere(row) for row in recorded if row.fact == FactName.ADOPTED]
    told = [_told(row) for row in _tellings(officer, year, seat)]
    heard = [_noted(row) for row in recorded if row.fact == FactName.INSTRUCTED and not _known(row, told)]
    others = [_noted(row) for row in recorded if row.fact in (FactName.EFFECT, FactName.COMMENDED)]
    given = visible_to(Comment, seat).filter(office=officer.office, unit=officer.unit, person=officer.person, year=year)
    return Achievements(
        officer=officer,
        year=year,
        adopted=tuple(sorted([*printed, *elsewhere], key=lambda one: (one.height, one.on), reverse=True)),
        instructed=tuple(sorted([*told, *heard], key=lambda one: one.on, reverse=True)),
        others=tuple(others),
        points=points_of(officer.person, officer.office, days.label),
        comment=given.filter(state=CommentState.GIVEN).first(),
    )


def _credits(officer: Officer, year: int, seat: Seat) -> list[Credit]:
    """Return one credit for each entry his work went into, though it took several pieces of his.

    What a reader of his unit may not see is not there for him; the office counts it and gives it no title.
    """
    his = {"submission__sender": officer.unit, "submission__item__drafter": officer.person}
    found = credited(officer.office, Calendar().year(year)).filter(**his).annotate(seen=_seen(seat))
    rows = found.select_related(
        "submission__item", "entry__issue__publication", "entry__issue__office", "entry__issue__series"
    )
    counts = seat.at(officer.office.pk)
    return list({row.entry_id: row for row in rows if counts or row.seen}.values())


def _seen(seat: Seat) -> Exists:
    return Exists(visible_to(Submission, seat).filter(pk=OuterRef("submission")))


def _printed(row: Any) -> Adopted:
    issue, submission = row.entry.issue, row.submission
    where = f"《{issue.publication.name}》{issue.number_text}"
    level, on = issue.office.level, issue.signed_on or date.max
    title = submission.title if row.seen else _("（本岗位不能查看原件）")
    return Adopted(on, title, where, level, _open(submission), submission if row.seen else None)


def _recorded(officer: Officer, year: int) -> list[RecordedFact]:
    his = {"shares__unit": officer.unit, "shares__author": officer.person, "fact__in": COUNTED}
    rows = counting(officer.office, Calendar().year(year)).filter(**his).distinct()
    return list(rows.select_related("submission", "entry__draft", "entry__issue__publication"))


def _elsewhere(row: RecordedFact) -> Adopted:
    where = f"《{publication}》" if (publication := row.attributes.get("publication")) else row.evidence
    return Adopted(row.on, row.title, where, row.level, open_title_of(row))


def _tellings(officer: Officer, year: int, seat: Seat) -> list[Telling]:
    """Return what his unit was told of instructions; what was kept back stays so for him too."""
    days = Calendar().year(year)
    his = {"submission__sender": officer.unit, "submission__item__drafter": officer.person, "office": officer.unit}
    of_his = Telling.objects.filter(**his, instruction__given_on__range=(days.first, days.last))
    told = of_his.exclude(depth=Depth.NOTHING).exclude(instruction__state=InstructionState.VOID)
    rows = told.annotate(seen=_seen(seat)).select_related("instruction", "submission").order_by("pk")
    counts = seat.at(officer.office.pk)
    return list({row.instruction_id: row for row in rows if counts or row.seen}.values())


def _told(row: Any) -> Noted:
    title = row.submission.title if row.seen else _("（本岗位不能查看原件）")
    text = row.text if row.seen else ""
    return Noted(row.instruction.given_on, title, f"{row.whose}批示", _open(row.submission), text)


def _noted(row: RecordedFact) -> Noted:
    whose = LEADERS.get(row.level)
    what = f"{whose}批示" if row.fact == FactName.INSTRUCTED and whose else str(row.get_fact_display())
    return Noted(row.on, row.title, what, open_title_of(row))


def _known(row: RecordedFact, told: list[Noted]) -> bool:
    """Tell whether an instruction that was recorded with its paper was told about from the register too."""
    whose = LEADERS.get(row.level)
    return any(one.on == row.on and one.what == f"{whose}批示" for one in told)


def _open(submission: Submission) -> str:
    return "" if is_protected(submission.kind) else submission.title
