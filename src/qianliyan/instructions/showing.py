"""How a paper is shown: head, gist and text."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from qianliyan.bulletins.layouts import as_printed
from qianliyan.bulletins.models import Entry
from qianliyan.core import clock
from qianliyan.instructions.models import Instruction, Reader
from qianliyan.items.models import Submission
from qianliyan.items.reading import blocks_of


@dataclass(frozen=True)
class Piece:
    """One paper as a leader reads it."""

    masthead: str
    number: str
    office: str
    day: date
    caution: str
    title: str
    gist: str
    blocks: list[dict[str, Any]]
    note: str


def piece_of(reader: Reader) -> Piece:
    """Return the paper of a reader's line; an entry as it was printed, a submission as it came in."""
    presentation, entry, submission = reader.presentation, reader.presentation.entry, reader.presentation.submission
    head = _printed(entry) if entry else _sent(submission)
    return Piece(**head, title=presentation.title, blocks=blocks_of(presentation.body), note=presentation.note)


def _printed(entry: Entry) -> dict[str, Any]:
    issue = entry.issue
    publication = issue.publication
    return {
        "masthead": publication.name,
        "number": issue.number_text,
        "caution": publication.caution,
        "office": issue.office.name,
        "day": issue.signed_on or clock.today(),
        "gist": entry.draft.gist,
    }


def _sent(submission: Submission | None) -> dict[str, Any]:
    assert submission is not None  # noqa: S101 - the database holds that it is one or the other
    day = clock.local(submission.sent_at).date()
    return {"masthead": "", "number": "", "caution": "", "office": submission.sender_name, "day": day, "gist": ""}


def paper_of(instruction: Instruction) -> dict[str, Any]:
    """Return the paper on which an instruction was given: where it stands, its title and text."""
    entry, submission = instruction.entry, instruction.submission
    if entry is not None:
        place = f"《{entry.issue.publication.name}》{entry.issue.number_text}"
        title, body = as_printed(entry)
        return {"place": place, "title": title, "blocks": blocks_of(body)}
    assert submission is not None  # noqa: S101 - the database holds that it is one or the other
    return {"place": submission.sender_name, "title": submission.title, "blocks": blocks_of(submission.body)}
