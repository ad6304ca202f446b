"""Word documents (.docx) as title and plain text."""

from dataclasses import dataclass, field

from lxml import etree

from qianliyan.text.importers.docx_numbering import Numbering, read_numbering
from qianliyan.text.importers.docx_package import WordParts, open_word
from qianliyan.text.importers.docx_styles import Style, read_styles, style_with, whole
from qianliyan.text.importers.docx_text import Words
from qianliyan.text.importers.imported import Imported, Notes
from qianliyan.text.importers.titling import Line, with_title
from qianliyan.text.importers.xml import attribute, child, local

# A title stands in 22 point (二号) in official papers, headings in 16; Word counts half points.
LARGE = 36


def read_docx(content: bytes) -> Imported:
    """Read a Word document; refuse it when it is damaged, locked or carries macros."""
    parts = open_word(content)
    notes = Notes()
    if parts.headers:
        notes.add("header", times=parts.headers)
    body = child(parts.document, "body")
    reader = _Reader(parts, read_styles(parts.styles), read_numbering(parts.numbering), Words(notes))
    if body is not None:
        reader.blocks(body)
    reader.append_footnotes()
    return with_title(reader.lines, "docx", notes)


@dataclass
class _Reader:
    parts: WordParts
    styles: dict[str, Style]
    numbering: Numbering
    words: Words
    lines: list[Line] = field(default_factory=list)

    def blocks(self, container: etree._Element) -> None:
        """Read paragraphs and tables in their order, through content controls and changes."""
        for element in container:
            name = local(element)
            if name == "p":
                self._paragraph(element)
            elif name == "tbl":
                self._table(element)
            elif name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "AlternateContent", "Choice"):
                self.blocks(element)

    def append_footnotes(self) -> None:
        """Put the footnotes after the text, each as a line of its own."""
        for place, (kind, identifier) in enumerate(self.words.footnotes, start=1):
            root = self.parts.footnotes if kind == "footnote" else self.parts.endnotes
            found = next((note for note in (() if root is None else root) if attribute(note, "id") == identifier), None)
            text = "" if found is None else "".join(self.words.of(par).strip() for par in found)
            self._add(f"［注{place}］{text}", Style())
            self.words.notes.add("footnote", line=len(self.lines), sample=text)

    def _paragraph(self, element: etree._Element) -> None:
        self.words.line = len(self.lines) + 1
        style = self._style(element)
        text = self.words.of(element)
        boxes, self.words.boxes = self.words.boxes, []
        if style.is_contents:
            self.words.notes.add("contents", line=self.words.line, sample=text)
        else:
            for part in (self._label(style, text) + text.strip()).split("\n"):
                self._add(part, style)
        for box in boxes:
            self.blocks(box)

    def _label(self, style: Style, text: str) -> str:
        if style.numbering in (None, "0") or not text.strip():
            return ""
        label, bullet = self.numbering.label(style.numbering or "", style.level or 0)
        if bullet or label:
            self.words.notes.add("bullet" if bullet else "numbering", line=self.words.line, sample=label + text)
        return label

    def _style(self, element: etree._Element) -> Style:
        properties = child(element, "pPr")
        identifier = attribute(child(properties, "pStyle"), "val") or ""
        style = self.styles.get(identifier, self.styles[""])
        runs = (below for below in element.iter() if local(below) == "r")
        return style_with(style, properties, child(next(runs, None), "rPr"))

    def _add(self, text: str, style: Style) -> None:
        text = text.strip(" \t\u3000\xa0")
        if text:
            self.lines.append(Line(text, title=style.is_title, centred=style.centred, large=style.size >= LARGE))

    def _table(self, table: etree._Element) -> None:
        rows = [list(_below(row, "tc")) for row in _below(table, "tr")]
        if len(rows) == 1 and len(rows[0]) == 1:
            # A frame round a paragraph is drawn as a table of one cell.
            self.blocks(rows[0][0])
            return
        self.words.line = len(self.lines) + 1
        self.words.notes.add("table", line=self.words.line)
        for row in rows:
            cells = [cell for element in row for cell in self._cell(element)]
            if any(cells):
                self.lines.append(Line("\t".join(cells)))
        self.lines.append(Line(""))

    def _cell(self, element: etree._Element) -> list[str]:
        properties = child(element, "tcPr")
        covered = child(properties, "vMerge") is not None and attribute(child(properties, "vMerge"), "val") != "restart"
        span = min(63, max(1, whole(attribute(child(properties, "gridSpan"), "val") or "1")))
        paragraphs = (self.words.of(par) for par in element.iter() if local(par) == "p")
        text = "" if covered else " ".join(" ".join(paragraphs).split())
        self.words.boxes.clear()
        return [text] + [""] * (span - 1)


def _below(element: etree._Element, name: str) -> list[etree._Element]:
    found: list[etree._Element] = []
    for below in element:
        if local(below) == name:
            found.append(below)
        elif local(below) in ("sdt", "sdtContent", "ins", "customXml", "moveTo"):
            found.extend(_below(below, name))
    return found
