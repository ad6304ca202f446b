import io
import zipfile
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from PIL import Image

from qianliyan.core.errors import Unreadable
from qianliyan.files.actions import content_of, keep, plain_name
from qianliyan.files.content import ATTACHMENTS, MEGABYTE, PHOTOS
from qianliyan.files.models import File
from qianliyan.history.actors import SYSTEM

pytestmark = pytest.mark.django_db


def picture(kind="PNG", size=(20, 10)):
    buffer = io.BytesIO()
    Image.new("RGB", size, "white").save(buffer, kind)
    return buffer.getvalue()


def office_file(*names):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name in names:
            package.writestr(name, "<x/>")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (picture(), "照片.png", "png"),
        (picture("JPEG"), "改名.docx", "jpeg"),
        (b"%PDF-1.7\n...", "审签单.pdf", "pdf"),
        (office_file("word/document.xml"), "稿件.docx", "docx"),
        (office_file("xl/workbook.xml"), "表.xlsx", "xlsx"),
        ("数据说明".encode("gb18030"), "说明.txt", "txt"),
    ],
    ids=["png", "jpeg-named-docx", "pdf", "docx", "xlsx", "text"],
)
def test_a_file_is_known_by_its_content_and_comes_back_unchanged(content, name, kind):
    file = keep(content, name, allowed=ATTACHMENTS, by=SYSTEM)

    assert (file.kind, file.size, content_of(file)) == (kind, len(content), content)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "空的"),
        (b"MZ\x90\x00\x03" + b"\x00" * 100, "不能上传"),
        (office_file("word/document.xml", "word/vbaProject.bin"), "宏"),
        (office_file("word/document.xml")[:60], "损坏"),
        (picture()[:40], "图片已损坏"),
        (b"x" * (20 * MEGABYTE + 1), "20MB"),
    ],
    ids=["empty", "program", "macro", "cut-off", "damaged-picture", "too-large"],
)
def test_what_is_dangerous_damaged_or_too_large_is_refused(content, sentence):
    with pytest.raises(Unreadable, match=sentence):
        keep(content, "附件.docx", allowed=ATTACHMENTS, by=SYSTEM)

    assert File.objects.count() == 0


def test_a_photo_of_a_sheet_is_a_picture_or_a_pdf_only():
    with pytest.raises(Unreadable, match="PDF"):
        keep(office_file("word/document.xml"), "审签单.jpg", allowed=PHOTOS, by=SYSTEM)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\桌面\\审签单.jpg", "审签单.jpg"),
        ("a\x00b\n.txt", "ab.txt"),
        ("", "file"),
        ("长" * 300 + ".pdf", "长" * 196 + ".pdf"),
    ],
)
def test_a_name_keeps_nothing_but_its_last_part(given, kept):
    assert plain_name(given) == kept


def test_what_a_killed_process_left_half_written_is_written_again():
    content = picture(size=(40, 40))
    file = keep(content, "一.png", allowed=PHOTOS, by=SYSTEM)
    Path(default_storage.path(file.path)).write_bytes(content[:30])

    again = keep(content, "二.png", allowed=PHOTOS, by=SYSTEM)

    assert content_of(again) == content


def test_the_same_bytes_are_stored_once():
    first = keep(picture(), "一.png", allowed=PHOTOS, by=SYSTEM)
    second = keep(picture(), "二.png", allowed=PHOTOS, by=SYSTEM)

    assert (first.path, first.pk == second.pk) == (second.path, False)
