"""Text with anything in it: markup of any engine, rare and invisible characters, endless words."""

import pytest
from tests.typesetting.measure import bare, lines, pages, words

from qianliyan.typesetting.pdf import render_pdf
from qianliyan.typesetting.reading import load
from qianliyan.typesetting.screens import render_html

OPENING = set("（《“‘【〔")
CLOSING = set("，。、；：？！）》”’】〕")


@pytest.fixture
def set_text(fonts):
    def setting(body, title="标题"):
        return render_pdf(load({"template": "zhengwu", "entries": [{"title": title, "body": body}]}), fonts)

    return setting


@pytest.mark.parametrize(
    "markup",
    [
        '#set page(width: 1cm) #panic("x") $x^2$ *粗* _斜_ `码` @ref <label> [内容]',
        "<b>粗</b><script>alert(1)</script> &amp; <w:br/> <!-- x --> \"引\" '号'",
        "{ PAGE } MERGEFIELD \\* { DDEAUTO } {title} {{ x }} %s \\par",
        "= 一级 == 二级 - 列表 + 编号 / 词: 释 ~ -- --- ... // 注 /* 释 */",
    ],
)
def test_markup_of_any_engine_appears_as_text(set_text, markup):
    pdf = set_text(markup, title=markup[:20]).pdf

    assert bare(markup) in bare(words(pdf))


def test_html_escapes_everything_and_has_no_style_attribute(fonts):
    attack = '<img src=x onerror="alert(1)">&\' "'
    page = render_html(
        load({"template": "zhengwu", "masthead": attack, "entries": [{"title": attack, "body": attack}]}), fonts
    )

    assert "<img" not in page.data.decode()
    assert ' style="' not in page.data.decode()
    assert page.data.decode().count("&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;&#x27; &quot;") >= 3


def test_a_character_without_any_font_is_replaced_and_told(set_text):
    rendered = set_text("前\ue123后")

    assert "前〓后" in bare(words(rendered.pdf))
    assert rendered.notices == ("“\ue123”（U+E123）没有字体可排，以“〓”代替",)


def test_a_character_missing_in_the_first_font_is_set_in_another_and_told(fonts, set_text):
    rare = next((c for c in "喆镕堃" if fonts.covering("fang", c) != fonts.chain("fang")[0]), "")
    rendered = set_text(f"王{rare}同志")

    assert f"王{rare}同志" in bare(words(rendered.pdf))
    assert rendered.notices == ((f"“{rare}”在首选字体中没有，已用{fonts.covering('fang', rare)}排出",) if rare else ())


def test_a_character_outside_the_basic_plane_is_read_back(fonts, set_text):
    rendered = set_text("\U00020bb7野家")

    assert ("\U00020bb7野家" in words(rendered.pdf)) == bool(fonts.covering("fang", "\U00020bb7"))


def test_direction_marks_and_other_invisible_characters_are_dropped_and_told(set_text):
    rendered = set_text("甲\u202e乙\u200f丙\u200b丁\x07戊\ufeff")

    assert "甲乙丙丁戊" in bare(words(rendered.pdf))
    assert rendered.notices == ("已去掉不可见的控制字符：U+0007、U+200B、U+200F、U+202E、U+FEFF",)


def test_half_a_surrogate_pair_is_dropped(set_text):
    assert "甲乙" in bare(words(set_text("甲\ud83d乙").pdf))


@pytest.mark.parametrize("endless", ["https://example.org/" + "abcdefgh" * 60, "1" * 300, "国" * 300])
def test_endless_words_stay_within_the_type_area(set_text, endless):
    pdf = set_text(f"见{endless}。", title=endless[:90]).pdf

    assert max(mark.right for page in pages(pdf) for mark in page) < 184.6
    assert bare(words(pdf)).count(endless) == 1


def test_no_line_begins_with_a_closing_or_ends_with_an_opening_mark(set_text):
    text = "“预约卖粮、一次办结”，（含）《办法》：各县（区）、各部门；‘三包’！" * 40
    body = [line for page in pages(set_text(text).pdf) for line in lines(page)[:-1]]

    assert [line[0].text for line in body if line[0].text in CLOSING] == []
    assert [line[-1].text for line in body if line[-1].text in OPENING] == []


def test_line_ends_of_every_kind_make_paragraphs(set_text):
    marks = [line for line in lines(pages(set_text("甲\r\n乙\r丙\n\n\n丁").pdf)[0]) if line[0].text in "甲乙丙丁"]

    assert ["".join(mark.text for mark in line) for line in marks] == ["甲", "乙", "丙", "丁"]
