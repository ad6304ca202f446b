"""Parses XML from strangers: no entities, no network, no document types."""

from lxml import etree

from qianliyan.text.importers.archive import DAMAGED
from qianliyan.text.importers.imported import Refused


def parse_xml(content: bytes) -> etree._Element:
    """Return the root element; anything but plain well-formed XML is refused."""
    # Expat-style bombs need a document type, and no office program writes one.
    if b"<!DOCTYPE" in content[:4096] or b"<!ENTITY" in content[:4096]:
        raise Refused("damaged", DAMAGED)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Refused("damaged", DAMAGED) from error


def local(element: etree._Element) -> str:
    """Return the element's name without its namespace, so that both flavours of Office XML read alike."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: etree._Element | None, name: str) -> str | None:
    """Return the attribute `name` whatever its namespace, or None."""
    if element is None:
        return None
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Walk down by local names and return the element there, or None."""
    for name in path:
        if element is None:
            return None
        element = next((below for below in element if local(below) == name), None)
    return element
