"""What stands on a printed paper."""

import re

import pypdfium2


def words_of(pdf: bytes) -> str:
    """Return the text of a PDF without white space."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        texts = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return re.sub(r"\s", "", "".join(texts))


def pages_of(pdf: bytes) -> int:
    """Count the pages of a PDF."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()
