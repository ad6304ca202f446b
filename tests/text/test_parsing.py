import pytest
from hypothesis import given
from hypothesis import strategies as st

from qianliyan.text.parsing.counting import character_count
from qianliyan.text.parsing.document import Kind
from qianliyan.text.parsing.parse import parse

PAPER = """青溪县春耕生产存在三方面问题
——来自12个乡镇的调研
今年以来，全县春耕总体顺利。但也有问题。
一、主要问题
（一）农资价格偏高。尿素每吨2650元，同比上涨8.2%。
1.化肥
（1）尿素方面
乡镇\t面积
河东镇\t3.2万亩
二、建议
加强调度。

青溪县人民政府办公室
2026年3月20日
（供稿：李某某）"""


def outline(text):
    return [(block.kind, block.level, block.number, block.span.of(text)) for block in parse(text).blocks]


def test_a_paper_falls_into_title_headings_paragraphs_table_and_closing():
    assert parse(PAPER).title == "青溪县春耕生产存在三方面问题"
    assert outline(PAPER) == [
        (Kind.SUBTITLE, 0, 0, "——来自12个乡镇的调研"),
        (Kind.PARAGRAPH, 0, 0, "今年以来，全县春耕总体顺利。但也有问题。"),
        (Kind.HEADING, 1, 1, "一、主要问题"),
        (Kind.PARAGRAPH, 2, 1, "（一）农资价格偏高。尿素每吨2650元，同比上涨8.2%。"),
        (Kind.HEADING, 3, 1, "1.化肥"),
        (Kind.HEADING, 4, 1, "（1）尿素方面"),
        (Kind.TABLE, 0, 0, "乡镇\t面积\n河东镇\t3.2万亩"),
        (Kind.HEADING, 1, 2, "二、建议"),
        (Kind.PARAGRAPH, 0, 0, "加强调度。"),
        (Kind.SIGNATURE, 0, 0, "青溪县人民政府办公室"),
        (Kind.DATE, 0, 0, "2026年3月20日"),
        (Kind.SIGNATURE, 0, 0, "（供稿：李某某）"),
    ]


def test_a_run_in_heading_is_the_first_sentence_of_its_paragraph():
    block = parse(PAPER).blocks[3]

    assert block.heading.of(PAPER) == "农资价格偏高。"
    assert [sentence.of(PAPER) for sentence in block.sentences] == ["农资价格偏高。", "尿素每吨2650元，同比上涨8.2%。"]


def test_table_cells_know_their_place():
    table = parse(PAPER).blocks[6]

    assert [[cell.of(PAPER) for cell in row] for row in table.rows] == [["乡镇", "面积"], ["河东镇", "3.2万亩"]]


def test_a_title_given_apart_leaves_the_text_whole():
    document = parse("第一句。\n第二句。", title="标题")

    assert (document.title, document.title_span, len(document.blocks)) == ("标题", None, 2)


@pytest.mark.parametrize(
    ("line", "level", "number"),
    [
        ("十二、加强领导", 1, 12),
        ("（二十一）落实责任", 2, 21),
        ("3．抓进度", 3, 3),
        ("（10）抓质量", 4, 10),
        ("②抓安全", 5, 2),
    ],
)
def test_heading_numbers_give_level_and_value(line, level, number):
    block = parse(f"标题行\n{line}\n正文。").blocks[0]

    assert (block.level, block.number) == (level, number)


@pytest.mark.parametrize("line", ["12.6万亩已完成播种，进度较快", "2026年以来形势向好", "一是抓进度", "三农工作"])
def test_a_figure_at_the_front_is_no_heading_number(line):
    assert parse(f"标题行\n{line}\n正文。").blocks[0].level == 0


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("他说：“要快。”大家同意。", ["他说：“要快。”", "大家同意。"]),
        ("增长12.6%。为什么？因为好！", ["增长12.6%。", "为什么？", "因为好！"]),
        ("没有句号的一句", ["没有句号的一句"]),
    ],
)
def test_sentences_keep_their_closing_signs(text, sentences):
    document = parse(text, title="")

    assert [sentence.of(text) for sentence in document.sentences] == sentences


def test_the_office_counts_every_character_but_white_space():
    assert character_count("全县 12.6万亩，\n　已播。") == 12


@given(st.text(alphabet="一、（）1.甲。\n\t ：”“；2026年3月5日", max_size=300))
def test_every_block_lies_in_order_within_the_text(text):
    document = parse(text)

    ends = [0, *(place for block in document.blocks for place in block.span)]
    assert ends == sorted(ends)
    assert all(block.span.of(text).strip() for block in document.blocks)
    assert all(block.span.covers(sentence) for block in document.blocks for sentence in block.sentences)
