import io
import zipfile

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from qianliyan.text.importers.child import read_apart
from qianliyan.text.importers.imported import Refused
from qianliyan.text.importers.reading import read
from tests.text.word import packed, paragraph, word

GOOD = word(paragraph("标题一行"), paragraph("正文一句。"))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def locked() -> bytes:
    content = bytearray(packed({"word/document.xml": "x"}))
    # Bit 0 of the general purpose flags says "encrypted", in the local header and in the directory.
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + place] |= 1
    return bytes(content)


def bomb() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"0" * (30 * 1024 * 1024))
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"", "空.docx", "empty"),
        (b"x" * (20 * 1024 * 1024 + 1), "大.txt", "too-large"),
        (GOOD[: len(GOOD) // 2], "断.docx", "damaged"),
        (word(more={"word/document.xml": b"<w:document"}), "坏.docx", "damaged"),
        (word(more={"word/document.xml": b'<!DOCTYPE d [<!ENTITY a "b">]><d>&a;</d>'}), "弹.docx", "damaged"),
        (locked(), "锁.docx", "encrypted"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "锁.docx", "encrypted"),
        (word(paragraph("甲"), more={"word/vbaProject.bin": b"x"}), "宏.docx", "macros"),
        (word(paragraph("甲"), more={"[Content_Types].xml": b"<T a='macroEnabled'/>"}), "宏.docm", "macros"),
        (OLE + "WordDocument_VBA_PROJECT".encode("utf-16-le"), "宏.doc", "macros"),
        (OLE + "Workbook".encode("utf-16-le"), "表.doc", "unsupported"),
        (GOOD, "稿.pdf", "misnamed"),
        (b"%PDF-1.7\n", "稿.docx", "misnamed"),
        ("纯文字。".encode(), "稿.docx", "misnamed"),
        (bomb(), "弹.docx", "bomb"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "图.docx", "picture"),
        (packed({"甲.txt": "乙"}), "包.docx", "unsupported"),
        (bytes(range(256)) * 40, "乱.txt", "unknown"),
        (word(paragraph(" ")), "白.docx", "no-text"),
        ("一\n".encode() * 1_000_001, "长.txt", "too-long"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_advice_in_chinese(content, name, code):
    with pytest.raises(Refused) as refusal:
        read(content, name)

    assert refusal.value.code == code
    assert refusal.value.message.endswith("。")


def test_a_word_document_named_wps_is_read():
    assert read(GOOD, "稿件.WPS").title == "标题一行"


def test_the_child_process_reads_and_refuses_like_the_parent():
    assert read_apart(GOOD, "稿.docx") == read(GOOD, "稿.docx")
    with pytest.raises(Refused, match="宏"):
        read_apart(word(paragraph("甲"), more={"word/vbaProject.bin": b"x"}), "宏.docx")


def test_the_child_process_is_stopped_when_time_is_up():
    with pytest.raises(Refused) as refusal:
        read_apart(GOOD, "稿.docx", seconds=0.01)

    assert refusal.value.code == "too-slow"


def test_the_child_process_is_stopped_when_memory_is_up():
    with pytest.raises(Refused) as refusal:
        read_apart("一".encode() * 6_000_000, "稿.txt", megabytes=40)

    assert refusal.value.code in ("crashed", "too-complex")


@settings(max_examples=150, deadline=None)
@example(b"\x7f", "甲.txt")
@given(st.binary(max_size=2000), st.sampled_from(["甲.docx", "甲.txt", "甲.html", "甲.pdf", "甲.doc", "甲.rtf", "甲"]))
def test_any_bytes_are_read_or_refused(content, name):
    try:
        imported = read(content, name)
    except Refused:
        return
    assert imported.title + imported.body


@settings(max_examples=150, deadline=None)
@example(891, 180)
@given(st.integers(0, len(GOOD) - 1), st.integers(0, 255))
def test_a_word_document_with_one_wrong_byte_is_read_or_refused(place, value):
    content = GOOD[:place] + bytes([value]) + GOOD[place + 1 :]

    try:
        imported = read(content, "稿.docx")
    except Refused:
        return
    assert imported.title + imported.body
