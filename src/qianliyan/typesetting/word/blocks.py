"""Set the blocks of a paper, one after another, into the body of a DOCX."""

import io
from typing import Any

from docx.oxml.ns import qn
from docx.shared import Mm

from qianliyan.typesetting.paper import (
    Bars,
    Block,
    CopyBreak,
    Foot,
    Gap,
    Grid,
    Line,
    PageBreak,
    Pair,
    Paper,
    Picture,
    Rule,
    Run,
)
from qianliyan.typesetting.word import tables
from qianliyan.typesetting.word.styles import Styles
from qianliyan.typesetting.word.tail import tail
from qianliyan.typesetting.word.xml import element, field, mm, text_run, twips

BORDERS = {"single": "single", "thick-thin": "thickThinSmallGap", "thin-thick": "thinThickSmallGap"}


class Body:
    """Writes into an open document and remembers what only concerns the next paragraph."""

    def __init__(self, document: Any, paper: Paper, styles: Styles) -> None:
        """Start at the end of an empty body."""
        self.document, self.paper, self.styles = document, paper, styles
        self.body = document.element.body
        page = paper.layout["page"]
        self.pitch = page["pitch"]
        self.width = page["width"] - page["left"] - page["right"]
        self.room = 0.0
        self.behind = 0.0
        self.places = 0

    def write(self, block: Block) -> None:
        """Set one block."""
        if isinstance(block, Gap):
            # As in print, a gap takes the place of the room that styles leave, it does not add to it.
            self.room = max(block.lines * self.pitch - self.behind, self.room)
        elif isinstance(block, Line):
            self.line(block)
        elif isinstance(block, Pair):
            self.pair(block)
        elif isinstance(block, Rule):
            self.rule(block)
        else:
            self.large(block)

    def large(self, block: Grid | Bars | Foot | Picture | PageBreak | CopyBreak) -> None:
        """Set tables, the tail, pictures and page breaks."""
        if isinstance(block, Grid):
            self.table(tables.grid(block, self.styles))
        elif isinstance(block, Bars):
            self.table(tables.bars(block, self.styles, self.width))
        elif isinstance(block, Foot):
            self.append(tail(block, self.styles, self.width))
            self.append(tables.tiny())
        elif isinstance(block, Picture):
            self.picture(block)
        else:
            self.append(element("p", element("pPr", element("pageBreakBefore"), tables.exact(1))))

    def table(self, made: Any) -> None:
        """Put a table with the room before it and the paragraph that Word wants behind it."""
        self.spacer()
        self.append(made)
        self.append(tables.tiny())

    def append(self, made: Any) -> None:
        """Put an element before the section's own properties, which stay last."""
        self.body.insert(len(self.body) - 1, made)

    def paragraph(self, style: str, *children: Any, level: int = 0, keep: bool = False, tabs: Any = None) -> Any:
        """Start a paragraph, spending the room that a gap left over."""
        look = self.styles.looks[style]
        spacing = None
        if self.room:
            values = self.styles.spacing(look, self.pitch)
            spacing = element("spacing", **{**values, "before": twips(max(look["before"] * self.pitch, self.room))})
            self.room = 0.0
        self.behind = look["after"] * self.pitch
        properties = element("pPr", element("pStyle", val=self.styles.of(style, level)))
        properties.extend(part for part in (element("keepNext") if keep else None, tabs, spacing) if part is not None)
        made = element("p", properties, *children)
        self.append(made)
        return made

    def line(self, block: Line) -> None:
        """Set a paragraph with its typefaces, its place and its link."""
        runs = [self.run(block.style, run) for run in block.runs if run != Run()]
        if block.to:
            runs = [element("hyperlink", *runs, anchor=block.to, history=1)]
        tabs = self.leader(block.style) if any(run.fill for run in block.runs) else None
        made = self.paragraph(block.style, *runs, level=block.level, keep=block.keep, tabs=tabs)
        self.place(made, block)

    def leader(self, style: str) -> Any:
        """Lead to the right edge with dots."""
        look = self.styles.looks[style]
        stop = mm(self.width) - twips(look["right"] * look["size"])
        return element("tabs", element("tab", val="right", leader="dot", pos=stop))

    def place(self, made: Any, block: Line | Pair) -> None:
        """Mark a place that contents and index lead to."""
        if block.name:
            self.places += 1
            made.insert(1, element("bookmarkStart", id=self.places, name=block.name))
            made.append(element("bookmarkEnd", id=self.places))

    def run(self, style: str, run: Run) -> Any:
        """Set a stretch of text; only what differs from the style is written."""
        look = self.styles.looks[style]
        properties = self.styles.run(look, run.role, bold=run.bold) if run.role or run.bold else None
        if run.fill:
            return element("r", element("tab"))
        if run.page_of:
            return field(f"PAGEREF {run.page_of} \\h", properties)
        return text_run(run.text, properties)

    def pair(self, block: Pair) -> None:
        """Set two texts with a right tab between them."""
        look = self.styles.looks[block.style]
        stop = mm(self.width) - twips(look["right"] * look["size"])
        tabs = element("tabs", element("tab", val="right", pos=stop))
        runs = [text_run(block.left), element("r", element("tab")), text_run(block.right)]
        self.place(self.paragraph(block.style, *runs, tabs=tabs), block)

    def rule(self, block: Rule) -> None:
        """Draw a rule as the lower border of an almost empty paragraph."""
        out = mm((self.width - block.width) / 2) if block.width else 0
        width = min(max(round(block.thickness * 72 / 25.4 * 8), 2), 96)
        border = element("bottom", val=BORDERS[block.kind], sz=width, space=0, color=block.colour.lstrip("#").upper())
        before = twips(block.before * self.pitch + self.room)
        self.room, self.behind = 0.0, block.after * self.pitch
        spacing = element("spacing", before=before, after=twips(block.after * self.pitch), line=20, lineRule="exact")
        indents = element("ind", left=out, right=out, firstLine=0)
        self.append(element("p", element("pPr", element("pBdr", border), spacing, indents)))

    def spacer(self) -> None:
        """Leave the room of a gap before a table."""
        if self.room:
            self.append(element("p", element("pPr", tables.exact(self.room))))
            self.room = 0.0

    def picture(self, block: Picture) -> None:
        """Set the masthead's picture, to the page's edges if it bleeds."""
        paragraph = self.document.add_paragraph()
        paragraph.add_run().add_picture(io.BytesIO(block.data), Mm(block.width), Mm(block.height))
        out = -mm(self.paper.layout["page"]["left"]) if block.bleed else 0
        right = -mm(self.paper.layout["page"]["right"]) if block.bleed else 0
        properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 — python-docx has no public way to its XML
        properties.append(element("spacing", before=0, after=0, line=240, lineRule="auto"))
        properties.append(element("ind", left=out, right=right, firstLine=0))
        for words in paragraph._p.iter(qn("wp:docPr")):  # noqa: SLF001 — as above
            words.set("descr", block.alt)
