"""Make the OFD package from the finished PDF; the same paper gives the same bytes."""

import hashlib
import io
import zipfile
from dataclasses import replace
from itertools import count
from typing import Any

from qianliyan.typesetting.composing import compose
from qianliyan.typesetting.fonts import Fonts
from qianliyan.typesetting.model import Document, Rendered
from qianliyan.typesetting.ofd import embedding, parts
from qianliyan.typesetting.ofd.extraction import pages
from qianliyan.typesetting.ofd.marks import Page
from qianliyan.typesetting.paper import Paper
from qianliyan.typesetting.pdf import render_paper
from qianliyan.typesetting.program import NO_DATE

NO_TIME = (1980, 1, 1, 0, 0, 0)


def render_ofd(document: Document, fonts: Fonts) -> Rendered:
    """Set a document as PDF and write its glyphs down as OFD."""
    paper = compose(document)
    finished = render_paper(paper, fonts)
    return replace(finished, data=Package(paper, pages(finished.data), fonts).packed(finished.data))


class Package:
    """Numbers all objects of a package and collects its files."""

    def __init__(self, paper: Paper, found: list[Page], fonts: Fonts) -> None:
        """Give every font and picture its number first, as the pages refer to them."""
        self.paper, self.pages, self.fonts = paper, found, fonts
        self.numbers = count(1)
        self.files: dict[str, bytes] = {}
        names = dict.fromkeys(words.font for page in found for words in page.words)
        self.font_ids = {name: next(self.numbers) for name in names}
        self.media_ids: dict[bytes, int] = {}

    def packed(self, pdf: bytes) -> bytes:
        """Write all parts into one zip."""
        layers = [[*self.layer(page)] for page in self.pages]
        ids = [next(self.numbers) for _ in self.pages]
        for at, (page, layer) in enumerate(zip(self.pages, layers, strict=True)):
            self.files[f"Doc_0/Pages/Page_{at}/Content.xml"] = parts.content(page, layer, next(self.numbers))
        self.files["Doc_0/PublicRes.xml"] = parts.fonts(self.listed_fonts())
        self.files["Doc_0/DocumentRes.xml"] = parts.media(self.listed_media())
        self.files["Doc_0/Document.xml"] = parts.document(self.pages, next(self.numbers), ids)
        self.files["OFD.xml"] = parts.entrance(self.info(pdf))
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
            for name in sorted(self.files, key=lambda name: (name != "OFD.xml", name)):
                entry = zipfile.ZipInfo(name, NO_TIME)
                entry.compress_type = zipfile.ZIP_DEFLATED
                package.writestr(entry, self.files[name])
        return held.getvalue()

    def layer(self, page: Page) -> list[Any]:
        """Paint pictures first, then rules, then words."""
        drawn = [parts.image(one, next(self.numbers), self.media(one.data)) for one in page.images]
        drawn += [parts.shape(one, next(self.numbers), page) for one in page.shapes]
        return drawn + [parts.words(one, next(self.numbers), self.font_ids[one.font]) for one in page.words]

    def media(self, data: bytes) -> int:
        """Keep a picture once, however often it is shown."""
        if data not in self.media_ids:
            self.media_ids[data] = next(self.numbers)
            self.files[f"Doc_0/Res/image_{self.media_ids[data]}.png"] = data
        return self.media_ids[data]

    def listed_media(self) -> list[tuple[int, str]]:
        """List the pictures by number and file."""
        return [(one, f"image_{one}.png") for one in self.media_ids.values()]

    def listed_fonts(self) -> list[tuple[int, str, str, str]]:
        """Cut the fonts and list them by number, name, family and file."""
        listed = []
        for name, one in self.font_ids.items():
            used = {g.text for page in self.pages for words in page.words if words.font == name for g in words.glyphs}
            data = embedding.cut(self.fonts, name, "".join(sorted(used)))
            file = f"font_{one}.{'otf' if data[:4] == b'OTTO' else 'ttf'}" if data else ""
            if file:
                self.files[f"Doc_0/Res/{file}"] = data
            listed.append((one, name, embedding.family(self.fonts, name), file))
        return listed

    def info(self, pdf: bytes) -> dict[str, str]:
        """Describe the document; its id comes from its content, so it too is the same each time."""
        year, month, day = self.paper.date or NO_DATE
        return {
            "DocID": hashlib.sha256(pdf).hexdigest()[:32],
            "Title": self.paper.title,
            "Author": self.paper.author,
            "CreationDate": f"{year:04d}-{month:02d}-{day:02d}",
            "Creator": "qianliyan",
        }
