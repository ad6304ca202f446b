"""Every style of a layout as a paragraph style of the file, headings as Word's own headings."""

import math
from collections.abc import Mapping
from typing import Any

from docx.oxml.ns import qn

from qianliyan.typesetting.paper import Line, Paper
from qianliyan.typesetting.word.xml import element, twips

Look = Mapping[str, Any]
SIDES = {"left": "left", "center": "center", "right": "right", "justify": "both", "distribute": "distribute"}
LAST_HEADING = 9


class Styles:
    """Defines the styles a paper needs in an open document and names them by use."""

    def __init__(self, document: Any, paper: Paper) -> None:
        """Write the defaults and every used style."""
        self.paper = paper
        self.looks: Mapping[str, Look] = paper.layout["styles"]
        self.fonts: Mapping[str, str] = paper.layout["word_fonts"]
        self.sheet = document.styles.element
        self.headings: dict[int, str] = {}
        self.defaults()
        self.define("Normal", "Normal", self.looks["body"], indent=False)
        for name, look in self.looks.items():
            self.define(f"Official{name.title().replace('_', '')}", f"公文 {name}", look)
        self.define_headings()

    def of(self, style: str, level: int = 0) -> str:
        """Give the id of the style for a layout style, at a heading level or none."""
        if self.headings.get(level) == style:
            return f"Heading{level - 1}"
        return f"Official{style.title().replace('_', '')}"

    def define_headings(self) -> None:
        """Give each heading level its first layout style as Word's heading; level 1 is the paper's own name."""
        for block in self.paper.blocks:
            if isinstance(block, Line) and 1 < block.level <= LAST_HEADING + 1:
                self.headings.setdefault(block.level, block.style)
        for level, style in self.headings.items():
            self.define(f"Heading{level - 1}", f"heading {level - 1}", self.looks[style], outline=level - 2)

    def define(self, identity: str, name: str, look: Look, *, outline: int | None = None, indent: bool = True) -> None:
        """Replace or add one paragraph style."""
        for present in self.sheet.findall(qn("w:style")):
            if present.get(qn("w:styleId")) == identity:
                self.sheet.remove(present)
        based = None if identity == "Normal" else element("basedOn", val="Normal")
        made = element("style", element("name", val=name), based, type="paragraph", styleId=identity)
        if identity == "Normal":
            made.set(qn("w:default"), "1")
        if outline is not None:
            made.append(element("next", val="OfficialBody"))
        made.extend([element("qFormat"), self.paragraph(look, outline, indent=indent), self.run(look)])
        self.sheet.append(made)

    def paragraph(self, look: Look, outline: int | None, *, indent: bool) -> Any:
        """Write the paragraph side of a style: exact pitch, indents in characters, Chinese line breaking."""
        pitch = self.paper.layout["page"]["pitch"]
        indents = self.indents(look) if indent else None
        return element(
            "pPr",
            element("keepNext") if outline is not None else None,
            element("widowControl", val=0),
            element("kinsoku"),
            element("overflowPunct"),
            element("autoSpaceDE", val=0),
            element("autoSpaceDN", val=0),
            element("adjustRightInd", val=0),
            element("snapToGrid", val=0),
            element("spacing", **self.spacing(look, pitch)),
            indents,
            element("jc", val=SIDES[look["align"]]),
            element("outlineLvl", val=outline) if outline is not None else None,
        )

    def spacing(self, look: Look, pitch: float) -> dict[str, object]:
        """Say the exact height of a line and the room around the paragraph."""
        before, after = twips(look["before"] * pitch), twips(look["after"] * pitch)
        return {"before": before, "after": after, "line": twips(look["pitch"] or pitch), "lineRule": "exact"}

    def indents(self, look: Look) -> Any:
        """Indent by characters, as Chinese Word does, with the same in twips for other readers."""
        size = look["size"]
        attributes: dict[str, object] = {}
        for name, count in (("left", look["left"]), ("right", look["right"]), ("firstLine", look["indent"])):
            if count:
                attributes |= {f"{name}Chars": round(count * 100), name: twips(count * size)}
        return element("ind", **attributes) if attributes else None

    def run(self, look: Look, role: str = "", *, bold: bool = False) -> Any:
        """Write the character side: one font for all scripts, so that quotes and dashes stay Chinese."""
        role = role or look["role"]
        font = self.fonts[role]
        heavy = (bold or look["bold"]) and role != "title"
        return element(
            "rPr",
            element("rFonts", hint="eastAsia", ascii=font, hAnsi=font, eastAsia=font, cs=font),
            element("b") if heavy else None,
            element("color", val=look["colour"].lstrip("#").upper()),
            element("spacing", val=spread) if (spread := self.spread(look)) else None,
            element("sz", val=round(look["size"] * 2)),
            element("szCs", val=round(look["size"] * 2)),
        )

    def spread(self, look: Look) -> int:
        """Give the room between characters in twips, rounded down, or 28 characters would not fit on a line.

        The section declares the character grid of the norm, but LibreOffice gives a character wider than its cell
        two cells; so the styles leave the grid and carry the room themselves.
        """
        if look["spread"]:
            return twips(look["spread"] * look["size"])
        characters = self.paper.layout["characters"]
        tracking: float = characters["tracking"] * look["size"] / characters["size"]
        return math.floor(tracking * 20)

    def defaults(self) -> None:
        """Replace the theme's Western fonts and languages of the empty file."""
        present = self.sheet.find(qn("w:docDefaults"))
        plain = self.run(self.looks["body"])
        plain.append(element("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA"))
        made = element("docDefaults", element("rPrDefault", plain), element("pPrDefault"))
        self.sheet.replace(present, made)
