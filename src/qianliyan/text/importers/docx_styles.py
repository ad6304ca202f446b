"""What a Word paragraph style says about headings, titles, contents and numbering."""

from dataclasses import dataclass, replace

from lxml import etree

from qianliyan.text.importers.xml import attribute, child, local


@dataclass(frozen=True)
class Style:
    """The few facts of a paragraph style that matter for plain text."""

    name: str = ""
    numbering: str | None = None
    level: int | None = None
    centred: bool = False
    size: int = 0
    hidden: bool = False

    @property
    def is_title(self) -> bool:
        """Tell whether the style is meant for the document's title."""
        return self.name.lower() in {"title", "标题", "文档标题", "大标题", "公文标题"}

    @property
    def is_contents(self) -> bool:
        """Tell whether the style is meant for lines of the table of contents."""
        return self.name.lower().startswith(("toc ", "table of figures"))


def read_styles(root: etree._Element | None) -> dict[str, Style]:
    """Return every paragraph style with what it inherits; the default style stands under ""."""
    elements = {
        attribute(style, "styleId") or "": style for style in (() if root is None else root) if _paragraph(style)
    }
    styles: dict[str, Style] = {}
    for identifier in elements:
        styles[identifier] = _resolve(identifier, elements)
    default = next((key for key, style in elements.items() if attribute(style, "default") in ("1", "true")), None)
    styles[""] = styles[default] if default else Style()
    return styles


def _paragraph(element: etree._Element) -> bool:
    return local(element) == "style" and attribute(element, "type") == "paragraph"


def _resolve(identifier: str, elements: dict[str, etree._Element]) -> Style:
    chain: list[etree._Element] = []
    current: str | None = identifier
    # A style may be based on itself in a damaged file; eleven is the deepest Word allows.
    while current in elements and len(chain) < 11:
        chain.append(elements[current])
        current = attribute(child(elements[current], "basedOn"), "val")
    style = Style()
    for element in reversed(chain):
        style = style_with(style, child(element, "pPr"), child(element, "rPr"))
    return replace(style, name=attribute(child(elements[identifier], "name"), "val") or "")


def style_with(style: Style, paragraph: etree._Element | None, run: etree._Element | None = None) -> Style:
    """Return `style` overridden by the properties that stand at one place."""
    numbering = attribute(child(paragraph, "numPr", "numId"), "val")
    level = attribute(child(paragraph, "numPr", "ilvl"), "val")
    aligned = attribute(child(paragraph, "jc"), "val")
    size = attribute(child(run, "sz"), "val")
    return replace(
        style,
        numbering=numbering if numbering is not None else style.numbering,
        level=whole(level) if level is not None else style.level,
        centred=aligned == "center" if aligned is not None else style.centred,
        size=whole(size) if size is not None else style.size,
        hidden=switched_on(child(run, "vanish")) or style.hidden,
    )


def switched_on(element: etree._Element | None) -> bool:
    """Tell whether an on-off property is present and not switched off."""
    return element is not None and attribute(element, "val") not in ("0", "false", "off")


def whole(written: str | None) -> int:
    """Read a whole number as damaged files write it; nonsense is 0."""
    try:
        return int(float(written or 0))
    except (ValueError, OverflowError):
        return 0
