from pathlib import Path

import pylopdf_fonts_zh_cn
import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from qianliyan.text.importers.imported import Refused, Removal
from qianliyan.text.importers.reading import read
from tests.text.old_word import old_word

TEXT = "青溪县春灌进展顺利\r全县完成春灌12.6万亩。\r县区\x07面积\x07\x07河东镇\x073.2万亩\x07\x07下一步加快进度。\r"
GOOD = old_word(TEXT)


@pytest.mark.parametrize("name", ["春灌.doc", "春灌.wps"])
def test_an_old_word_document_is_read_with_its_tables(name):
    imported = read(GOOD, name)

    assert imported.title == "青溪县春灌进展顺利"
    assert imported.body == "全县完成春灌12.6万亩。\n县区\t面积\n河东镇\t3.2万亩\n下一步加快进度。"
    assert [removal.what for removal in imported.removed] == [
        "1个表格改为制表符分隔的行",
        "旧版文档中由软件自动生成的编号、未接受的修订读不出来，请核对；最好另存为“.docx”再上传",
    ]


def test_fields_and_pictures_of_an_old_document_are_left_out_and_footnotes_moved():
    imported = read(old_word("标题一行\r见\x13 HYPERLINK x \x14附件\x15。\x01\r", "统计口径为常住人口。\r"), "甲.doc")

    assert imported.body == "见附件。\n［注1］统计口径为常住人口。"
    assert imported.removed[0] == Removal("删去了1张图片")


def test_a_locked_old_document_is_refused():
    with pytest.raises(Refused) as refusal:
        read(old_word(TEXT, locked=True), "锁.doc")

    assert refusal.value.code == "encrypted"


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=4))
def test_a_damaged_old_document_is_read_or_refused(place, wrong):
    content = GOOD[:place] + wrong + GOOD[place + len(wrong) :]

    try:
        imported = read(content, "稿.doc")
    except Refused:
        return
    assert imported.title + imported.body


def hexed(text: str) -> str:
    return "".join(f"\\'{byte:02x}" for byte in text.encode("gb18030"))


def test_a_rich_text_document_is_read_with_its_list_numbers():
    content = (
        r"{\rtf1\ansi\ansicpg936{\fonttbl{\f0 " + hexed("宋体") + r";}}{\info{\title x}}{\*\generator y;}"
        r"\pard\qc " + hexed("青溪县春灌进展顺利") + r"\par {\listtext\pard " + hexed("一、") + "}"
        r"\u20840?"
        + hexed("县完成12.6万亩。")
        + r"\par {\v x}{\deleted y}{\pict 00}\trowd "
        + hexed("河东镇")
        + r"\cell 3\cell\row}"
    )

    imported = read(content.encode(), "春灌.rtf")

    assert (imported.title, imported.body) == ("青溪县春灌进展顺利", "一、全县完成12.6万亩。\n河东镇\t3")
    assert [removal.what for removal in imported.removed] == [
        "删去了1处隐藏文字",
        "已接受修订：删去了1处被删除的文字",
        "删去了1张图片",
        "1个表格改为制表符分隔的行",
    ]


PARAGRAPHS = [
    "截至3月20日，全县已完成春灌12.6万亩，占计划的63%，进度快于上年同期，其中河东镇完成3.2万亩、李家镇完成2.8万亩。",
    "一、主要做法",
    "（一）统筹水源。县水利局逐库核定可用水量，按照先远后近、先高后低的次序放水，每天公布各渠段的流量和灌溉面积。",
    "二、存在问题",
    "西部山区水源偏紧。",
] * 6


def pdf(paragraphs: list[str]) -> bytes:
    source = (
        '#set page(paper: "a4", footer: context align(center)[— #counter(page).display() —])\n'
        '#set text(size: 16pt, lang: "zh", font: ("Noto Serif CJK SC", "FandolFang R"))\n'
        "#set par(first-line-indent: (amount: 2em, all: true), justify: true)\n"
        "#align(center)[#text(22pt)[青溪县春灌进展顺利]]\n\n" + "\n\n".join(paragraphs)
    )
    return typst.compile(source.encode(), font_paths=[str(Path(pylopdf_fonts_zh_cn.__file__).parent)])


def test_a_pdf_is_read_in_paragraphs_without_page_numbers():
    imported = read(pdf(PARAGRAPHS), "春灌.pdf")

    assert imported.title == "青溪县春灌进展顺利"
    assert imported.body.split("\n") == PARAGRAPHS
    assert imported.removed[0].what == "删去了2处页码"


def test_a_scan_or_a_damaged_pdf_is_refused():
    with pytest.raises(Refused) as scan:
        read(typst.compile(b"#rect()"), "扫描.pdf")
    with pytest.raises(Refused) as damaged:
        read(b"%PDF-1.7\nxx", "坏.pdf")

    assert (scan.value.code, damaged.value.code) == ("no-text", "damaged")
