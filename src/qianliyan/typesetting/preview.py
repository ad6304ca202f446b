"""Pages as pictures for the screen, from the same setting as the PDF."""

import typst

from qianliyan.typesetting.composing import compose
from qianliyan.typesetting.errors import CannotTypeset
from qianliyan.typesetting.fonts import Fonts
from qianliyan.typesetting.model import Document
from qianliyan.typesetting.pdf import compiler, prepared


def render_pages(document: Document, fonts: Fonts, scale: float = 1.0) -> list[bytes]:
    """Give each page as PNG; scale 1 is 96 dots an inch."""
    inputs, _ = prepared(compose(document), fonts)
    try:
        pages = compiler(fonts).compile(format="png", ppi=96 * scale, sys_inputs=inputs)
    except typst.TypstError as problem:
        raise CannotTypeset(f"排版没有成功：{problem.message}") from problem
    return pages if isinstance(pages, list) else [pages or b""]
