"""Which of the first lines is the title."""

from collections.abc import Sequence
from dataclasses import dataclass

from qianliyan.text.importers.imported import Imported, Notes
from qianliyan.text.parsing.titles import could_be_title


@dataclass(frozen=True)
class Line:
    """One line of text with what its layout says about being a title."""

    text: str
    title: bool = False
    centred: bool = False
    large: bool = False


def with_title(lines: Sequence[Line], kind: str, notes: Notes) -> Imported:
    """Take the title from the front of the lines; what stays is the body."""
    lines = _without_blank_ends(lines)
    taken = _title_lines(lines)
    title = "".join(line.text for line in lines[:taken])
    body = "\n".join(line.text for line in _without_blank_ends(lines[taken:]))
    return Imported(title, body, kind, notes.removals(lines_before=taken))


def _title_lines(lines: Sequence[Line]) -> int:
    """Count the lines at the front that make the title: none, one, or one broken over two or three."""
    if len(lines) < 2 or not could_be_title(lines[0].text):
        return 0
    marked = _marked(lines[0])
    count = 1
    while marked and count < min(3, len(lines) - 1) and _marked(lines[count]) and _goes_on(lines[count]):
        count += 1
    return count


def _marked(line: Line) -> bool:
    return line.title or (line.centred and line.large)


def _goes_on(line: Line) -> bool:
    return could_be_title(line.text) and not line.text.startswith(("—", "（", "("))


def _without_blank_ends(lines: Sequence[Line]) -> Sequence[Line]:
    start, end = 0, len(lines)
    while start < end and not lines[start].text:
        start += 1
    while end > start and not lines[end - 1].text:
        end -= 1
    return lines[start:end]
