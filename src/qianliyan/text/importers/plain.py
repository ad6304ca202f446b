"""Plain text files in whatever encoding."""

import re

from qianliyan.text.importers.decoding import decode
from qianliyan.text.importers.imported import Imported, Notes, refuse_too_long
from qianliyan.text.importers.titling import Line, with_title

LABEL = re.compile(r"(?:标题|题目)[：:]\s*")


def read_plain(content: bytes) -> Imported:
    """Read a text file; the first line is the title if it can be one."""
    notes = Notes()
    lines = [Line(line.strip(" \u3000\xa0").rstrip()) for line in refuse_too_long(decode(content, notes)).split("\n")]
    first = next((place for place, line in enumerate(lines) if line.text), 0)
    if lines and LABEL.match(lines[first].text):
        lines[first] = Line(LABEL.sub("", lines[first].text, count=1), title=True)
    return with_title(lines, "txt", notes)
