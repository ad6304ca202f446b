"""Whose one-page achievements a seat may read: its own, as head those of its unit, as the office those below it."""

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count

from qianliyan.accounts.models import Person
from qianliyan.assessment.facts.adopted import credited
from qianliyan.assessment.facts.recorded import counting
from qianliyan.assessment.models import Comment
from qianliyan.assessment.models.recorded import FactName
from qianliyan.assessment.permissions import heads_unit, may_read
from qianliyan.assessment.states import CommentState
from qianliyan.offices.audiences import visible_to
from qianliyan.offices.models import Office, Seat
from qianliyan.offices.powers import Power
from qianliyan.offices.seats import seats_in
from qianliyan.scoring.periods import Period


@dataclass(frozen=True)
class Officer:
    """Somebody in the unit for which he writes, and the office that assesses the unit."""

    person: Person
    unit: Office
    office: Office
    posts: str


@dataclass(frozen=True)
class Listed:
    """One line of the list: no place, no comparison."""

    person: Person
    posts: str
    adopted: int
    commented: bool


def officer(seat: Seat, unit: int, person: UUID) -> Officer | None:
    """Return the officer, if the seat may read his page."""
    held = Seat.objects.filter(office=unit, person__uid=person, delegator=None, office__parent__isnull=False)
    found = list(held.select_related("person", "office__parent", "post").order_by("pk"))
    last = found[-1] if found else None
    if last is None or last.office.parent is None or not _open_to(seat, last):
        return None
    posts = "、".join(dict.fromkeys(one.post.name for one in found if one.valid_to is None)) or last.post.name
    return Officer(last.person, last.office, last.office.parent, posts)


def officers_of(unit: Office, office: Office, days: Period, seat: Seat) -> list[Listed]:
    """Return who writes for the unit, in the order of the directory, with how much of it was adopted in these days."""
    adopted = _adopted(unit, office, days)
    given = visible_to(Comment, seat).filter(unit=unit, year=days.first.year, state=CommentState.GIVEN)
    commented = set(given.values_list("person", flat=True))
    people: dict[int, list[Seat]] = {}
    for one in seats_in((unit.pk,)):
        if one.delegator_id is None and (one.may(Power.DRAFT) or one.person_id in adopted):
            people.setdefault(one.person_id, []).append(one)
    return [_listed(held, adopted[pk], pk in commented) for pk, held in people.items()]


def _adopted(unit: Office, office: Office, days: Period) -> Counter[int]:
    """Count by author what was printed here and above, and what was entered with its paper."""
    printed = credited(office, days).filter(submission__sender=unit).order_by()
    entered = counting(office, days).filter(fact=FactName.ADOPTED, shares__unit=unit).order_by()
    found = Counter(dict(printed.values_list("submission__item__drafter").annotate(Count("entry", distinct=True))))
    found.update(dict(entered.values_list("shares__author").annotate(Count("pk", distinct=True))))
    return found


def _listed(held: list[Seat], adopted: int, commented: bool) -> Listed:  # noqa: FBT001 - a fact of the row
    return Listed(held[0].person, "、".join(one.post.name for one in held), adopted, commented)


def _open_to(seat: Seat, his: Seat) -> bool:
    own = seat.at(his.office_id) and seat.person_id == his.person_id
    below = his.office.parent_id == seat.office_id and may_read(seat)
    return own or below or heads_unit(seat, his.office_id)
