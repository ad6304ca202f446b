"""What facts are about: titles and addresses, as far as the reader may see them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from qianliyan.assessment.models import RecordedFact
from qianliyan.assessment.permissions import may_read
from qianliyan.bulletins.models import Entry
from qianliyan.instructions.models import Instruction
from qianliyan.items.models import Submission
from qianliyan.offices.audiences import visible_to
from qianliyan.offices.models import Seat


@dataclass(frozen=True)
class Source:
    """What a fact is about, and where it can be read."""

    title: str
    url: str


Found = dict[int, Source]


def sources_of(facts: Iterable[str], seat: Seat) -> dict[str, Source]:
    """Return what each of these facts is about: one query for each kind of row they come from."""
    rows: dict[str, dict[str, int]] = {}
    for fact in facts:
        place, _mark, number = fact.partition("/")[0].partition(":")
        if number.isdigit():
            rows.setdefault(place, {})[fact] = int(number)
    found: dict[str, Source] = {}
    for place, numbers in rows.items():
        known = READERS[place](list(numbers.values()), seat) if place in READERS else {}
        found |= {fact: known.get(pk, Source(_("（本岗位不能查看原件）"), "")) for fact, pk in numbers.items()}
    return found


def _entries(numbers: list[int], seat: Seat) -> Found:
    rows = visible_to(Entry, seat).filter(pk__in=numbers).values_list("pk", "uid", "title")
    return {pk: Source(title, reverse("bulletins:entry", args=[uid])) for pk, uid, title in rows}


def _submissions(numbers: list[int], seat: Seat) -> Found:
    rows = visible_to(Submission, seat).filter(pk__in=numbers).values_list("pk", "uid", "item__uid", "title")
    page = "desk:submission" if may_read(seat) else "items:item"
    return {
        pk: Source(title, reverse(page, args=[uid if page == "desk:submission" else item]))
        for pk, uid, item, title in rows
    }


def _recorded(numbers: list[int], seat: Seat) -> Found:
    rows = visible_to(RecordedFact, seat).filter(pk__in=numbers).values_list("pk", "uid", "title")
    return {pk: Source(title, reverse("assessment:record", args=[uid])) for pk, uid, title in rows}


def _instructed(numbers: list[int], _seat: Seat) -> Found:
    """Say only whose instruction it was: what it says is told on the way of the instructions alone."""
    rows = Instruction.objects.filter(pk__in=numbers)
    return {row.pk: Source(_("%(level)s领导批示") % {"level": row.get_level_display()}, "") for row in rows}


READERS: dict[str, Callable[[list[int], Seat], Found]] = {
    "bulletins.entry": _entries,
    "items.submission": _submissions,
    "instructions.instruction": _instructed,
    "assessment.recordedfact": _recorded,
}
