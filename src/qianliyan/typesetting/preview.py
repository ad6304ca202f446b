"""Pages as pictures for the screen, from the same setting as the PDF."""

from qianliyan.typesetting import typst_engine
from qianliyan.typesetting.composing import compose
from qianliyan.typesetting.fonts import Fonts
from qianliyan.typesetting.model import Document
from qianliyan.typesetting.program import program


def render_pages(document: Document, fonts: Fonts, scale: float = 1.0) -> tuple[list[bytes], tuple[str, ...]]:
    """Give each page as PNG, and what the editor should know; scale 1 is 96 dots an inch."""
    paper = compose(document)
    text, notices = program(paper, fonts)
    return typst_engine.pictures(paper, text, fonts, 96 * scale), notices
