"""Invisible characters, odd blanks and manual indents."""

import re

from qianliyan.text.cleaning.report import line_of
from qianliyan.text.importers.imported import Notes

INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufe00-\ufe0f\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]+"
)
ODD = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f]+")
INDENT = re.compile(r"(?m)^[ \t\u3000]+(?=[^\s])")
TRAILING = re.compile(r"(?m)[ \t\u3000]+$")
HAN = r"\u4e00-\u9fff"
# Between Han characters, and between Han and figures, official prose has no blank.
INNER = re.compile(
    rf"(?<=[{HAN}，。；：、！？“”（）《》])[ \u3000]+(?=[{HAN}，。；：、！？“”（）《》\d])|"
    rf"(?<=[\d%])[ \u3000]+(?=[{HAN}，。；：、])"
)
SENTENCE = re.compile(r"[，。；]")
# A longer line with a blank after every character was set with wide spacing.
SPREAD = 12
MANY = re.compile(r"\n{3,}")


def drop_invisible(text: str, notes: Notes) -> str:
    """Drop what cannot be seen."""
    return _replace(INVISIBLE, "", text, notes, "invisible")


def clean_blanks(text: str, notes: Notes) -> str:
    """Turn odd blanks into plain ones, remove indents and blanks within sentences."""
    text = _replace(ODD, " ", text, notes, "blanks")
    text = _replace(TRAILING, "", text, notes, "")
    text = "\n".join(_line(line, place, notes) for place, line in enumerate(text.split("\n"), start=1))
    return _replace(MANY, "\n\n", text, notes, "empty").strip("\n")


def _line(line: str, place: int, notes: Notes) -> str:
    if "\t" in line.strip():
        # A leading tab is an empty first cell.
        return line.lstrip(" \u3000")
    stripped = line.lstrip(" \t\u3000")
    if stripped != line:
        notes.add("indents", line=place, sample=stripped)
    if stripped.count(" ") * 2 >= len(stripped) - 2 and len(stripped) > SPREAD:
        notes.add("blanks", line=place, sample=stripped, times=stripped.count(" "))
        return stripped.replace(" ", "")
    if not SENTENCE.search(stripped):
        return stripped
    closed, times = INNER.subn("", stripped)
    if times:
        notes.add("blanks", line=place, sample=stripped, times=times)
    return closed


def _replace(pattern: re.Pattern[str], by: str, text: str, notes: Notes, what: str) -> str:
    first = pattern.search(text)
    if first is None:
        return text
    changed, times = pattern.subn(by, text)
    if what:
        notes.add(what, line=line_of(text, first.start()), times=times)
    return changed
