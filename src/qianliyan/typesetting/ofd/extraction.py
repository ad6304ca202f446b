"""Read glyphs, rules and pictures off a finished PDF; pdfium serves one thread at a time."""

import ctypes
import threading
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from qianliyan.typesetting.ofd.marks import Colour, Glyph, Matrix, Page, Words
from qianliyan.typesetting.ofd.shapes import images, shapes

MM = 25.4 / 72
LOCK = threading.Lock()
FILL_AND_STROKE = 2
HIGH, LOW = ("\ud800", "\udbff"), ("\udc00", "\udfff")
Character = tuple[tuple[Any, ...], Glyph]


def pages(pdf: bytes) -> list[Page]:
    """List what every page carries."""
    with LOCK:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return [page(one) for one in document]
        finally:
            document.close()


def page(given: Any) -> Page:
    """Read one page."""
    width, height = given.get_size()
    items = list(given.get_objects())
    text = given.get_textpage()
    found = tuple(words(text, height))
    text.close()
    return Page(width * MM, height * MM, images(items, height), shapes(items, height), found)


def words(text: Any, height: float) -> Iterator[Words]:
    """Join characters that follow one another in one font on one line."""
    read = [one for index in range(text.count_chars()) if (one := character(text.raw, index, height))]
    for (_, font, size, colour, stroke, turn, _), group in groupby(whole(read), key=lambda one: one[0]):
        glyphs = tuple(glyph for _, glyph in group)
        yield Words(font, size, colour, glyphs, stroke, turn)


def whole(read: list[Character]) -> Iterator[Character]:
    """Put together what pdfium gives in two halves: a character outside the basic plane is a surrogate pair there."""
    first: Character | None = None
    for key, glyph in read:
        if HIGH[0] <= glyph.text <= HIGH[1]:
            first = (key, glyph)
        elif LOW[0] <= glyph.text <= LOW[1]:
            if first is not None:
                both = (first[1].text + glyph.text).encode("utf-16", "surrogatepass").decode("utf-16")
                yield first[0], replace(first[1], text=both)
            first = None
        else:
            yield key, glyph


def character(text: Any, index: int, height: float) -> Character | None:
    """Read one character with all that must be equal to stand in one run; pdfium's own blanks are left out."""
    if pdfium.FPDFText_IsGenerated(text, index) == 1:
        return None
    x, y, matrix = ctypes.c_double(), ctypes.c_double(), pdfium.FS_MATRIX()
    pdfium.FPDFText_GetCharOrigin(text, index, x, y)
    pdfium.FPDFText_GetMatrix(text, index, matrix)
    owner = pdfium.FPDFText_GetTextObject(text, index)
    size = round(pdfium.FPDFText_GetFontSize(text, index) * MM, 4)
    # PDF's y runs upwards and OFD's downwards, so a turn changes its sense.
    turn: Matrix = (round(matrix.a, 5), round(-matrix.b, 5), round(-matrix.c, 5), round(matrix.d, 5))
    glyph = Glyph(chr(pdfium.FPDFText_GetUnicode(text, index)), x.value * MM, (height - y.value) * MM)
    line = round(glyph.y, 2) if turn == (1, 0, 0, 1) else 0
    address = ctypes.cast(owner, ctypes.c_void_p).value
    return (address, font(text, index), size, colour(text, index), stroke(owner), turn, line), glyph


def font(text: Any, index: int) -> str:
    """Name the font as its file does, without the mark of the subset."""
    name, flags = ctypes.create_string_buffer(256), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, index, name, 256, flags)
    return name.value.decode("utf-8", "replace").rpartition("+")[2]


def colour(text: Any, index: int) -> Colour:
    """Read the colour a character is filled with."""
    parts = [ctypes.c_uint() for _ in range(4)]
    pdfium.FPDFText_GetFillColor(text, index, *parts)
    red, green, blue, _ = (part.value for part in parts)
    return red, green, blue


def stroke(owner: Any) -> float:
    """Give the width of the stroke that makes a font without a bold face heavier."""
    if pdfium.FPDFTextObj_GetTextRenderMode(owner) != FILL_AND_STROKE:
        return 0
    width = ctypes.c_float()
    pdfium.FPDFPageObj_GetStrokeWidth(owner, width)
    return round(width.value * MM, 4)
