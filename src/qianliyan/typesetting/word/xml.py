"""Small pieces of WordprocessingML; texts and names are always escaped by the XML library."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

TWIPS_PER_MM = 1440 / 25.4


def element(tag: str, *children: Any, **attributes: object) -> Any:
    """Make one element of the w: namespace; attribute names stand without their prefix."""
    made = OxmlElement(f"w:{tag}")
    for name, content in attributes.items():
        made.set(qn(f"w:{name}"), str(content))
    for child in children:
        if child is not None:
            made.append(child)
    return made


def twips(points: float) -> int:
    """Convert points to twentieths."""
    return round(points * 20)


def mm(length: float) -> int:
    """Convert millimetres to twentieths of a point."""
    return round(length * TWIPS_PER_MM)


def text_run(text: str, properties: Any = None) -> Any:
    """Make a run; a newline in the text becomes a line break."""
    run = element("r", properties)
    for number, part in enumerate(text.split("\n")):
        if number:
            run.append(element("br"))
        words = element("t")
        words.text = part
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        run.append(words)
    return run


def field(instruction: str, properties: Any = None) -> Any:
    """Make a field that Word fills in, such as the page number."""
    return element("fldSimple", element("r", properties, *text_run("1")), instr=instruction)
