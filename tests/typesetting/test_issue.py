"""The example issue as a reader sees it."""

import re
from concurrent.futures import ThreadPoolExecutor
from ctypes import c_uint

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from tests.typesetting.measure import MM, bare, lines, pages, words

from qianliyan.typesetting import body, layouts
from qianliyan.typesetting.pdf import render_pdf
from qianliyan.typesetting.preview import render_pages
from qianliyan.typesetting.reading import load


@pytest.fixture
def pdf(issue, fonts):
    return render_pdf(load(issue), fonts).pdf


def test_the_example_fills_at_least_three_pages(issue, fonts):
    rendered = render_pdf(load(issue), fonts)

    assert (rendered.pages, len(pages(rendered.pdf)), rendered.notices) == (6, 6, ())


def test_text_read_back_equals_the_input(issue, pdf):
    expected = [issue[name] for name in ("caution", "masthead", "number", "total_number", "office", "date")]
    expected += ["本期要目", *(f"●{entry['title']}" for entry in issue["entries"])]
    for entry in issue["entries"]:
        expected += [entry["title"], entry["body"], f"（{'、'.join(entry['units'])}）"]
    tail = issue["tail"]
    expected += [f"报：{tail['report']}", f"送：{tail['send']}", f"发：{tail['issue']}", "（共印60份）"]

    assert bare(words(pdf)) == bare("".join(expected))


def test_the_masthead_is_red_large_and_centred(pdf):
    line = next(line for line in lines(pages(pdf)[0]) if "".join(m.text for m in line) == "政务信息")

    assert (line[0].left + line[-1].right) / 2 == pytest.approx(106, abs=1)
    assert line[0].bottom - line[0].top > 18


def test_a_red_rule_as_wide_as_the_type_area_closes_the_head(pdf):
    rules = coloured_paths(pdf, 0, (208, 2, 27))

    assert [(round(left, 1), round(right, 1)) for left, _, right, _ in rules] == [(28.0, 184.0)]
    assert 80 < rules[0][1] < 115


def test_the_tail_stands_on_the_last_page_and_ends_at_the_type_area(pdf):
    texts = ["".join(mark.text for mark in page) for page in pages(pdf)]
    rules = coloured_paths(pdf, 5, (0, 0, 0))

    assert ["共印60份" in text for text in texts] == [False] * 5 + [True]
    assert [round(bottom - top, 2) for _, top, _, bottom in rules] == [0.35, 0.25, 0.35]
    assert rules[-1][3] == pytest.approx(262, abs=0.1)


@pytest.mark.parametrize("paragraphs", [8, 9, 12])
def test_a_tail_stands_at_the_foot_of_its_page_even_where_it_is_alone(issue, fonts, paragraphs):
    entry = {"title": "题", "body": "\n".join(["一段文字。"] * paragraphs)}
    short = render_pdf(load({**issue, "contents": False, "entries": [entry]}), fonts)

    alone = "".join(mark.text for mark in pages(short.pdf)[-1]).startswith("报：")
    assert (short.pages, alone) == ((1, False) if paragraphs == 8 else (2, True))
    assert coloured_paths(short.pdf, short.pages - 1, (0, 0, 0))[-1][3] == pytest.approx(262, abs=0.1)


@pytest.mark.parametrize("paragraphs", [8, 9, 10])
def test_a_column_s_heading_and_an_editor_s_note_never_stand_alone_at_the_foot_of_a_page(issue, fonts, paragraphs):
    first = {"title": "题", "body": "\n".join(["一段文字。"] * paragraphs)}
    second = {"title": "后一条", "body": "后文。" * 40, "brief": True, "note": "请各地参考。", "column": "县区动态"}
    issue |= {"contents": False, "columns": ["县区动态"], "entries": [first, second], "tail": {}}

    texts = [bare("".join(mark.text for mark in page)) for page in pages(render_pdf(load(issue), fonts).pdf)]

    together = [("县区动态" in text, "编者按：请各地参考。" in text, "后一条" in text) for text in texts]
    assert together == [(paragraphs == 8,) * 3, (paragraphs != 8,) * 3]


def test_the_same_data_and_fonts_give_the_same_bytes(issue, fonts, pdf):
    assert render_pdf(load(issue), fonts).pdf == pdf


def test_a_watermark_stands_behind_every_page(issue, fonts):
    marked = render_pdf(load({**issue, "watermark": "送审稿"}), fonts).pdf

    assert [page[:3] != [] and {"送", "审", "稿"} <= {mark.text for mark in page} for page in pages(marked)] == [
        True
    ] * 6


def test_the_preview_shows_the_same_pages_as_the_pdf(issue, fonts):
    pictures, _notices = render_pages(load(issue), fonts, 0.5)

    assert [picture[:4] for picture in pictures] == [b"\x89PNG"] * 6


def test_while_composing_the_number_is_left_out(issue, fonts):
    pdf = render_pdf(load({**issue, "number": "", "total_number": ""}), fonts).pdf

    assert "第187期" not in bare(words(pdf))


def coloured_paths(pdf, number, colour):
    """Give the edges of all filled paths of one colour, from top to bottom."""
    page = pypdfium2.PdfDocument(pdf)[number]
    found = []
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]):
        r, g, b, a = (c_uint(0) for _ in range(4))
        pdfium.FPDFPageObj_GetFillColor(item, r, g, b, a)
        if (r.value, g.value, b.value) == colour:
            left, bottom, right, top = item.get_bounds()
            height = page.get_height()
            found.append((left * MM, (height - top) * MM, right * MM, (height - bottom) * MM))
    return sorted(found, key=lambda edges: edges[1])


def test_the_pdf_is_tagged_and_says_that_it_is_pdf_a_2b(pdf):
    assert b"<pdfaid:part>2</pdfaid:part>" in pdf
    assert b"<pdfaid:conformance>B</pdfaid:conformance>" in pdf
    assert re.search(rb"/MarkInfo\s*<<[^>]*/Marked true", pdf)
    assert b"/OutputIntents" in pdf


def test_the_file_knows_its_title_its_office_and_its_date(pdf):
    told = pypdfium2.PdfDocument(pdf).get_metadata_dict(skip_empty=True)

    assert (told["Title"], told["Author"]) == ("政务信息 第187期", "云川市人民政府办公室")
    assert told["CreationDate"].startswith("D:20261120")


def test_titles_are_bookmarks(pdf):
    found = [(mark.level, mark.get_title()) for mark in pypdfium2.PdfDocument(pdf).get_toc()]

    assert found[:4] == [(0, "政务信息"), (1, "秋粮收购进度快于上年"), (2, "一、主要做法"), (2, "二、存在问题")]


def test_several_threads_may_set_at_once(issue, fonts, pdf):
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: render_pdf(load(issue), fonts).pdf, range(8)))

    assert made == [pdf] * 8


TABLE = "一、分乡镇情况\n乡镇\t建成（座）\t停运（座）\n石门镇\t32\t15\n云溪镇\t28\t11\n二、对策建议\n单独一行\t不成表。"


def test_lines_with_tabs_become_the_rows_of_a_ruled_table(issue, fonts):
    issue["entries"] = [{"title": "农村污水设施停运情况", "body": TABLE, "units": ["青石县"]}]

    (first, *_) = pages(render_pdf(load(issue), fonts).pdf)

    printed = ["".join(mark.text for mark in line) for line in lines(first)]
    rows = [text for text in printed if text.startswith(("乡镇", "石门镇", "云溪镇"))]
    assert rows == ["乡镇建成（座）停运（座）", "石门镇3215", "云溪镇2811"]
    assert "单独一行不成表。" in printed
    heads, numbers = (next(line for line in lines(first) if line[0].text == sign) for sign in "乡石")
    assert heads[2].left < numbers[3].left < heads[6].right


@pytest.mark.parametrize(("last", "drawn"), [("11", True), ("十一", False)])
def test_a_table_that_asks_for_it_is_drawn_as_bars_unless_a_value_is_no_length(last, drawn):
    text = f"得分如下。\n各单位\t得分（图）\n石门镇\t32.5\n云溪镇\t{last}"

    made = body.blocks(text, layouts.layout("zhengwu"))

    assert [type(block).__name__ for block in made] == ["Line", *(["Line", "Bars"] if drawn else ["Grid"])]
    if drawn:
        assert made[1].runs[0].text == "各单位得分"
        assert made[2].rows == (("石门镇", "32.5", 1.0), ("云溪镇", "11", 0.3385))
