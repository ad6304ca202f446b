"""Hits as people read them: what it is, where it leads, the words that were asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from qianliyan.bulletins.models import Entry, Issue
from qianliyan.core.errors import Text
from qianliyan.desk.models import Draft
from qianliyan.instructions.models import Instruction
from qianliyan.items.kinds import Kind
from qianliyan.items.masking import is_protected, shown_title
from qianliyan.items.models import Item, Submission
from qianliyan.offices.models import Seat
from qianliyan.search import marks
from qianliyan.search.finding import Found, Hit
from qianliyan.search.places import day_of
from qianliyan.search.sources import source_of
from qianliyan.text.finding.asking import Query
from qianliyan.text.finding.snippets import Piece, marked, snippet


@dataclass(frozen=True)
class Answer:
    """One hit."""

    label: Text
    url: str
    title: list[Piece]
    text: list[Piece]
    on: date
    about: Text
    kind: Text = ""
    state: Text = ""


def answers(found: Found, query: Query, seat: Seat) -> list[Answer]:
    """Return the page's hits as they are shown."""
    return [_answer(hit, query, seat) for hit in found.hits]


def _answer(hit: Hit, query: Query, seat: Seat) -> Answer:
    thing: Any = hit.thing
    kind = _kind_of(thing)
    source = source_of(type(thing))
    open_to_reader = not _is_protected(thing, kind) or _is_own(hit, seat)
    masked = shown_title(kind, hit.row.title, own=open_to_reader, shielded=True)
    title = marked(hit.row.title, query) if open_to_reader else [Piece(masked)]
    return Answer(
        label=source.label,
        url=ADDRESSES[source.code](thing, seat),
        title=title,
        text=snippet(hit.row.body, query) if open_to_reader else [],
        on=day_of(hit.row.place or 0),
        about=ABOUT[source.code](thing),
        kind=Kind(kind).label if kind else "",
        state=thing.get_state_display() if hasattr(thing, "get_state_display") else "",
    )


def _is_own(hit: Hit, seat: Seat) -> bool:
    """Tell whether the reader's office wrote it or has it on its desk."""
    return hit.row.holder_id == seat.office_id or marks.office_mark(seat.office_id) in hit.row.marks.split()


def _is_protected(thing: Any, kind: str) -> bool:
    draft = thing.draft if isinstance(thing, Entry) else thing
    return draft.shielded if isinstance(draft, Draft) else is_protected(kind)


def _kind_of(thing: Any) -> str:
    return str(thing.draft.kind if isinstance(thing, Entry) else getattr(thing, "kind", ""))


def _of_item(item: Item, _seat: Seat) -> str:
    return reverse("items:item", args=[item.uid])


def _of_submission(submission: Submission, seat: Seat) -> str:
    """Lead the receiving section to its desk, the unit to its item."""
    if submission.receiver_id == seat.office_id:
        return reverse("desk:submission", args=[submission.uid])
    return reverse("items:item", args=[submission.item.uid])


def _of_draft(draft: Draft, _seat: Seat) -> str:
    return reverse("desk:draft", args=[draft.uid])


def _of_entry(entry: Entry, _seat: Seat) -> str:
    return reverse("bulletins:entry", args=[entry.uid])


def _of_issue(issue: Issue, _seat: Seat) -> str:
    return reverse("bulletins:issue", args=[issue.uid])


def _of_instruction(instruction: Instruction, seat: Seat) -> str:
    """Lead those who handle it, and the leader, to the register; a unit to what it was asked to do."""
    if instruction.office_id == seat.office_id:
        return reverse("instructions:instruction", args=[instruction.uid])
    return reverse("instructions:errands")


ADDRESSES: dict[str, Callable[[Any, Seat], str]] = {
    "item": _of_item,
    "submission": _of_submission,
    "draft": _of_draft,
    "entry": _of_entry,
    "issue": _of_issue,
    "instruction": _of_instruction,
}
ABOUT: dict[str, Callable[[Any], Text]] = {
    "item": lambda item: " · ".join([item.office.short_name, *([item.drafter.name] if item.drafter else [])]),
    "submission": lambda submission: f"{submission.sender_name} → {submission.receiver.short_name}",
    "draft": lambda draft: draft.editor.name,
    "entry": lambda entry: str(entry.issue),
    "issue": lambda issue: issue.office.short_name,
    "instruction": lambda instruction: instruction.office.short_name,
}
