"""Old Word documents and WPS texts (.doc, .wps) as title and plain text.

[MS-DOC] 2.4.1: the text lies in pieces, listed in the table stream. Formatting is not read, so automatic list numbers
and tracked deletions cannot be told; the report says so.
"""

import re
import struct
from dataclasses import replace

from qianliyan.text.importers.compound import DAMAGED, Compound
from qianliyan.text.importers.imported import Imported, Notes, Refused, Removal
from qianliyan.text.importers.titling import Line, with_title

LOCKED = "文件设有密码，读不出来。请取消密码后再上传。"
UNSEEN = Removal("旧版文档中由软件自动生成的编号、未接受的修订读不出来，请核对；最好另存为“.docx”再上传")
MAGIC = 0xA5EC
# Codes between 0x13 and 0x14 are the field's instruction, what follows up to 0x15 is its text.
FIELD = re.compile("\x13[^\x13\x14\x15]*(?:\x14|(?=\x15))|\x15")
PICTURE = re.compile("[\x01\x08]")
MARKS = str.maketrans({"\x0b": "\n", "\x0c": "\n", "\r": "\n", "\x1e": "-", "\x1f": None, "\x02": None, "\x05": None})


def read_doc(content: bytes) -> Imported:
    """Read an old Word document; refuse it when it is locked or damaged."""
    try:
        text, footnotes = _text(Compound(content))
    except (struct.error, IndexError) as error:
        raise Refused("damaged", DAMAGED) from error
    notes = Notes()
    lines = [Line(line) for line in _lines(text, notes)]
    for place, footnote in enumerate(_lines(footnotes, notes), start=1):
        notes.add("footnote", line=len(lines) + 1, sample=footnote)
        lines.append(Line(f"［注{place}］{footnote}"))
    imported = with_title(lines, "doc", notes)
    return replace(imported, removed=(*imported.removed, UNSEEN))


def _text(file: Compound) -> tuple[str, str]:
    document = file.stream("WordDocument")
    magic, flags = struct.unpack_from("<H", document, 0)[0], struct.unpack_from("<H", document, 10)[0]
    if magic != MAGIC:
        raise Refused("unsupported", "这是Word 95或更早的文档。请另存为“.docx”再上传。")
    if flags & 0x0100:
        raise Refused("encrypted", LOCKED)
    table = file.stream("1Table" if flags & 0x0200 else "0Table")
    main, notes = struct.unpack_from("<II", document, 0x4C)
    start, size = struct.unpack_from("<II", document, 0x01A2)
    whole = _pieces(document, table[start : start + size])
    return whole[:main], whole[main : main + notes]


def _pieces(document: bytes, list_of_pieces: bytes) -> str:
    place = 0
    while list_of_pieces[place] == 1:
        place += 3 + struct.unpack_from("<H", list_of_pieces, place + 1)[0]
    size = struct.unpack_from("<I", list_of_pieces, place + 1)[0]
    plan = list_of_pieces[place + 5 : place + 5 + size]
    count = (len(plan) - 4) // 12
    ends = struct.unpack_from(f"<{count + 1}I", plan, 0)
    texts = []
    for number in range(count):
        where = struct.unpack_from("<I", plan, 4 * (count + 1) + 8 * number + 2)[0]
        length = max(0, ends[number + 1] - ends[number])
        texts.append(_piece(document, where, length))
    return "".join(texts)


def _piece(document: bytes, where: int, length: int) -> str:
    """Decode one piece: a set bit 30 says one byte a character, at half the given place."""
    if where & 0x40000000:
        start = (where & 0x3FFFFFFF) // 2
        return document[start : start + length].decode("cp1252", "replace")
    return document[where : where + 2 * length].decode("utf-16-le", "replace")


def _lines(text: str, notes: Notes) -> list[str]:
    pictures = len(PICTURE.findall(text))
    if pictures:
        notes.add("image", times=pictures)
    text = FIELD.sub("", FIELD.sub("", PICTURE.sub("", text)))
    return [line for paragraph in _paragraphs(text, notes) for line in _plain(paragraph)]


def _paragraphs(text: str, notes: Notes) -> list[str]:
    """Cut at paragraph marks outside tables; a cell ends in the bell sign, a row in one more."""
    found: list[str] = []
    tables = False
    for stretch in re.split("(?<=\x07\x07)", text):
        before, cells = _cells(stretch)
        found.extend(before)
        if cells:
            tables = True
            found.append("\t".join(" ".join(cell.split()) for cell in cells))
    if tables:
        notes.add("table")
    return found


def _cells(stretch: str) -> tuple[list[str], list[str]]:
    """Split what ends in a row's end into the paragraphs before the row and the cells of it."""
    if not stretch.endswith("\x07\x07"):
        return re.split("[\r\x07]", stretch), []
    first, *others = stretch[:-2].split("\x07")
    *before, cell = first.split("\r")
    return before, [cell, *others]


def _plain(paragraph: str) -> list[str]:
    lines = (line.strip(" \u3000") for line in paragraph.translate(MARKS).split("\n"))
    return [line for line in lines if line]
