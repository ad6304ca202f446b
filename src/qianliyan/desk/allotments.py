"""Whose part of the queue something is, and the lines by which it is allotted."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext, gettext_lazy

from qianliyan.core.errors import Text, Unreadable
from qianliyan.core.memory import kept
from qianliyan.desk.models import Line
from qianliyan.offices.models import Seat
from qianliyan.offices.powers import Power
from qianliyan.offices.seats import seats_with


@dataclass(frozen=True)
class Whose:
    """Whose part of the queue: everybody's, one's own, or what was allotted to nobody."""

    code: str
    label: Text
    of: Callable[[Seat], Q]


WHOSE = (
    Whose("", gettext_lazy("全部"), lambda _seat: Q()),
    Whose("mine", gettext_lazy("我的"), lambda seat: Q(handler=seat.person_id)),
    Whose("nobody", gettext_lazy("未分"), lambda _seat: Q(handler=None)),
)


def whose_called(code: str) -> Whose:
    """Return the part with this code, or everybody's."""
    return next((whose for whose in WHOSE if whose.code == code), WHOSE[0])


@kept
def lines_of(office_pk: int) -> list[Line]:
    """Return the section's lines in the order in which they are tried, with the units of each."""
    return list(Line.objects.filter(office=office_pk, ended_at=None).prefetch_related("units"))


def editors_of(office_pk: int) -> list[Seat]:
    """Return the section's editors, each person once."""
    return list({seat.person_id: seat for seat in seats_with(Power.EDIT, [office_pk])}.values())


def editor_called(uid: str, office_pk: int) -> Seat:
    """Return the editor's seat with this uid."""
    found = next((seat for seat in editors_of(office_pk) if str(seat.uid) == uid), None)
    if found is None:
        raise Unreadable(gettext("请选一位本单位的编辑。"))
    return found
