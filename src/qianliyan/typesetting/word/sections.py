"""Page, grid, footers with page numbers, and the watermark."""

from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm

from qianliyan.typesetting.paper import Paper
from qianliyan.typesetting.word.styles import Styles
from qianliyan.typesetting.word.xml import element, field, mm, text_run, twips

SHAPE = (
    '<w:r {0} xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><w:pict>'
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
    'path="m@7,l@8,m@5,21600l@6,21600e"/><v:shape id="watermark" type="#_x0000_t136" '
    'style="position:absolute;width:380pt;height:120pt;rotation:315;z-index:-251658752;'
    "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
    'mso-position-vertical:center;mso-position-vertical-relative:margin" fillcolor="#d9d9d9" stroked="f">'
    '<v:textpath style="font-size:1pt" on="t"/></v:shape></w:pict></w:r>'
)


def lay_out(document: Any, paper: Paper, styles: Styles) -> None:
    """Give the only section its page, grid, footers and watermark."""
    section, page = document.sections[0], paper.layout["page"]
    section.page_width, section.page_height = Mm(page["width"]), Mm(page["height"])
    section.top_margin, section.bottom_margin = Mm(page["top"]), Mm(page["bottom"])
    section.left_margin, section.right_margin = Mm(page["left"]), Mm(page["right"])
    numbers = paper.layout["numbers"]
    section.footer_distance = Mm(max(page["bottom"] - numbers["drop"] - numbers["size"] * 1.3 * 25.4 / 72, 5))
    properties = section._sectPr  # noqa: SLF001 — python-docx has no public way to its XML
    for old in properties.findall(qn("w:docGrid")):
        properties.remove(old)
    tracking = paper.layout["characters"]["tracking"]
    kind = "linesAndChars" if tracking else "lines"
    properties.append(element("docGrid", type=kind, linePitch=twips(page["pitch"]), charSpace=round(tracking * 4096)))
    document.settings.odd_and_even_pages_header_footer = True
    if numbers["form"] != "none":
        numbered(section, paper, styles)
    if paper.watermark:
        for header in (section.header, section.even_page_header, section.first_page_header):
            marked(header, paper.watermark)


def numbered(section: Any, paper: Paper, styles: Styles) -> None:
    """Put the page number outside: right on odd pages, left on even ones, one character in."""
    numbers = paper.layout["numbers"]
    sides = ("center", "center") if numbers["side"] == "centre" else ("right", "left")
    section.different_first_page_header_footer = not numbers["first"]
    for footer, side in ((section.footer, sides[0]), (section.even_page_footer, sides[1])):
        footer.is_linked_to_previous = False
        filled(footer, page_number(numbers, side, styles))
    if not numbers["first"]:
        section.first_page_footer.is_linked_to_previous = False
        filled(section.first_page_footer, foot_rule(paper))
        section.footer_distance = min(section.footer_distance, Mm(paper.layout["foot_rule"]["from_bottom"]))


def page_number(numbers: Any, side: str, styles: Styles) -> Any:
    """Make the line with the page field."""
    look = {**styles.looks["body"], "role": numbers["role"], "size": numbers["size"]}
    indents = {side: twips(numbers["size"]), f"{side}Chars": 100} if side != "center" else {}
    properties = element(
        "pPr",
        element("spacing", before=0, after=0, line=twips(numbers["size"] * 1.3), lineRule="exact"),
        element("ind", firstLine=0, **indents),
        element("jc", val=side),
    )
    around = ("— ", " —") if numbers["form"] == "dash" else ("", "")
    parts = [
        text_run(around[0], styles.run(look)),
        field("PAGE", styles.run(look)),
        text_run(around[1], styles.run(look)),
    ]
    return element("p", properties, *(part for part in parts if part.tag == qn("w:fldSimple") or around[0]))


def foot_rule(paper: Paper) -> Any:
    """Draw the rule at the foot of a letter's first page, or leave the footer empty."""
    rule, page = paper.layout["foot_rule"], paper.layout["page"]
    if not rule["colour"]:
        return element("p")
    out = mm((page["width"] - page["left"] - page["right"] - rule["width"]) / 2)
    size = round(rule["thickness"] * 72 / 25.4 * 8)
    border = element("top", val="thinThickSmallGap", sz=size, space=0, color=rule["colour"].lstrip("#").upper())
    return element("p", element("pPr", element("pBdr", border), element("ind", left=out, right=out, firstLine=0)))


def filled(part: Any, paragraph: Any) -> None:
    """Replace what a footer holds."""
    root = part._element  # noqa: SLF001 — as above
    for old in list(root):
        root.remove(old)
    root.append(paragraph)


def marked(header: Any, words: str) -> None:
    """Put the watermark behind the text of every page."""
    header.is_linked_to_previous = False
    shape = parse_xml(SHAPE.format(nsdecls("w")))
    next(shape.iter("{urn:schemas-microsoft-com:vml}textpath")).set("string", words)
    filled(header, element("p", element("pPr", element("spacing", line=20, lineRule="exact")), shape))
