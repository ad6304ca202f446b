"""What a file is, by its content; its name is only compared with that."""

from pathlib import PurePosixPath

from qianliyan.text.importers.archive import Package
from qianliyan.text.importers.imported import Refused

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Endings that people give to each kind; .wps is Kingsoft's name for the old Word container.
ENDINGS = {
    "docx": {".docx", ".wps"},
    "doc": {".doc", ".wps", ".wpt"},
    "rtf": {".rtf", ".doc"},
    "pdf": {".pdf"},
    "html": {".html", ".htm", ".xhtml", ".shtml", ".txt"},
    "txt": {".txt", ".text", ".md", ".csv", ".log", ".html", ".htm"},
    "xlsx": {".xlsx", ".et"},
}
NAMES = {
    "docx": "Word文档（.docx）",
    "doc": "旧版Word或WPS文档（.doc）",
    "rtf": "RTF文档（.rtf）",
    "pdf": "PDF文件（.pdf）",
    "html": "网页（.html）",
    "txt": "纯文本（.txt）",
    "xlsx": "表格（.xlsx）",
}
DOCUMENTS = {".docx", ".doc", ".wps", ".wpt", ".rtf", ".pdf", ".xlsx", ".et"}
MACROS = "文件带有宏，为安全起见不予读取。请在Word里另存为不含宏的“.docx”再上传。"
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")


def kind_of(content: bytes, name: str, *, tables: bool = False) -> str:
    """Return the kind of the content; refuse what nobody can read or what the name belies."""
    kind = _by_content(content, tables=tables)
    ending = PurePosixPath(name.replace("\\", "/")).suffix.lower()
    if ending in (".docm", ".dotm", ".xlsm"):
        raise Refused("macros", MACROS)
    if kind == "txt" and ending in DOCUMENTS and _is_binary(content):
        raise Refused("damaged", f"文件已损坏，或者不是“{ending}”文件。请用原来的软件打开，另存后再上传。")
    if ending and ending not in ENDINGS[kind] and _belies(ending, kind):
        raise Refused("misnamed", f"文件名以“{ending}”结尾，内容却是{NAMES[kind]}。请改正文件名后再上传。")
    return kind


def _is_binary(content: bytes) -> bool:
    """Tell whether this can be no text in any encoding of an office: more than a few control characters."""
    head = content[:4096]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    return sum(byte < 9 or 13 < byte < 32 for byte in head) * 50 > len(head)


def _belies(ending: str, kind: str) -> bool:
    """Tell whether the ending promises something else; an unknown ending on a text file promises nothing."""
    known = set().union(*ENDINGS.values()) | {
        ".xlsx",
        ".xls",
        ".pptx",
        ".ppt",
        ".zip",
        ".ofd",
        ".png",
        ".jpg",
    }
    return ending in known or kind not in ("txt", "html")


def _by_content(content: bytes, *, tables: bool) -> str:
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _package(content, tables=tables)
    if content.startswith(OLE):
        return _container(content)
    if content.lstrip()[:5] == b"{\\rtf":
        return "rtf"
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith(PICTURES):
        raise Refused("picture", "这是图片，读不出文字。请录入文字，或把图片作为附件上传。")
    return "html" if _is_page(content) else "txt"


def _package(content: bytes, *, tables: bool) -> str:
    names = Package(content).names
    if any(name.startswith("word/") for name in names):
        return "docx"
    if "OFD.xml" in names:
        raise Refused("unsupported", "暂不能读取OFD文件。请另存为Word或PDF再上传。")
    if tables and "xl/workbook.xml" in names:
        return "xlsx"
    if any(name.startswith(("xl/", "ppt/")) for name in names):
        raise Refused("unsupported", "这是表格或演示文稿。请把文字复制出来粘贴，或作为附件上传。")
    raise Refused("unsupported", "这是压缩包。请解压后逐个上传其中的文档。")


def _container(content: bytes) -> str:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in content

    if holds("EncryptedPackage"):
        raise Refused("encrypted", "文件设有密码，读不出来。请取消密码后再上传。")
    if holds("_VBA_PROJECT"):
        raise Refused("macros", MACROS)
    if not holds("WordDocument"):
        raise Refused("unsupported", "这不是Word或WPS文字文档。请另存为“.docx”再上传。")
    return "doc"


def _is_page(content: bytes) -> bool:
    head = content[:2048].replace(b"\0", b"").lower()
    return b"<!doctype html" in head or b"<html" in head or (b"<body" in head and b"<" in head.lstrip()[:4])
