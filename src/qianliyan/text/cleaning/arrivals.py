"""What an importer read, cleaned: the title first, a paragraph a line, and one list of all that was left out."""

from dataclasses import replace

from qianliyan.text.cleaning.clean import Cleaned, clean
from qianliyan.text.importers.decoding import decode
from qianliyan.text.importers.imported import Imported, Notes

LOST = "\ufffd"


def tidied(found: Imported, content: bytes) -> Imported:
    """Clean what was read of `content`; of plain text the blank lines count, which the importer took out."""
    if found.kind == "txt":
        cleaned = clean(decode(content, Notes()))
    else:
        cleaned = clean("\n".join(filter(None, (found.title, found.body))))
    title, body = _parts(cleaned, found.title)
    if not (title + body).strip():
        return found
    # A lost byte stands in the clean text as a gap to be filled, not as the sign that the importer spoke of.
    said = [one for one in found.removed if LOST not in one.what or LOST in body]
    return replace(found, title=title, body=body, removed=(*said, *cleaned.changes))


def _parts(cleaned: Cleaned, known: str) -> tuple[str, str]:
    """Part the title, which may be broken over lines, from the text."""
    lines = [line for line in cleaned.text.split("\n") if line.strip()]
    title = known if lines and lines[0] == known else cleaned.title
    rest, place = title, 0
    while place < len(lines) and rest and rest.startswith(lines[place]):
        rest, place = rest.removeprefix(lines[place]), place + 1
    return (title if place else ""), "\n".join(lines[place:])
