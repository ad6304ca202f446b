"""The words of one Word paragraph: accepted changes, no fields, no pictures."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from qianliyan.text.importers.docx_styles import switched_on
from qianliyan.text.importers.imported import Notes
from qianliyan.text.importers.xml import attribute, child, local

if TYPE_CHECKING:
    from collections.abc import Callable

# Properties and marks that hold no words.
SILENT = frozenset(
    {
        "pPr", "rPr", "instrText", "delInstrText", "delText", "fldData", "Fallback", "rt", "sectPr", "tblPr", "tblGrid",
        "trPr", "tcPr", "sdtPr", "sdtEndPr", "softHyphen", "rubyPr", "annotationRef", "footnoteRef", "endnoteRef",
    }
)  # fmt: skip
PLAIN = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
# The signs that official forms really use from the symbol fonts.
SYMBOLS = {"F0A8": "□", "F0FE": "☑", "F0FC": "✓", "F06C": "●", "F0B7": "·", "F06E": "■", "F0B1": "±", "F0B4": "×"}


@dataclass
class Words:
    """Collects the text of paragraphs, and beside it the text boxes and footnotes they anchor."""

    notes: Notes
    boxes: list[etree._Element] = field(default_factory=list)
    footnotes: list[tuple[str, str]] = field(default_factory=list)
    line: int = 1

    def of(self, element: etree._Element) -> str:
        """Return the words below `element` as they stand after accepting every change."""
        return "".join(self._one(below) for below in element)

    def _one(self, element: etree._Element) -> str:
        name = local(element)
        if name in SILENT or not name:
            return ""
        if name == "t":
            return element.text or ""
        if name in PLAIN:
            return PLAIN[name]
        special: Callable[[etree._Element], str] | None = getattr(self, f"_{name}", None)
        return special(element) if special is not None else self.of(element)

    def _r(self, run: etree._Element) -> str:
        words = self.of(run)
        if words and switched_on(child(run, "rPr", "vanish")):
            self.notes.add("hidden", line=self.line, sample=words)
            return ""
        return words

    def _br(self, element: etree._Element) -> str:
        return "" if attribute(element, "type") in ("page", "column") else "\n"

    def _del(self, element: etree._Element) -> str:
        gone = "".join(str(text) for text in element.itertext())
        self.notes.add("deleted", line=self.line, sample=gone)
        return ""

    def _moveFrom(self, element: etree._Element) -> str:  # noqa: N802 - the element's name
        return self._del(element)

    def _ins(self, element: etree._Element) -> str:
        words = self.of(element)
        self.notes.add("inserted", line=self.line, sample=words)
        return words

    def _moveTo(self, element: etree._Element) -> str:  # noqa: N802 - the element's name
        return self._ins(element)

    def _commentReference(self, _: etree._Element) -> str:  # noqa: N802 - the element's name
        self.notes.add("comment", line=self.line)
        return ""

    def _drawing(self, element: etree._Element) -> str:
        if not self._take_boxes(element):
            self.notes.add("image", line=self.line)
        return ""

    def _pict(self, element: etree._Element) -> str:
        return self._drawing(element)

    def _object(self, _: etree._Element) -> str:
        self.notes.add("object", line=self.line)
        return ""

    def _txbxContent(self, element: etree._Element) -> str:  # noqa: N802 - the element's name
        self.notes.add("textbox", line=self.line)
        self.boxes.append(element)
        return ""

    def _oMath(self, element: etree._Element) -> str:  # noqa: N802 - the element's name
        self.notes.add("formula", line=self.line)
        return self.of(element)

    def _sym(self, element: etree._Element) -> str:
        code = (attribute(element, "char") or "").upper()
        if code not in SYMBOLS:
            self.notes.add("symbol", line=self.line)
        return SYMBOLS.get(code, "□")

    def _footnoteReference(self, element: etree._Element) -> str:  # noqa: N802 - the element's name
        self.footnotes.append(("footnote", attribute(element, "id") or ""))
        return f"［注{len(self.footnotes)}］"

    def _endnoteReference(self, element: etree._Element) -> str:  # noqa: N802 - the element's name
        self.footnotes.append(("endnote", attribute(element, "id") or ""))
        return f"［注{len(self.footnotes)}］"

    def _take_boxes(self, element: etree._Element) -> bool:
        found = False
        for below in element.iter():
            # Boxes inside boxes are found when the outer one is read; the old-format twin is not a second box.
            if local(below) == "txbxContent" and not _inside(below, element, ("txbxContent", "Fallback")):
                self._txbxContent(below)
                found = True
        return found


def _inside(element: etree._Element, top: etree._Element, names: tuple[str, ...]) -> bool:
    above = element.getparent()
    while above is not None and above is not top:
        if local(above) in names:
            return True
        above = above.getparent()
    return False
