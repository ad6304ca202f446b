"""The XML parts of an OFD package, by the names of GB/T 33190-2016."""

import math
from collections.abc import Iterable, Mapping
from itertools import groupby, pairwise
from typing import Any

from lxml import etree

from qianliyan.typesetting.ofd.marks import Colour, Glyph, Image, Matrix, Page, Shape, Words

NAMESPACE = "http://www.ofdspec.org/2016"
STRAIGHT: Matrix = (1, 0, 0, 1)
# The dates and names of the package stand in elements of their own.
Info = Mapping[str, str]


def element(tag: str, *children: Any, text: str = "", **attributes: object) -> Any:
    """Make one element of OFD's namespace."""
    made = etree.Element(f"{{{NAMESPACE}}}{tag}", nsmap={"ofd": NAMESPACE})
    for name, content in attributes.items():
        made.set(name, str(content))
    made.text = text or None
    made.extend([child for child in children if child is not None])
    return made


def written(root: Any) -> bytes:
    """Write a part as a file."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def entrance(info: Info) -> bytes:
    """Write OFD.xml, where every reader begins."""
    told = [element(name, text=content) for name, content in info.items() if content]
    body = element("DocBody", element("DocInfo", *told), element("DocRoot", text="Doc_0/Document.xml"))
    return written(element("OFD", body, Version="1.1", DocType="OFD"))


def document(pages: list[Page], last: int, ids: Iterable[int]) -> bytes:
    """Write the list of pages and where shared things lie."""
    first = pages[0]
    area = element("PageArea", element("PhysicalBox", text=f"0 0 {first.width:.2f} {first.height:.2f}"))
    shared = [element("PublicRes", text="PublicRes.xml"), element("DocumentRes", text="DocumentRes.xml")]
    data = element("CommonData", element("MaxUnitID", text=str(last)), area, *shared)
    listed = [element("Page", ID=one, BaseLoc=f"Pages/Page_{at}/Content.xml") for at, one in enumerate(ids)]
    return written(element("Document", data, element("Pages", *listed)))


def fonts(listed: Iterable[tuple[int, str, str, str]]) -> bytes:
    """Write the fonts: id, name, family, and the file if there is one."""
    made = [
        element(
            "Font",
            element("FontFile", text=file) if file else None,
            ID=one,
            FontName=name,
            FamilyName=family,
            Charset="unicode",
        )
        for one, name, family, file in listed
    ]
    return written(element("Res", element("Fonts", *made), BaseLoc="Res"))


def media(listed: Iterable[tuple[int, str]]) -> bytes:
    """Write the pictures: id and file."""
    made = [
        element("MultiMedia", element("MediaFile", text=file), ID=one, Type="Image", Format="PNG")
        for one, file in listed
    ]
    return written(element("Res", element("MultiMedias", *made) if made else None, BaseLoc="Res"))


def colour(tag: str, given: Colour) -> Any:
    """Write a colour."""
    return element(tag, Value=" ".join(map(str, given)))


def image(given: Image, one: int, media_id: int) -> Any:
    """Place a picture."""
    left, top, width, height = given.box
    boundary = f"{left:.4f} {top:.4f} {width:.4f} {height:.4f}"
    return element(
        "ImageObject", ID=one, Boundary=boundary, ResourceID=media_id, CTM=f"{width:.4f} 0 0 {height:.4f} 0 0"
    )


def shape(given: Shape, one: int, page: Page) -> Any:
    """Draw a path; its own coordinates are those of the page."""
    return element(
        "PathObject",
        colour("StrokeColor", given.stroke) if given.stroke is not None else None,
        colour("FillColor", given.fill) if given.fill is not None else None,
        element("AbbreviatedData", text=given.path),
        ID=one,
        Boundary=f"0 0 {page.width:.4f} {page.height:.4f}",
        LineWidth=f"{given.width:.4f}",
        Stroke=str(given.stroke is not None).lower(),
        Fill=str(given.fill is not None).lower(),
    )


def words(given: Words, one: int, font: int) -> Any:
    """Set a run of characters, each at the distance from the one before that it has in the PDF."""
    box, start = boundary(given)
    attributes: dict[str, Any] = {"ID": one, "Font": font, "Size": f"{given.size:.4f}", "Boundary": numbers(box)}
    if given.turn != STRAIGHT:
        attributes["CTM"] = numbers((*given.turn, *start))
        start = (0.0, 0.0)
    if given.stroke:
        attributes |= {"Stroke": "true", "Fill": "true", "LineWidth": f"{given.stroke:.4f}"}
    code = element(
        "TextCode", text="".join(glyph.text for glyph in given.glyphs), X=f"{start[0]:.4f}", Y=f"{start[1]:.4f}"
    )
    if len(given.glyphs) > 1:
        code.set("DeltaX", distances(given))
    edge = colour("StrokeColor", given.colour) if given.stroke else None
    return element("TextObject", colour("FillColor", given.colour), edge, code, **attributes)


def boundary(given: Words) -> tuple[tuple[float, ...], tuple[float, float]]:
    """Give the box around a run, wide enough for any turn, and where in it the first character's foot stands."""
    first, last = given.glyphs[0], given.glyphs[-1]
    reach = max(abs(last.x - first.x), abs(last.y - first.y)) + given.size
    if given.turn != STRAIGHT:
        return (first.x - reach, first.y - reach, 2 * reach, 2 * reach), (reach, reach)
    return (first.x, first.y - given.size, reach, given.size * 1.4), (0.0, given.size)


def numbers(values: Iterable[float]) -> str:
    """Write numbers as OFD lists them."""
    return " ".join(f"{value:.4f}" for value in values)


def distances(given: Words) -> str:
    """Write the advances, equal ones in OFD's short form `g count value`."""
    steps = [f"{advance(before, after, given.turn):.4f}" for before, after in pairwise(given.glyphs)]
    runs = [(step, len(list(group))) for step, group in groupby(steps)]
    return " ".join(f"g {count} {step}" if count > 2 else " ".join([step] * count) for step, count in runs)


def advance(before: Glyph, after: Glyph, turn: Matrix) -> float:
    """Measure the way from one character to the next along their own line."""
    if turn == STRAIGHT:
        return after.x - before.x
    return math.hypot(after.x - before.x, after.y - before.y) / math.hypot(turn[0], turn[1])


def content(page: Page, layer: Iterable[Any], one: int) -> bytes:
    """Write one page with its only layer."""
    area = element("Area", element("PhysicalBox", text=f"0 0 {page.width:.2f} {page.height:.2f}"))
    return written(element("Page", area, element("Content", element("Layer", *layer, Type="Body", ID=one))))
