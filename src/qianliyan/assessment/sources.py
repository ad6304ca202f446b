"""What facts are about: titles and addresses, as far as the reader may see them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from qianliyan.assessment.models import Claim, Determination, RecordedFact
from qianliyan.assessment.permissions import may_read
from qianliyan.bulletins.models import Entry
from qianliyan.desk.models import Upward
from qianliyan.instructions.models import Instruction
from qianliyan.items.masking import is_protected
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


def entries_seen(numbers: list[int], seat: Seat) -> Found:
    """Give printed entries."""
    rows = visible_to(Entry, seat).filter(pk__in=numbers).values_list("pk", "uid", "title")
    return {pk: Source(title, reverse("bulletins:entry", args=[uid])) for pk, uid, title in rows}


def submissions_seen(numbers: list[int], seat: Seat) -> Found:
    """Give submissions: at the desk for the section, as the unit's own item for a unit."""
    rows = visible_to(Submission, seat).filter(pk__in=numbers).values_list("pk", "uid", "item__uid", "title")
    page = "desk:submission" if may_read(seat) else "items:item"
    return {
        pk: Source(title, reverse(page, args=[uid if page == "desk:submission" else item]))
        for pk, uid, item, title in rows
    }


def recorded_seen(numbers: list[int], seat: Seat) -> Found:
    """Give what was entered with its paper."""
    rows = visible_to(RecordedFact, seat).filter(pk__in=numbers).values_list("pk", "uid", "title")
    return {pk: Source(title, reverse("assessment:record", args=[uid])) for pk, uid, title in rows}


def _instructed(numbers: list[int], _seat: Seat) -> Found:
    """Say only whose instruction it was: what it says is told on the way of the instructions alone."""
    rows = Instruction.objects.filter(pk__in=numbers)
    return {row.pk: Source(_("%(level)s领导批示") % {"level": row.get_level_display()}, "") for row in rows}


def _claims(numbers: list[int], seat: Seat) -> Found:
    rows = visible_to(Claim, seat).filter(pk__in=numbers).values_list("pk", "uid", "title")
    return {pk: Source(title, reverse("assessment:claim", args=[uid])) for pk, uid, title in rows}


def _matters(numbers: list[int], seat: Seat) -> Found:
    rows = visible_to(Determination, seat).filter(pk__in=numbers).values_list("pk", "uid", "matter")
    return {pk: Source(matter, reverse("assessment:matter", args=[uid])) for pk, uid, matter in rows}


def _sent_up(numbers: list[int], seat: Seat) -> Found:
    """Give the office's own reports to its section; a unit only learns that its piece went up."""
    if not may_read(seat):
        return dict.fromkeys(numbers, Source(_("上报上级"), ""))
    rows = visible_to(Upward, seat).filter(item__in=numbers).values_list("item", "draft__uid", "draft__title")
    return {item: Source(title, reverse("desk:draft", args=[uid])) for item, uid, title in rows}


READERS: dict[str, Callable[[list[int], Seat], Found]] = {
    "bulletins.entry": entries_seen,
    "items.submission": submissions_seen,
    "items.item": _sent_up,
    "instructions.instruction": _instructed,
    "assessment.recordedfact": recorded_seen,
    "assessment.claim": _claims,
    "assessment.determination": _matters,
}


def titles_of(facts: Iterable[str]) -> dict[str, str]:
    """Return the titles of adopted pieces that every unit may read: no problem, no warning, no named readers."""
    rows: dict[str, dict[str, int]] = {"bulletins.entry": {}, "assessment.recordedfact": {}}
    for fact in facts:
        place, _mark, number = fact.partition("/")[0].partition(":")
        if place in rows and number.isdigit():
            rows[place][fact] = int(number)
    entries = Entry.objects.filter(pk__in=rows["bulletins.entry"].values())
    recorded = RecordedFact.objects.filter(pk__in=rows["assessment.recordedfact"].values())
    shown = entries.values_list("pk", "draft__shielded", "issue__publication__protected", "title")
    of_entries = {pk: "" if shielded or hidden else title for pk, shielded, hidden, title in shown}
    joined = recorded.select_related("entry__draft", "entry__issue__publication", "submission")
    of_recorded = {row.pk: open_title_of(row) for row in joined}
    found = {fact: of_entries.get(pk, "") for fact, pk in rows["bulletins.entry"].items()}
    return found | {fact: of_recorded.get(pk, "") for fact, pk in rows["assessment.recordedfact"].items()}


def open_title_of(row: RecordedFact) -> str:
    """Return the title of what was recorded, unless only its author and the section may read it."""
    if row.entry is not None:
        hidden = row.entry.draft.shielded or row.entry.issue.publication.protected
    else:
        hidden = row.submission is not None and is_protected(row.submission.kind)
    return "" if hidden else row.title
