"""What a file really is, told from its bytes, never from its name."""

import codecs
import io
import zipfile
from dataclasses import dataclass

from django.utils.translation import gettext as _
from PIL import Image

from qianliyan.core.errors import Unreadable

MEGABYTE = 1024 * 1024
MOST = 20 * MEGABYTE
MOST_PIXELS = 60_000_000
# One character in so many may be unreadable in what still counts as a text.
MOST_LOST = 20


@dataclass(frozen=True)
class Nature:
    """The kind of a file and its media type."""

    kind: str
    media_type: str
    suffixes: tuple[str, ...]


PDF = Nature("pdf", "application/pdf", (".pdf",))
JPEG = Nature("jpeg", "image/jpeg", (".jpg", ".jpeg"))
PNG = Nature("png", "image/png", (".png",))
WEBP = Nature("webp", "image/webp", (".webp",))
DOCX = Nature("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", (".docx",))
OFD = Nature("ofd", "application/ofd", (".ofd",))
XLSX = Nature("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", (".xlsx",))
DOC = Nature("doc", "application/msword", (".doc", ".wps", ".xls", ".et"))
TEXT = Nature("txt", "text/plain", (".txt",))
GZIP = Nature("gzip", "application/gzip", (".gz",))
ZIP = Nature("zip", "application/zip", (".zip",))
RAW = Nature("raw", "application/octet-stream", ())

SIGNATURES = (
    (b"%PDF-", PDF),
    (b"\xff\xd8\xff", JPEG),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", DOC),
    (b"\x1f\x8b", GZIP),
)
PHOTOS = (JPEG, PNG, WEBP, PDF)
ATTACHMENTS = (PDF, JPEG, PNG, WEBP, DOCX, XLSX, DOC, TEXT)


def nature_of(content: bytes, allowed: tuple[Nature, ...]) -> Nature:
    """Return what the bytes are, or refuse what is not allowed, damaged or dangerous."""
    if not content:
        raise Unreadable(_("文件是空的，请重新选择。"))
    if len(content) > MOST:
        raise Unreadable(_("文件超过20MB，请压缩图片或拆分后再传。"))
    found = _by_signature(content)
    if found is None or found not in allowed:
        names = "、".join(sorted({suffix[1:].upper() for nature in allowed for suffix in nature.suffixes}))
        raise Unreadable(_("这种文件不能上传。可以上传：%(names)s。") % {"names": names})
    if found in (JPEG, PNG, WEBP):
        _check_picture(content)
    return found


def _by_signature(content: bytes) -> Nature | None:
    for signature, nature in SIGNATURES:
        if content.startswith(signature):
            return nature
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return WEBP
    return _in_zip(content) if content[:2] == b"PK" else _as_text(content)


def _in_zip(content: bytes) -> Nature | None:
    try:
        names = set(zipfile.ZipFile(io.BytesIO(content)).namelist())
    except zipfile.BadZipFile:
        raise Unreadable(_("文件已损坏，请在原来的软件里重新保存后再传。")) from None
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise Unreadable(_("文件里有宏，不能上传。请另存为不带宏的文件。"))
    if "word/document.xml" in names:
        return DOCX
    if "OFD.xml" in names:
        return OFD
    return XLSX if "xl/workbook.xml" in names else None


def _as_text(content: bytes) -> Nature | None:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return TEXT if _reads_as("utf-16", content) else None
    if b"\x00" in content[:4096]:
        return None
    return TEXT if any(_reads_as(encoding, content) for encoding in ("utf-8", "gb18030")) else None


def _reads_as(encoding: str, content: bytes) -> bool:
    """Tell whether next to nothing gets lost: a text that broke off on its way is read with its marks, not refused."""
    text = content.decode(encoding, errors="replace")
    return text.count("\ufffd") <= len(text) // MOST_LOST


def _check_picture(content: bytes) -> None:
    try:
        with Image.open(io.BytesIO(content)) as picture:
            pixels = picture.width * picture.height
            picture.verify()
    except Exception as error:  # Pillow raises many kinds for a damaged picture
        raise Unreadable(_("图片已损坏，请重新拍照或另存后再传。")) from error
    if pixels > MOST_PIXELS:
        raise Unreadable(_("图片太大，请把分辨率调低后再传。"))
