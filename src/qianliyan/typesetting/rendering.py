"""One document in any of the forms an office keeps."""

from collections.abc import Callable

from qianliyan.typesetting.fonts import Fonts
from qianliyan.typesetting.model import Document, Rendered
from qianliyan.typesetting.ofd.file import render_ofd
from qianliyan.typesetting.pdf import render_pdf
from qianliyan.typesetting.screens import render_html
from qianliyan.typesetting.word.file import render_docx

FORMS: dict[str, Callable[[Document, Fonts], Rendered]] = {
    "pdf": render_pdf,
    "docx": render_docx,
    "html": render_html,
    "ofd": render_ofd,
}


def render(document: Document, fonts: Fonts, form: str) -> Rendered:
    """Set the document in the form asked for."""
    return FORMS[form](document, fonts)
