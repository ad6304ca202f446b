"""What cannot be set is refused with one sentence and its place; nothing else happens."""

import base64
import io
import json

import pytest
from PIL import Image
from tests.typesetting.measure import bare, pages, words

from qianliyan.typesetting.cli import main
from qianliyan.typesetting.errors import CannotTypeset, InvalidDocument
from qianliyan.typesetting.fonts import Fonts
from qianliyan.typesetting.ofd.file import render_ofd
from qianliyan.typesetting.pdf import render_pdf
from qianliyan.typesetting.reading import load
from qianliyan.typesetting.word.file import render_docx

ONE = {"template": "zhengwu", "masthead": "政务信息", "entries": [{"title": "题", "body": "文"}]}


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ([], "应为一个JSON对象"),
        ({}, "template：没有写明版式（template）"),
        ({"template": "../../etc/passwd"}, "template：没有“../../etc/passwd”这个版式，可用的有："),
        ({**ONE, "entries": [{"body": "文"}]}, "entries[0].title：缺少字段“title”"),
        ({**ONE, "entries": {"title": "题"}}, "entries：应为一个列表"),
        ({**ONE, "entries": [{"title": "题", "body": 3}]}, "entries[0].body：应为文字"),
        ({**ONE, "tail": {"printed_copies": "六十"}}, "tail.printed_copies：应为整数"),
        ({**ONE, "tail": {"printed_copies": True}}, "tail.printed_copies：应为整数"),
        ({**ONE, "contents": "是"}, "contents：应为true或false"),
        ({**ONE, "entries": [{"title": "题", "body": "文"}] * 5001}, "entries：列表太长：5001项，最多5000项"),
        ({**ONE, "layout": {"page": {"left": 150}}}, "layout.page：版心太小，宽和高都不应小于50毫米"),
        ({**ONE, "layout": {"styles": {"title": {"colour": "red"}}}}, "layout.styles.title.colour：颜色应写作"),
        ({**ONE, "layout": {"styles": {"title": {"size": 999}}}}, "layout.styles.title.size：字号应在4磅到200磅之间"),
        ({**ONE, "layout": {"colours": 1}}, "layout.colours：不认识的项“colours”"),
        ({**ONE, "layout": {"flow": [{"piece": "line"}]}}, "layout.flow[0].style：缺少“style”"),
        ({**ONE, "layout": {"items": {"title": "斜"}}}, "layout.items.title：应为centred、run-in、beside之一"),
        ({"template": "biaodan", "fields": [["一"]]}, "fields[0]：应为2个值"),
    ],
)
def test_a_fault_is_told_with_its_place(data, sentence):
    with pytest.raises(InvalidDocument) as refused:
        load(data)

    assert str(refused.value).startswith(sentence)


@pytest.mark.parametrize(
    ("picture", "sentence"),
    [
        ("不是base64", "masthead_picture：报头图片不是有效的base64文字"),
        (base64.b64encode(b"GIF89a broken").decode(), "masthead_picture：报头图片打不开，请换一张PNG或JPEG图片"),
        (
            base64.b64encode(b"\x89PNG\r\n\x1a\n" + b"\0" * 50).decode(),
            "masthead_picture：报头图片打不开，请换一张PNG或JPEG图片",
        ),
    ],
)
def test_a_broken_masthead_picture_is_refused(fonts, picture, sentence):
    with pytest.raises(InvalidDocument) as refused:
        render_pdf(load({**ONE, "masthead_picture": picture}), fonts)

    assert str(refused.value) == sentence


def test_a_good_masthead_picture_is_set_in_every_form(fonts):
    held = io.BytesIO()
    Image.new("RGB", (600, 120), "red").save(held, "PNG")
    document = load({**ONE, "masthead_picture": base64.b64encode(held.getvalue()).decode()})

    assert "政务信息" not in words(render_pdf(document, fonts).pdf)
    assert b"image1.png" in render_docx(document, fonts).data
    assert b"Doc_0/Res/image_" in render_ofd(document, fonts).data


def test_a_font_that_has_gone_is_told(tmp_path):
    listed = {"folders": [str(tmp_path)], "families": {"song": ["无此字体"]}, "coverage": {"无此字体": "20-7e"}}
    (tmp_path / "fonts.json").write_text(json.dumps(listed), encoding="utf-8")

    with pytest.raises(CannotTypeset, match="字体无此字体已不在原处"):
        render_pdf(load(ONE), Fonts.load(tmp_path / "fonts.json"))


@pytest.mark.parametrize("written", ["", "[]", "{}", '{"families": {"song": []}, "folders": []}', '{"families": 3}'])
def test_a_list_of_fonts_that_cannot_be_read_is_told(tmp_path, written):
    (tmp_path / "fonts.json").write_text(written, encoding="utf-8")

    with pytest.raises(CannotTypeset, match="读不出来"):
        Fonts.load(tmp_path / "fonts.json")


def test_200_items_and_empty_columns_are_set(fonts):
    entries = [{"title": f"第{n}条", "body": "内容" * 60, "column": "工作动态"} for n in range(200)]
    rendered = render_pdf(load({**ONE, "entries": entries, "columns": ["领导活动", "工作动态", "网络动态"]}), fonts)

    text = bare(words(rendered.pdf))
    assert rendered.pages == len(pages(rendered.pdf)) > 40
    assert (text.count("领导活动"), text.count("工作动态"), text.count("第199条")) == (0, 2, 2)


def test_nothing_at_all_is_one_page(fonts):
    assert render_pdf(load({"template": "zhengwu"}), fonts).pages == 1


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"{", "JSON第1行第2列写错了"),
        (b"\xff\xfe", "文件不是UTF-8编码"),
        (b"[" * 100000, "JSON嵌套太深"),
        (b'{"template": "zhengwu", "x": 1}', "x：不认识的字段“x”"),
    ],
)
def test_the_command_says_what_is_wrong_and_writes_nothing(tmp_path, capsys, content, sentence):
    (tmp_path / "issue.json").write_bytes(content)

    code = main([str(tmp_path / "issue.json"), "-o", str(tmp_path / "out.pdf")])

    assert (code, capsys.readouterr().err.startswith(f"没有排成：{sentence}")) == (1, True)
    assert not (tmp_path / "out.pdf").exists()


def test_the_command_refuses_an_unknown_form(tmp_path, capsys):
    assert main([str(tmp_path / "issue.json"), "-o", str(tmp_path / "out.txt")]) == 2
    assert capsys.readouterr().err == "不认识的文件形式“txt”，可用：pdf、docx、html、ofd\n"
