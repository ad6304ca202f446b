"""Turns events into the steps that one seat may read, newest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from qianliyan.core.templatetags.qianliyan import full_day
from qianliyan.history.models import Event
from qianliyan.instructions.models.telling import LEADERS
from qianliyan.items.stages import Stage
from qianliyan.offices.models import Seat
from qianliyan.workbench.trail.words import WORDS, Across, Words

SOURCES = {
    "paper": gettext_lazy("书面审签单"),
    "phone": gettext_lazy("电话"),
    "chat": gettext_lazy("微信"),
    "mail": gettext_lazy("邮件"),
    "fax": gettext_lazy("传真"),
}

# Details that hold a day.
DAYS = {"due", "until"}


@dataclass(frozen=True)
class Step:
    """One line of the trail, as components/steps.html shows it."""

    what: str
    at: datetime
    by: str = ""
    said: str = ""
    source: str = ""
    wrong: bool = False


def steps_for(seat: Seat, events: Iterable[Event], *, home: int | None = None) -> list[Step]:
    """Return what the seat may read of these events; `home` is the office to which the machine's own steps belong."""
    found = (_step(seat, event, home) for event in events)
    return [step for step in found if step is not None]


def _step(seat: Seat, event: Event, home: int | None) -> Step | None:
    words = WORDS.get(event.verb)
    if words is None:
        return None
    own = seat.office_id == (home if event.office_pk is None else event.office_pk)
    if not own and words.across is Across.NOTHING:
        return None
    return Step(
        what=_told(words, event),
        at=event.at,
        by=_by(event, words, own=own),
        said=_said(event) if own or words.text else "",
        source=_source(event, own=own),
        wrong=words.wrong,
    )


def _told(words: Words, event: Event) -> str:
    """Fill the details in; a stage and whose leaders they were are told in the office's words."""
    details: dict[str, Any] = dict(event.details)
    if details.get("stage") in Stage.values:
        details["stage"] = Stage(details["stage"]).label
    if details.get("level") in LEADERS:
        details["level"] = LEADERS[details["level"]]
    for name in DAYS & details.keys():
        details[name] = _day(str(details[name]))
    return str(words.told).format_map(_Gaps(details))


def _day(text: str) -> str:
    """Write a day as the office says it; what is no day stays as it is."""
    try:
        return full_day(date.fromisoformat(text))
    except ValueError:
        return text


def _by(event: Event, words: Words, *, own: bool) -> str:
    """Say who it was: colleagues by post and name, others by their office or, on the sign-off record, by name.

    A label begins with the office's short name as it was then (`offices.Seat.label`).
    """
    acted = event.on_behalf_of or event.actor
    office, _blank, person = acted.partition(" ")
    if own:
        return person or acted
    return acted if words.across is Across.NAME else office


def _said(event: Event) -> str:
    return event.text.body if event.text_digest and hasattr(event, "text") else ""


def _source(event: Event, *, own: bool) -> str:
    """Say from what it was recorded, and within the office by whom."""
    if not event.recorded_from:
        return ""
    source = str(SOURCES.get(event.recorded_from, event.recorded_from))
    _office, _blank, clerk = event.actor.partition(" ")
    return _("据%(source)s，%(clerk)s代录") % {"source": source, "clerk": clerk} if own else source


class _Gaps(dict[str, Any]):
    """Leaves out what an old event does not say."""

    def __missing__(self, key: str) -> str:
        return ""
