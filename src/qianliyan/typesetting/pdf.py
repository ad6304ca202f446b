"""Set a paper as PDF/A-2b."""

import re
from datetime import UTC, datetime

from qianliyan.typesetting import typst_engine
from qianliyan.typesetting.composing import compose
from qianliyan.typesetting.fonts import Fonts
from qianliyan.typesetting.model import Document, Rendered
from qianliyan.typesetting.paper import Paper
from qianliyan.typesetting.program import NO_DATE, program

PAGES = re.compile(rb"/Type\s*/Pages\s*/Count\s+(\d+)")


def render_pdf(document: Document, fonts: Fonts) -> Rendered:
    """Set a document as PDF; notices name rare and missing characters."""
    return render_paper(compose(document), fonts)


def render_paper(paper: Paper, fonts: Fonts) -> Rendered:
    """Set a composed paper as PDF; its stamp is the paper's own date."""
    text, notices = program(paper, fonts)
    data = typst_engine.pdf(paper, text, fonts, datetime(*(paper.date or NO_DATE), tzinfo=UTC))
    return Rendered(data, pages_in(data), notices)


def pages_in(pdf: bytes) -> int:
    """Count the pages from the root of the page tree, which Typst writes uncompressed."""
    found = PAGES.search(pdf)
    return int(found[1]) if found else 0
