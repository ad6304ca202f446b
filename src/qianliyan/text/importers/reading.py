"""The one door for foreign files: told apart by content, read by the importer of their kind."""

from collections.abc import Callable
from dataclasses import replace

from qianliyan.text.importers.doc import read_doc
from qianliyan.text.importers.docx import read_docx
from qianliyan.text.importers.html import read_html
from qianliyan.text.importers.imported import Imported, Refused, Removal, refuse_too_long
from qianliyan.text.importers.pdf import read_pdf
from qianliyan.text.importers.plain import read_plain
from qianliyan.text.importers.rtf import read_rtf
from qianliyan.text.importers.sniffing import kind_of
from qianliyan.text.importers.xlsx import read_xlsx

__all__ = ["Imported", "Refused", "Removal", "read"]

LARGEST = 20 * 1024 * 1024
DAMAGED = "文件已损坏，打不开。请在原来的软件里重新另存一份再上传。"

READERS: dict[str, Callable[[bytes], Imported]] = {
    "docx": read_docx,
    "doc": read_doc,
    "rtf": read_rtf,
    "pdf": read_pdf,
    "html": read_html,
    "txt": read_plain,
    "xlsx": read_xlsx,
}


def read(content: bytes, name: str, *, tables: bool = False) -> Imported:
    """Read a file as title and plain text; refuse what is empty, damaged, locked, dangerous or not a text.

    `tables` lets spreadsheets in: their rows come as lines with tabs, which is no text for an item.
    """
    if not content:
        raise Refused("empty", "文件是空的。请检查后重新上传。")
    if len(content) > LARGEST:
        raise Refused("too-large", "文件超过20MB。请删去图片后另存，或只粘贴文字。")
    kind = kind_of(content, name, tables=tables)
    try:
        imported = READERS[kind](content)
    except RecursionError as error:
        raise Refused("damaged", DAMAGED) from error
    return _checked(_without_controls(imported))


def _checked(imported: Imported) -> Imported:
    if not (imported.title + imported.body).strip():
        raise Refused("no-text", "文件里没有文字。如是扫描件，请录入文字后再上传。")
    refuse_too_long(imported.body)
    return imported


def _without_controls(imported: Imported) -> Imported:
    """Drop the control characters that databases and XML cannot hold."""
    table = dict.fromkeys(
        number for number in (*range(32), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF) if number not in (9, 10)
    )
    table |= dict.fromkeys(range(0xD800, 0xE000))
    return replace(imported, title=imported.title.translate(table), body=imported.body.translate(table))
