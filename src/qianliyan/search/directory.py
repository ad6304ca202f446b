"""Offices and the people in them, found by any two characters of their name and by its pinyin initials.

Names of offices are no secret among offices. People are found by their colleagues, and by the section to which their
office reports.
"""

from functools import lru_cache
from itertools import product

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from pypinyin import Style, pinyin

from qianliyan.history.actors import Actor
from qianliyan.offices.audiences import Path, audience
from qianliyan.offices.models import Office, Seat
from qianliyan.offices.powers import Power
from qianliyan.search.actions.putting import put
from qianliyan.search.sources import Document, Source, declare

# Characters with several readings (重庆) multiply; a name has few of them.
MOST_READINGS = 8

# Every row of the table: an empty condition would vanish when paths are joined by "or".
audience(Path(_("各单位的工作人员"), where=Q(pk__gt=0)))(Office)
audience(
    Path(_("本单位的同事"), office="office"),
    Path(
        _("上级单位的信息工作人员"),
        office="office__parent",
        powers=(Power.EDIT, Power.COMPOSE, Power.SIGN_ISSUE),
    ),
)(Seat)


@lru_cache(maxsize=4096)
def initials(name: str) -> str:
    """Return the pinyin initials of a name in every reading, e.g. qsxzf; what is no Han character stays."""
    likely = pinyin(name, style=Style.FIRST_LETTER, errors="default")
    readings = pinyin(name, style=Style.FIRST_LETTER, heteronym=True, errors="default")
    found = {"".join(letters[0] for letters in likely): None}
    for choice, _number in zip(product(*readings), range(MOST_READINGS), strict=False):
        found.setdefault("".join(choice))
    return " ".join(found)


def office_document(office: Office) -> Document:
    """Return an office by its present and its former names."""
    names = {office.short_name, *(phase.name for phase in office.phases.all())} - {office.name}
    spelled = [initials(name) for name in (office.name, *sorted(names))]
    return Document(
        title=office.name,
        body="\n".join([*sorted(names), *spelled]),
        on=min((phase.valid_from for phase in office.phases.all()), default=Document.LONG_AGO),
        offices=(office.pk,),
    )


def seat_document(seat: Seat) -> Document:
    """Return somebody in an office; whether the seat still holds is asked when it is shown."""
    return Document(
        title=seat.person.name,
        body=f"{initials(seat.person.name)}\n{seat.post.name}",
        on=seat.valid_from,
        offices=(seat.office_id,),
        author=seat.person_id,
    )


def put_again(thing: Office | Seat, _by: Actor) -> None:
    """Let the office or the seat be found as it is after the event."""
    put(thing)


FOLLOWUPS = dict.fromkeys(("office.found", "office.change", "seat.take", "seat.delegate"), put_again)


def _offices_joined(offices: QuerySet[Office]) -> QuerySet[Office]:
    return offices.prefetch_related("phases")


def _seats_joined(seats: QuerySet[Seat]) -> QuerySet[Seat]:
    return seats.select_related("person", "post", "office")


OFFICE = declare(Source("office", _("单位"), Office, office_document, _offices_joined, lambda offices: offices))
SEAT = declare(Source("seat", _("人员"), Seat, seat_document, _seats_joined, _seats_joined))
