"""The parts of a Word package that carry text, found the way Word finds them."""

import posixpath
from dataclasses import dataclass

from lxml import etree

from qianliyan.text.importers.archive import DAMAGED, Package
from qianliyan.text.importers.imported import Refused
from qianliyan.text.importers.sniffing import MACROS
from qianliyan.text.importers.xml import attribute, parse_xml


@dataclass(frozen=True)
class WordParts:
    """The main document and what it refers to; a part that is missing is None."""

    document: etree._Element
    styles: etree._Element | None
    numbering: etree._Element | None
    footnotes: etree._Element | None
    endnotes: etree._Element | None
    headers: int


def open_word(content: bytes) -> WordParts:
    """Open the package, refuse macros and packages that hold no document."""
    package = Package(content)
    refuse_macros(package)
    main = _main_part(package)
    related = _related(package, main)

    def part(kind: str) -> etree._Element | None:
        names = [name for found, name in related if found == kind and name in package.names]
        return parse_xml(package.part(names[0])) if names else None

    return WordParts(
        document=parse_xml(package.part(main)),
        styles=part("styles"),
        numbering=part("numbering"),
        footnotes=part("footnotes"),
        endnotes=part("endnotes"),
        headers=sum(kind in ("header", "footer") for kind, _ in related),
    )


def refuse_macros(package: Package) -> None:
    """Refuse a package that carries a program, whatever its name says."""
    if any(name.lower().endswith(("vbaproject.bin", "vbadata.xml")) for name in package.names):
        raise Refused("macros", MACROS)
    if "[Content_Types].xml" in package.names and b"macroEnabled" in package.part("[Content_Types].xml"):
        raise Refused("macros", MACROS)


def _main_part(package: Package) -> str:
    for kind, name in _related(package, ""):
        if kind == "officeDocument" and name in package.names:
            return name
    raise Refused("damaged", DAMAGED)


def _related(package: Package, part: str) -> list[tuple[str, str]]:
    folder, name = posixpath.split(part)
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    if path not in package.names:
        return []
    found = []
    for relation in parse_xml(package.part(path)):
        kind = (attribute(relation, "Type") or "").rpartition("/")[2]
        target = attribute(relation, "Target") or ""
        absolute = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
        found.append((kind, posixpath.normpath(absolute)))
    return found
