"""Web pages: the article without navigation, scripts and addresses."""

import re

from lxml import etree
from lxml import html as lxml_html

from qianliyan.text.importers.decoding import decode
from qianliyan.text.importers.html_blocks import Block, blocks_of
from qianliyan.text.importers.imported import Imported, Notes, Refused, refuse_too_long
from qianliyan.text.importers.titling import Line, with_title
from qianliyan.text.parsing.titles import could_be_title

DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_-]{2,20})""")
SITE = re.compile(r"\s*[-_|–—]+\s*[^-_|–—]{1,30}$")
GARBLED = "网页已损坏，读不出来。请在浏览器里选中正文复制，再粘贴过来。"


def read_html(content: bytes) -> Imported:
    """Read a web page; what lies outside the article is left out and counted."""
    notes = Notes()
    text = refuse_too_long(_text(content, notes))
    parser = lxml_html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = lxml_html.document_fromstring(_without_declaration(text), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise Refused("damaged", GARBLED) from error
    blocks = blocks_of(root, notes)
    lines = [Line(block.text, title=block.heading == 1) for block in _article(blocks, notes)]
    title = _page_title(root)
    if title and could_be_title(title) and not (lines and could_be_title(lines[0].text)):
        lines.insert(0, Line(title, title=True))
    return with_title(lines, "html", notes)


def _text(content: bytes, notes: Notes) -> str:
    declared = DECLARED.search(content[:4096])
    name = declared[1].decode().lower() if declared else ""
    # Pages that say gb2312 use characters beyond it.
    name = "gb18030" if name in ("gb2312", "gbk") else name
    try:
        return content.decode(name) if name else decode(content, notes)
    except (LookupError, UnicodeDecodeError):
        return decode(content, notes)


def _without_declaration(text: str) -> str:
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text) or " "


def _page_title(root: etree._Element) -> str:
    found = root.find(".//title")
    title = " ".join("".join(str(part) for part in found.itertext()).split()) if found is not None else ""
    return SITE.sub("", title)


def _article(blocks: list[Block], notes: Notes) -> list[Block]:
    """Keep the container with most prose; a page without prose is kept whole."""
    weights: dict[str, int] = {}
    for block in blocks:
        if block.prose:
            weights[block.container] = weights.get(block.container, 0) + len(block.text)
    if not weights:
        return blocks
    best = max(weights, key=lambda container: weights[container])
    best = _widened(best, weights)
    inside = [place for place, block in enumerate(blocks) if block.inside(best)]
    first = _heading_before(blocks, inside[0])
    kept = [block for place, block in enumerate(blocks) if place == first or block.inside(best)]
    for block in blocks:
        if block not in kept:
            notes.add("navigation", sample=block.text)
    return kept


def _widened(best: str, weights: dict[str, int]) -> str:
    """Climb while the container above holds markedly more prose, as with an article in several sections."""
    path = best
    while "/" in path:
        path = path.rpartition("/")[0]
        weight = sum(
            size for container, size in weights.items() if container.startswith(path + "/") or container == path
        )
        here = sum(size for container, size in weights.items() if container.startswith(best + "/") or container == best)
        if weight > here * 1.3 and path.count("/") > 1:
            best = path
    return best


def _heading_before(blocks: list[Block], start: int) -> int:
    """Find the article's heading, which pages put shortly before the container of the text."""
    for place in range(start - 1, max(-1, start - 12), -1):
        if blocks[place].heading in (1, 2):
            return place
    return start
