"""The blocks of a web page in reading order, with where they stand and how much of them is links."""

from dataclasses import dataclass, field

from lxml import etree

from qianliyan.text.importers.imported import Notes
from qianliyan.text.importers.xml import local

BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
        "html", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td",
        "tfoot", "th", "thead", "tr", "ul",
    }
)  # fmt: skip
DROPPED = frozenset(
    {
        "script", "style", "noscript", "template", "svg", "canvas", "iframe", "object", "embed", "audio", "video",
        "select", "textarea", "button", "head",
    }
)  # fmt: skip
OUTSIDE = frozenset({"nav", "footer", "aside", "form"})
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
LIST_SIGNS = "。，；：！？"
PROSE = 25


@dataclass(frozen=True)
class Block:
    """One paragraph, heading, list entry or table row of a page."""

    text: str
    container: str
    heading: int = 0
    linked: int = 0
    aside: bool = False

    @property
    def prose(self) -> bool:
        """Tell whether the block reads like a paragraph of an article rather than a menu."""
        enough = len(self.text) >= PROSE and any(sign in self.text for sign in LIST_SIGNS)
        return enough and self.linked * 2 < len(self.text) and not self.aside

    def inside(self, container: str) -> bool:
        """Tell whether the block belongs to `container` and is no menu within it."""
        here = self.container == container or self.container.startswith(container + "/")
        return here and not self.aside and self.linked * 10 < max(1, len(self.text)) * 8


@dataclass
class _Walk:
    notes: Notes
    blocks: list[Block] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    linked: int = 0
    heading: int = 0
    aside: bool = False
    counters: list[int] = field(default_factory=list)

    def visit(self, element: etree._Element, path: str) -> None:
        name = local(element).lower()
        if not name or name in DROPPED or _hidden(element):
            self._dropped(name)
            return
        if name in ("br", "img", "rt", "rp"):
            self._small(name)
        elif name == "table" and _is_data(element):
            self._table(element, path)
        elif name in BLOCKS:
            self._block(element, name, path)
        else:
            self._inline(element, name, path)

    def flush(self, path: str) -> None:
        text = " ".join("".join(self.words).split())
        if text:
            self.blocks.append(Block(text, path, self.heading, self.linked, self.aside))
        self.words, self.linked = [], 0

    def _dropped(self, name: str) -> None:
        if name in ("script", "style"):
            self.notes.add("script")

    def _small(self, name: str) -> None:
        if name == "br":
            self.words.append("\n")
        elif name == "img":
            self.notes.add("image")
        elif name == "rt":
            self.notes.add("gloss")

    def _block(self, element: etree._Element, name: str, path: str) -> None:
        self.flush(path)
        self._number(name)
        outer_heading, outer_aside = self.heading, self.aside
        self.heading = HEADINGS.get(name, self.heading)
        self.aside = self.aside or name in OUTSIDE
        container = path if name in ("p", "li", "pre", *HEADINGS) else f"{path}/{len(self.blocks)}{name}"
        self._children(element, container)
        self.flush(container)
        self.heading, self.aside = outer_heading, outer_aside
        if name in ("ol", "ul"):
            self.counters.pop()

    def _number(self, name: str) -> None:
        if name in ("ol", "ul"):
            # Entries of an unordered list are not counted.
            self.counters.append(0 if name == "ol" else -1)
        elif name == "li" and self.counters and self.counters[-1] >= 0:
            self.counters[-1] += 1
            self.words.append(f"{self.counters[-1]}.")

    def _inline(self, element: etree._Element, name: str, path: str) -> None:
        before = sum(map(len, self.words))
        self._children(element, path)
        if name == "a":
            self.linked += max(0, sum(map(len, self.words)) - before)

    def _children(self, element: etree._Element, path: str) -> None:
        self.words.append(element.text or "")
        for below in element:
            self.visit(below, path)
            if self.words and self.words[-1] == "\n":
                self.flush(path)
            self.words.append(below.tail or "")

    def _table(self, table: etree._Element, path: str) -> None:
        self.flush(path)
        self.notes.add("table")
        for row in table.iter("tr"):
            cells = [
                " ".join("".join(map(str, cell.itertext())).split()) for cell in row if local(cell) in ("td", "th")
            ]
            if any(cells):
                self.blocks.append(Block("\t".join(cells), path, aside=self.aside))


def blocks_of(root: etree._Element, notes: Notes) -> list[Block]:
    """Walk the page in reading order."""
    walk = _Walk(notes)
    body = root.find(".//body")
    walk.visit(root if body is None else body, "")
    walk.flush("")
    return walk.blocks


def _hidden(element: etree._Element) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or element.get("hidden") is not None


def _is_data(table: etree._Element) -> bool:
    """Tell a table of figures from one that only lays out the page."""
    rows = [[cell for cell in row if local(cell) in ("td", "th")] for row in table.iter("tr")]
    if any(True for below in table.iter("table") if below is not table):
        return False
    lengths = [len("".join(map(str, cell.itertext())).strip()) for row in rows for cell in row]
    return len(rows) > 1 and max(map(len, rows)) > 1 and max(lengths, default=0) <= 200
