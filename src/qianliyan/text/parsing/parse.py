"""From plain text to a document."""

import re

from qianliyan.text.parsing.document import Block, Document, Kind
from qianliyan.text.parsing.headings import Marker, doubtful_marker, marker_at
from qianliyan.text.parsing.sentences import sentences_in, trimmed
from qianliyan.text.parsing.spans import NOWHERE, Span
from qianliyan.text.parsing.titles import could_be_title

LONGEST_HEADING = 50
LONGEST_RUN_IN = 40
LONGEST_SIGNATURE = 40
LONGEST_POINTED = 36
LINE = re.compile(r"[^\n]+")
DATE_LINE = re.compile(
    r"(?:\d{4}|[〇○零一二三四五六七八九]{4})年(?:\d{1,2}|[一二三四五六七八九十]{1,3})月"
    r"(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})日)?"
)
CREDIT = re.compile(
    r"[（(]?(?:供稿|撰稿|执笔|作者|报送|联系|核稿|审核|签发|信息员|责任编辑|责编)(?:单位|人|员)?[：:][^。]{0,60}[）)]?"
)
# A sentence that opens a text without a title.
OPENS_PROSE = re.compile(r"现将|根据|按照|为|据|近|今|日前|截至|目前|当前|\d|我|经|各")
SENTENCE_SIGNS = "。；！？：，;!?:,"


def parse(text: str, *, title: str | None = None) -> Document:
    """Parse a text; without `title`, its first line is the title if it can be one."""
    lines = _lines(text)
    found = _title_of(text, lines) if title is None else None
    name = title if title is not None else found.of(text) if found else ""
    return _document(text, lines if found is None else lines[1:], name, found)


def parse_apart(title: str, body: str) -> Document:
    """Parse a title and a body that were given apart, as one text with a line break between them."""
    line = re.sub(r"[\n\r]", " ", title)
    text = f"{line}\n{body}"
    span = trimmed(line, 0, len(line))
    lines = [line for line in _lines(text) if line.start >= len(title)]
    return _document(text, lines, title, span if span.start < span.end else None)


def _lines(text: str) -> list[Span]:
    lines = (trimmed(text, *match.span()) for match in LINE.finditer(text))
    return [line for line in lines if line.start < line.end]


def _document(text: str, lines: list[Span], name: str, found: Span | None) -> Document:
    closing = _closing(text, lines)
    blocks = _blocks(text, lines[: len(lines) - len(closing)]) + closing
    return Document(text, name.strip(), found, tuple(blocks))


def _title_of(text: str, lines: list[Span]) -> Span | None:
    if len(lines) >= 2 and (could_be_title(lines[0].of(text)) or _ends_wrongly(lines[0].of(text), lines[1].of(text))):
        return lines[0]
    return None


def _ends_wrongly(first: str, second: str) -> bool:
    """Tell whether the first line is a title that ends in a stray full stop: short, before a much longer paragraph."""
    short = len(first) <= LONGEST_POINTED and first[-1] in "。；，、" and could_be_title(first[:-1])
    names = not OPENS_PROSE.match(first) and "，" not in first[:-1] and marker_at(second) is None
    return short and len(second) >= (max(24, 3 * len(first) // 2) if names else max(40, 2 * len(first)))


def _blocks(text: str, lines: list[Span]) -> list[Block]:
    blocks: list[Block] = []
    table: list[Span] = []
    for place, line in enumerate(lines):
        if "\t" in line.of(text):
            if table and text.count("\n", table[-1].end, line.start) > 1:
                blocks.append(_table(text, table))
                table = []
            table.append(line)
            continue
        if table:
            blocks.append(_table(text, table))
            table = []
        blocks.append(_line(text, line, _marker(text, lines, place), first=not blocks))
    return [*blocks, _table(text, table)] if table else blocks


def _table(text: str, lines: list[Span]) -> Block:
    rows = []
    for line in lines:
        cells, start = [], line.start
        for cell in line.of(text).split("\t"):
            cells.append(trimmed(text, start, start + len(cell)))
            start += len(cell) + 1
        rows.append(tuple(cells))
    return Block(Kind.TABLE, Span(lines[0].start, lines[-1].end), rows=tuple(rows))


def _marker(text: str, lines: list[Span], place: int) -> Marker | None:
    words = lines[place].of(text)
    before = lines[place - 1].of(text) if place else ""
    after = lines[place + 1].of(text) if place + 1 < len(lines) else ""
    return marker_at(words) or doubtful_marker(words, before, after)


def _line(text: str, line: Span, marker: Marker | None, *, first: bool) -> Block:
    words = line.of(text)
    if first and words.startswith("—") and len(words) <= LONGEST_HEADING:
        return Block(Kind.SUBTITLE, line)
    if marker is None:
        return Block(Kind.PARAGRAPH, line, sentences=tuple(sentences_in(text, *line)))
    number = Span(line.start, line.start + marker.length)
    standing = len(words) <= LONGEST_HEADING and not any(sign in words for sign in "。！？；")
    kind = Kind.HEADING if standing and words[-1] not in "，,;" else Kind.PARAGRAPH
    sentences = tuple(sentences_in(text, number.end, line.end)) if kind is Kind.PARAGRAPH else ()
    heading = line if kind is Kind.HEADING else _run_in(sentences)
    return Block(kind, line, marker.level, marker.number, number, heading, sentences)


def _run_in(sentences: tuple[Span, ...]) -> Span:
    """Return the first sentence of a numbered paragraph when it is a heading that runs in."""
    if len(sentences) > 1 and sentences[0].end - sentences[0].start <= LONGEST_RUN_IN:
        return sentences[0]
    return NOWHERE


def _closing(text: str, lines: list[Span]) -> list[Block]:
    """Take signature, date and credit lines from the end."""
    blocks: list[Block] = []
    place = len(lines) - 1
    while place > 0 and len(blocks) < 4:
        words = lines[place].of(text)
        dated = bool(blocks) and blocks[0].kind is Kind.DATE
        if DATE_LINE.fullmatch(words):
            kind = Kind.DATE
        elif CREDIT.fullmatch(words) or (dated and _is_signature(words)):
            kind = Kind.SIGNATURE
        else:
            break
        blocks.insert(0, Block(kind, lines[place]))
        place -= 1
    return blocks


def _is_signature(words: str) -> bool:
    short = len(words) <= LONGEST_SIGNATURE and "\t" not in words
    return short and not any(sign in words for sign in SENTENCE_SIGNS) and marker_at(words) is None
