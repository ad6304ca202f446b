"""Make the DOCX file; the same paper gives the same bytes."""

import io
import zipfile
from datetime import datetime

import docx
from docx.oxml.ns import qn

from qianliyan.typesetting.composing import compose
from qianliyan.typesetting.fonts import Fonts
from qianliyan.typesetting.model import Document, Rendered
from qianliyan.typesetting.paper import Paper
from qianliyan.typesetting.program import NO_DATE
from qianliyan.typesetting.word.blocks import Body
from qianliyan.typesetting.word.sections import lay_out
from qianliyan.typesetting.word.styles import Styles

NO_TIME = (1980, 1, 1, 0, 0, 0)


def render_docx(document: Document, _fonts: Fonts) -> Rendered:
    """Set a document as DOCX; how many pages it has only Word can say."""
    paper = compose(document)
    return Rendered(steady(written(paper)), 0, paper.notices)


def written(paper: Paper) -> bytes:
    """Write the paper with python-docx."""
    document = docx.Document()
    styles = Styles(document, paper)
    lay_out(document, paper, styles)
    body = Body(document, paper, styles)
    for block in paper.blocks:
        body.write(block)
    describe(document, paper)
    settle(document)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def settle(document: "docx.document.Document") -> None:
    """Compress Chinese punctuation, and leave out the library's own preview picture."""
    present = document.settings.element.find(qn("w:characterSpacingControl"))
    present.set(qn("w:val"), "compressPunctuation")
    relations = document.part.package.rels
    for key in [key for key, relation in relations.items() if relation.reltype.endswith("/thumbnail")]:
        del relations[key]


def describe(document: "docx.document.Document", paper: Paper) -> None:
    """Write the file's properties; the clock of the machine is not asked."""
    properties = document.core_properties
    properties.title, properties.author = paper.title[:255], paper.author[:255]
    properties.last_modified_by, properties.comments, properties.language = paper.author[:255], "", "zh-CN"
    properties.created = properties.modified = datetime(*(paper.date or NO_DATE))  # noqa: DTZ001 — Word keeps no zone
    properties.revision = 1


def steady(data: bytes) -> bytes:
    """Pack the parts again with one time stamp, so that equal papers are equal files."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return held.getvalue()
