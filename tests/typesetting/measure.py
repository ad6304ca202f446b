"""Measure finished PDFs: where each character stands, in millimetres from the upper left corner."""

import re
from dataclasses import dataclass

import pypdfium2

MM = 25.4 / 72


@dataclass(frozen=True)
class Mark:
    """One printed character: left, top, right and bottom edge of its own box."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def pages(pdf: bytes) -> list[list[Mark]]:
    """List the visible characters of every page."""
    document = pypdfium2.PdfDocument(pdf)
    result = []
    for page in document:
        height = page.get_height()
        text = page.get_textpage()
        marks = []
        for index in range(text.count_chars()):
            character = text.get_text_range(index, 1)
            if character.strip():
                left, bottom, right, top = text.get_charbox(index, loose=True)
                marks.append(Mark(character, left * MM, (height - top) * MM, right * MM, (height - bottom) * MM))
        result.append(marks)
    document.close()
    return result


def lines(marks: list[Mark]) -> list[list[Mark]]:
    """Group characters by the line they stand on; boxes of one line differ by less than a millimetre."""
    rows: list[list[Mark]] = []
    for mark in marks:
        if rows and abs(rows[-1][0].top - mark.top) < 2:
            rows[-1].append(mark)
        else:
            rows.append([mark])
    return rows


def words(pdf: bytes) -> str:
    """Give all text without blanks, and without the page numbers."""
    document = pypdfium2.PdfDocument(pdf)
    parts = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return "".join(re.sub(r"— \d+ —\s*$", "", part) for part in parts)


def bare(text: str) -> str:
    """Take all blanks out, as line breaks fall where they may."""
    return re.sub(r"\s", "", text)
