"""PDF files as title and plain text: lines are joined into paragraphs by their edges, page numbers dropped."""

import re
from collections import Counter
from statistics import median
from typing import NamedTuple

import pypdfium2

from qianliyan.text.importers.imported import Imported, Notes, Refused
from qianliyan.text.importers.titling import Line, with_title
from qianliyan.text.parsing.headings import marker_at

DAMAGED = "PDF文件已损坏，打不开。请重新导出后再上传。"
LOCKED = "PDF文件设有密码，读不出来。请取消密码后再上传。"
LONG = "PDF文件超过300页，不像一篇信息。请截取需要的部分再上传。"
MOST_PAGES = 300
PAGE_NUMBER = re.compile(r"[-—–－\s]*(?:第\s*)?\d{1,3}(?:\s*页)?(?:\s*/\s*\d{1,3})?[-—–－\s]*")
# Typesetting puts a little room between Han characters and figures; in the text there is none.
BLANK = re.compile(r"(?<=[\u2e80-\uffef]) +| +(?=[\u2e80-\uffef])")


class Placed(NamedTuple):
    """A line with its left and right edge on the page, in points."""

    text: str
    left: float
    right: float


def read_pdf(content: bytes) -> Imported:
    """Read a PDF file; refuse one that is locked, damaged or a scan."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise Refused(*(("encrypted", LOCKED) if "password" in str(error).lower() else ("damaged", DAMAGED))) from error
    notes = Notes()
    try:
        if len(document) > MOST_PAGES:
            raise Refused("too-long", LONG)
        pages = [_page(document, number) for number in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise Refused("damaged", DAMAGED) from error
    finally:
        document.close()
    paragraphs = _paragraphs(_without_running_heads(pages, notes), notes)
    return with_title([Line(line) for line in paragraphs], "pdf", notes)


def _page(document: pypdfium2.PdfDocument, number: int) -> list[Placed]:
    """Return the lines of a page with their edges."""
    page = document[number]
    words = page.get_textpage()
    try:
        text = words.get_text_range()
        found = [_placed(words, *match.span(), match.group()) for match in re.finditer(r"[^\r\n]+", text)]
    finally:
        words.close()
        page.close()
    return [line for line in found if line.text]


def _placed(words: pypdfium2.PdfTextPage, start: int, end: int, text: str) -> Placed:
    stripped = text.strip()
    first = start + len(text) - len(text.lstrip())
    last = end - 1 - (len(text) - len(text.rstrip()))
    try:
        return Placed(BLANK.sub("", stripped), float(words.get_charbox(first)[0]), float(words.get_charbox(last)[2]))
    except (pypdfium2.PdfiumError, ValueError, IndexError):
        return Placed(stripped, 0.0, 0.0)


def _paragraphs(pages: list[list[Placed]], notes: Notes) -> list[str]:
    """Join lines that fill the measure with the next one that is not set in, over page breaks too."""
    lines = [line for page in pages for line in page]
    if not lines:
        return []
    lefts = Counter(round(line.left) for line in lines)
    left = min((place for place, count in lefts.items() if count > 1), default=min(lefts))
    right = max(line.right for line in lines)
    size = median((line.right - line.left) / max(1.0, _width(line.text)) for line in lines)
    joined: list[str] = []
    full = False
    for line in lines:
        set_in = line.left - left > size
        if joined and full and not set_in and not (marker_at(line.text) and joined[-1][-1] in "。；："):
            notes.add("joined", sample=joined[-1][-10:] + line.text[:10])
            joined[-1] = _together(joined[-1], line.text)
        else:
            joined.append(line.text)
        full = line.right > right - 1.6 * size
    return joined


def _width(text: str) -> float:
    """Count characters, Latin ones by half."""
    return sum(1.0 if sign > "\u2e80" else 0.5 for sign in text)


def _together(before: str, after: str) -> str:
    latin = before[-1].isascii() and before[-1].isalpha() and after[0].isascii() and after[0].isalpha()
    return f"{before} {after}" if latin else before + after


def _without_running_heads(pages: list[list[Placed]], notes: Notes) -> list[list[Placed]]:
    """Drop page numbers, and lines that stand first or last on most pages."""
    edges = Counter(text for page in pages for text in {line.text for line in (*page[:1], *page[-1:])})
    repeated = {text for text, count in edges.items() if count > 2 and count * 2 > len(pages)}
    cleaned = []
    for page in pages:
        last = len(page) - 1
        kept = [line for place, line in enumerate(page) if place not in (0, last) or not _runs(line.text, repeated)]
        if len(kept) < len(page):
            notes.add("pages", times=len(page) - len(kept))
        cleaned.append(kept)
    return cleaned


def _runs(line: str, repeated: set[str]) -> bool:
    return line in repeated or PAGE_NUMBER.fullmatch(line) is not None
