"""Typesetting apart: the page that asks is never held up and always gets a sentence."""

import pytest

from qianliyan.typesetting import child
from qianliyan.typesetting.cli import fonts_place
from qianliyan.typesetting.errors import CannotTypeset, InvalidDocument
from qianliyan.typesetting.pdf import render_pdf
from qianliyan.typesetting.reading import load


@pytest.fixture(scope="module")
def fonts_path():
    return fonts_place()


def test_the_child_gives_the_same_file_as_the_library(issue, fonts, fonts_path):
    rendered = child.render_apart(issue, fonts_path)

    assert rendered == render_pdf(load(issue), fonts)


def test_a_refusal_comes_back_with_its_place(issue, fonts_path):
    issue["entries"][1]["titel"] = "错"

    with pytest.raises(InvalidDocument) as refused:
        child.render_apart(issue, fonts_path)

    assert (refused.value.path, refused.value.message) == ("entries[1].titel", "不认识的字段“titel”")


def test_a_document_that_takes_too_long_is_stopped_and_the_next_one_is_set(issue, fonts_path):
    child.render_apart(issue, fonts_path)
    endless = {**issue, "entries": [{"title": f"第{n}条", "body": "字" * 20000} for n in range(90)]}

    with pytest.raises(CannotTypeset, match=r"排版超过0\.2秒，已停止"):
        child.render_apart(endless, fonts_path, seconds=0.2)

    assert child.render_apart(issue, fonts_path).pages == 6


def test_a_killed_child_is_replaced(issue, fonts_path):
    child.render_apart(issue, fonts_path)
    child.child(fonts_path).process.kill()
    child.child(fonts_path).process.wait()

    assert child.render_apart(issue, fonts_path).pages == 6


def test_pages_for_the_preview_come_from_the_child_too(sign_off_sheet, fonts_path):
    assert [page[:4] for page in child.pages_apart(sign_off_sheet, fonts_path, scale=0.5)] == [b"\x89PNG"] * 3


def test_a_missing_list_of_fonts_is_told(issue, tmp_path):
    with pytest.raises(CannotTypeset, match="没有字体清单"):
        child.render_apart(issue, tmp_path / "fonts.json")
