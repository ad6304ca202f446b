"""A year as a book: title page, contents and indexes that lead to the pages."""

import io
import json
import re

import docx
from docx.oxml.ns import qn
from tests.typesetting.conftest import EXAMPLES
from tests.typesetting.measure import pages
from tests.typesetting.test_templates import rows

from qianliyan.typesetting.pdf import render_pdf
from qianliyan.typesetting.reading import load
from qianliyan.typesetting.word.file import render_docx

BOOK = json.loads((EXAMPLES / "yearbook.json").read_text(encoding="utf-8"))


def test_a_yearbook_leads_from_contents_and_index_to_the_pages(fonts):
    pdf = render_pdf(load(BOOK), fonts).pdf
    texts = [[re.sub(r"\.{3,}", "…", text) for text in rows(page)] for page in pages(pdf)]

    assert texts[1][:4] == [
        "目录",
        "农业农村",
        "秋粮收购进度快于上年…3",
        "云麓县推行“一村一会计”托管破解村级财务管理难题…5",
    ]
    assert texts[-1][:3] == [
        "单位索引",
        "古渡县人民政府…7",
        "国网云川供电公司…6",
    ]
    assert "市农业农村局…3、6" in texts[-1]
    assert "云麓县推行“一村一会计”托管" in texts[4]


def test_an_index_counts_upwards_and_names_a_page_once(fonts):
    book = {**BOOK, "columns": ["后", "前"]}
    short = [("前", "甲局"), ("后", "甲局"), ("后", "甲局"), ("前", "甲局")]
    book["entries"] = [
        {"title": f"第{n}条", "body": "正文。" * 400, "units": [unit], "subjects": ["粮食"], "column": column}
        for n, (column, unit) in enumerate(short, 1)
    ]
    book["entries"][2]["body"] = "正文。"
    texts = [[re.sub(r"\.{3,}", "…", text) for text in rows(page)] for page in pages(render_pdf(load(book), fonts).pdf)]

    pages_of_unit = next(text for text in texts[-1] if text.startswith("甲局")).partition("…")[2].split("、")
    assert texts[-1][0] == "主题索引"
    assert [int(number) for number in pages_of_unit] == sorted({int(number) for number in pages_of_unit})


def test_the_title_page_of_a_yearbook_stays_one_page(fonts):
    book = {**BOOK, "masthead": "政务信息\n2026年汇编"}
    texts = [rows(page) for page in pages(render_pdf(load(book), fonts).pdf)]

    assert (texts[0][-1], texts[1][0]) == ("2026年12月", "目录")


def test_a_yearbook_in_word_has_page_fields(fonts):
    body = docx.Document(io.BytesIO(render_docx(load(BOOK), fonts).data)).element.body
    fields = [one.get(qn("w:instr")) for one in body.iter(qn("w:fldSimple"))]

    assert fields[:5] == [f"PAGEREF item_{number} \\h" for number in (1, 2, 5, 3, 4)]
    assert len(fields) == 5 + 7
