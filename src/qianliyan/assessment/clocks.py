"""Lines of the office's table of clocks: how soon an urgent event is first reported, and how soon followed up.

Whatever goes through a duty office (值班室) has its clock there; an empty table watches nothing here.
"""

import re
from dataclasses import dataclass
from datetime import timedelta

from django.utils.translation import gettext as _

from qianliyan.items.kinds import Urgency

BAR = re.compile(r"[|｜\t]")
ANY = "其他"
URGENT = {"急件": Urgency.URGENT.value, "特急": Urgency.EXTRA.value}
CELLS = 4


@dataclass(frozen=True)
class Clock:
    """How long there is for events of a kind; nothing means that it is not watched."""

    event: str
    urgency: str
    first: timedelta | None
    next: timedelta | None

    def is_for(self, title: str, urgency: str) -> bool:
        """Tell whether it runs for such a report; events are known by a word of their title."""
        return urgency == self.urgency and (self.event == ANY or self.event in title)


def read(line: str) -> Clock:
    """Read 事件｜缓急｜首报（分钟）｜续报（小时）; 0 watches nothing."""
    cells = [cell.strip() for cell in BAR.split(line)]
    if len(cells) != CELLS or not cells[0] or cells[1] not in URGENT or not all(map(_is_number, cells[2:])):
        raise ValueError(_("请写成“事件｜缓急｜首报（分钟）｜续报（小时）”，缓急是急件或特急，不计的填0"))
    minutes, hours = map(int, cells[2:])
    first, following = timedelta(minutes=minutes) or None, timedelta(hours=hours) or None
    return Clock(cells[0], URGENT[cells[1]], first, following)


def _is_number(cell: str) -> bool:
    return cell.isascii() and cell.isdigit() and len(cell) < 6
