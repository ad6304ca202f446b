"""One document in any of the forms an office keeps; a back end is loaded when its form is first asked for."""

import importlib

from qianliyan.typesetting.fonts import Fonts
from qianliyan.typesetting.model import Document, Rendered

FORMS = {
    "pdf": ("qianliyan.typesetting.pdf", "render_pdf"),
    "docx": ("qianliyan.typesetting.word.file", "render_docx"),
    "html": ("qianliyan.typesetting.screens", "render_html"),
    "ofd": ("qianliyan.typesetting.ofd.file", "render_ofd"),
}


def render(document: Document, fonts: Fonts, form: str) -> Rendered:
    """Set the document in the form asked for."""
    module, name = FORMS[form]
    result: Rendered = getattr(importlib.import_module(module), name)(document, fonts)
    return result
