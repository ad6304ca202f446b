"""The order of an issue as a list of marks: entries by their number, columns by their heading."""

from collections.abc import Sequence
from uuid import UUID

from qianliyan.bulletins.models import Issue
from qianliyan.bulletins.queries.pieces import Piece, entries_of
from qianliyan.bulletins.views.given import uid_in

# A heading in the list; everything behind it stands in its column.
HEADING = "#"


def grouped(issue: Issue, pieces: Sequence[Piece]) -> list[tuple[str, list[Piece]]]:
    """Return the entries by column in the publication's order; those without a column come first."""
    names = ["", *issue.publication.columns]
    groups: dict[str, list[Piece]] = {name: [] for name in names}
    for piece in pieces:
        groups[piece.entry.column if piece.entry.column in groups else ""].append(piece)
    return list(groups.items())


def marks_of(issue: Issue) -> list[str]:
    """Return the marks of an issue as its page shows them."""
    marks: list[str] = []
    for name, pieces in grouped(issue, [Piece(entry) for entry in entries_of(issue)]):
        marks += [f"{HEADING}{name}"] if name else []
        marks += [str(piece.entry.uid) for piece in pieces]
    return marks


def read_marks(marks: Sequence[str]) -> tuple[list[UUID], dict[UUID, str]]:
    """Return the order of the entries and the column of each."""
    uids: list[UUID] = []
    columns: dict[UUID, str] = {}
    column = ""
    for mark in marks:
        if mark.startswith(HEADING):
            column = mark.removeprefix(HEADING)
            continue
        uids.append(uid_in(mark))
        columns[uids[-1]] = column
    return uids, columns
