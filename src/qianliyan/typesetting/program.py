"""Write a paper as the data that `bulletin.typ` sets; text travels as JSON strings and can never become markup."""

import json
from typing import Any

from qianliyan.typesetting.characters import Setter
from qianliyan.typesetting.fonts import ROLES, Fonts
from qianliyan.typesetting.paper import (
    Bars,
    Block,
    CopyBreak,
    Foot,
    Gap,
    Grid,
    Line,
    Pair,
    Paper,
    Picture,
    Rule,
    Run,
)

# PDF/A wants a date; a paper without one still gets the same bytes each time.
NO_DATE = (2000, 1, 1)


def program(paper: Paper, fonts: Fonts) -> tuple[str, tuple[str, ...]]:
    """Give the JSON for the typesetter and the notices about characters."""
    setter = Setter(fonts)
    writer = Writer(paper.layout["styles"], setter)
    layout = paper.layout
    data = {
        "title": setter.clean(paper.title, "song"),
        "author": setter.clean(paper.author, "song"),
        "date": paper.date or NO_DATE,
        "page": layout["page"],
        "characters": layout["characters"],
        "numbers": layout["numbers"],
        "rules": layout["rules"],
        "foot_rule": layout["foot_rule"],
        "styles": layout["styles"],
        "families": {role: fonts.chain(role) for role in ROLES},
        "bold": {role: fonts.boldness(role) for role in ROLES},
        "watermark": setter.clean(paper.watermark, "hei"),
        "blocks": [writer.block(block) for block in paper.blocks],
    }
    return json.dumps(data, ensure_ascii=False), paper.notices + setter.notices()


class Writer:
    """Write one block after another."""

    def __init__(self, styles: dict[str, dict[str, Any]], setter: Setter) -> None:
        """Know the styles' typefaces, so that each character is looked up in the right font."""
        self.styles = styles
        self.setter = setter

    def text(self, text: str, style: str, role: str = "") -> str:
        """Clean a text for the typeface it will stand in."""
        return self.setter.clean(text, role or self.styles[style]["role"])

    def block(self, block: Block) -> dict[str, Any]:
        """Write any block."""
        if isinstance(block, Line):
            runs = [self.run(run, block.style) for run in block.runs if run != Run()]
            return {
                "t": "line",
                "style": block.style,
                "runs": runs,
                "level": block.level,
                "keep": block.keep,
                "to": block.to,
                "name": block.name,
            }
        if isinstance(block, Pair):
            left, right = self.text(block.left, block.style), self.text(block.right, block.style)
            return {"t": "pair", "style": block.style, "left": left, "right": right, "name": block.name}
        if isinstance(block, Rule):
            return {"t": "rule", **vars(block)}
        if isinstance(block, Gap):
            return {"t": "gap", "lines": block.lines, "keep": block.keep}
        return self.large(block)

    def run(self, run: Run, style: str) -> list[Any]:
        """Write a stretch of text, a page number or dots."""
        return [self.text(run.text, style, run.role), run.role, run.bold, run.page_of, run.fill]

    def large(self, block: Block) -> dict[str, Any]:
        """Write tables, the tail, pictures and page breaks."""
        if isinstance(block, Grid):
            rows = [[self.cell(cell) for cell in row] for row in block.rows]
            return {"t": "grid", "widths": block.widths, "header": block.header, "rows": rows}
        if isinstance(block, Bars):
            bars = [[self.text(label, "cell"), self.text(shown, "cell"), share] for label, shown, share in block.rows]
            return {"t": "bars", "rows": bars, "colour": block.colour}
        if isinstance(block, Foot):
            rows_ = [[self.text(part, "tail") for part in (row.label, row.text, row.right)] for row in block.rows]
            return {"t": "foot", "readers": block.readers, "rows": rows_}
        if isinstance(block, Picture):
            return {"t": "picture", "file": block.name, **{k: v for k, v in vars(block).items() if k != "data"}}
        return {"t": "copy" if isinstance(block, CopyBreak) else "page"}

    def cell(self, cell: Any) -> dict[str, Any]:
        """Write one field of a table."""
        return {**vars(cell), "text": self.text(cell.text, cell.style), "foot": self.text(cell.foot, cell.style)}
