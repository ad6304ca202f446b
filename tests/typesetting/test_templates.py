"""Every template with its example: the same text in PDF, DOCX and HTML, and the look of its specimen."""

import io
import json
import re
from collections import Counter

import docx
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from docx.oxml.ns import qn
from lxml import html
from tests.typesetting.conftest import EXAMPLES
from tests.typesetting.measure import bare, lines, pages

from qianliyan.typesetting import layouts
from qianliyan.typesetting.errors import InvalidDocument
from qianliyan.typesetting.pdf import render_pdf
from qianliyan.typesetting.reading import load
from qianliyan.typesetting.screens import render_html
from qianliyan.typesetting.word.file import render_docx

FILES = {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in EXAMPLES.glob("*.json")}
PAPERS = {name: data for name, data in FILES.items() if isinstance(data, dict) and "template" in data}
NUMBER = re.compile(r"^\s*(— )?\d+( —)?\s*$")


def rows(marks):
    """Give the lines of a page as texts."""
    return ["".join(mark.text for mark in line) for line in lines(marks)]


def pdf_text(pdf):
    """Give the text without the page number at the foot of each page."""
    found = []
    for page in pages(pdf):
        texts = rows(page)
        found += texts[:-1] if texts and re.fullmatch(r"(—)?\d+(—)?", texts[-1]) else texts
    return "".join(found)


def test_every_template_has_an_example():
    assert {data["template"] for data in PAPERS.values()} == set(layouts.names())


@pytest.mark.parametrize("name", sorted(PAPERS.keys() - {"yearbook"}))
def test_the_same_text_in_pdf_docx_and_html(name, fonts):
    document = load(PAPERS[name])

    pdf = Counter(bare(pdf_text(render_pdf(document, fonts).pdf)))
    word = docx.Document(io.BytesIO(render_docx(document, fonts).data))
    screen = html.fromstring(render_html(document, fonts).data.decode())
    in_word = "".join(part.text or "" for part in word.element.body.iter(qn("w:t")))
    # The heading of a table that runs over two pages stands on both in print.
    again = [Counter(bare("".join(table["rows"][0]))) for table in PAPERS[name].get("tables", [])]
    assert bare(in_word) == bare(screen.find("body").text_content())
    assert (Counter(bare(in_word)) - pdf, pdf - Counter(bare(in_word)) in [Counter(), *again]) == (Counter(), True)


@pytest.mark.parametrize("name", sorted(PAPERS))
def test_nothing_is_told_about_the_characters_of_an_example(name, fonts):
    assert render_html(load(PAPERS[name]), fonts).notices == ()


def test_run_in_titles_and_units_stand_in_the_paragraph(fonts):
    text = pdf_text(render_pdf(load(PAPERS["daily-points"]), fonts).pdf)

    assert (
        "市政府召开第46次常务会议　　11月19日，市长主持" in text or "市政府召开第46次常务会议11月19日，市长主持" in text
    )
    assert "农民工工资支付等工作。（市政府办公室）" in text
    assert text.startswith("每日要情(4)云川省人民政府办公厅2026年11月20日领导活动")
    assert text.endswith("报送：省长、副省长，秘书长、副秘书长")


def test_units_may_stand_beside_the_title(issue, fonts):
    issue["entries"][0]["units"] = ["市农业农村局"]
    changed = {**issue, "layout": {"items": {"title": "beside", "unit": "none"}}}
    first = next(
        line
        for line in lines(pages(render_pdf(load(changed), fonts).pdf)[0])
        if "局）" in "".join(m.text for m in line)
    )

    assert "".join(mark.text for mark in first) == "秋粮收购进度快于上年（市农业农村局）"
    assert (first[0].left, first[-1].right) == (pytest.approx(28, abs=1), pytest.approx(184, abs=3))


def test_a_summary_lists_sections_and_leaves_empty_ones_out(fonts):
    text = pdf_text(render_pdf(load(PAPERS["daily-news"]), fonts).pdf)

    assert "【内容提要】【工作动态】1.全市冬修水利开工率达到82%【区县动态】1.古渡县建成" in text
    assert "网络动态" not in text


def test_a_circular_sets_its_table_and_the_marks(fonts):
    text = pdf_text(render_pdf(load(PAPERS["circular"]), fonts).pdf)

    assert "破解村级财务管理难题》★●" in text
    assert "云麓县人民政府8621" in text
    assert text.endswith("抄送：市委办公室，市人大常委会办公室，市政协办公室。云川市人民政府办公室2026年11月5日印发")


def test_a_transfer_notice_fills_its_sentence_and_sets_the_leaders_words_apart(fonts):
    page = pages(render_pdf(load(PAPERS["transfer"]), fonts).pdf)[0]
    texts = rows(page)

    assert "古渡县人民政府报来《民营企业续贷“过桥”成本上升》，" in texts[4]
    quoted = next(line for line in lines(page) if line[0].text == "请" and line[1].text == "金")
    assert quoted[0].left == pytest.approx(28 + 4 * 156 / 28, abs=0.3)


def test_a_letter_has_no_number_on_its_first_page_and_a_double_rule(fonts):
    pdf = render_pdf(load(PAPERS["notice-letter"]), fonts).pdf

    assert rows(pages(pdf)[0])[-1] == "（联系人：陈志远，3186027）"


def test_a_sheet_prints_the_code_by_which_its_photo_is_matched(fonts):
    pdf = render_pdf(load(PAPERS["sign-off-sheet"]), fonts).pdf

    assert rows(pages(pdf)[0])[0] == "识别码：K7Q2-3M"


def test_supplements_secrecy_and_copy_number_stand_in_the_head(issue, fonts):
    head = {"copy_number": "000012", "secrecy": "秘密★1年", "urgency": "特急", "supplement": "增刊第3期", "number": ""}
    texts = rows(pages(render_pdf(load({**issue, **head}), fonts).pdf)[0])

    assert texts[:4] == ["000012", "秘密★1年", "特急", "内部资料注意保存"]
    assert "增刊第3期" in texts


def test_an_editors_note_stands_before_the_items_and_in_an_item(issue, fonts):
    issue["note"] = "全刊按语。"
    issue["entries"][0]["note"] = "编者按：本条按语。"
    text = pdf_text(render_pdf(load(issue), fonts).pdf)

    assert "编者按：全刊按语。秋粮收购进度快于上年编者按：本条按语。截至11月20日" in text


def test_a_long_tail_stays_together_on_one_page(issue, fonts):
    issue["tail"] |= {"send": "市委各部门，" * 30, "extra_copies": 20, "people": "责任编辑：陈志远"}
    last = rows(pages(render_pdf(load(issue), fonts).pdf)[-1])

    start = next(at for at, text in enumerate(last) if text.startswith("报："))
    assert last[start + 1].startswith("送：")
    assert last[-3:-1] == ["责任编辑：陈志远（共印60份）", "本期增发20份"]


def test_an_office_may_change_its_own_layout(issue, fonts):
    plain = {
        "styles": {"masthead": {"colour": "#084e8f"}},
        "texts": {"contents_heading": "内容提要"},
        "numbers": {"form": "none"},
    }
    texts = rows(pages(render_pdf(load({**issue, "layout": plain}), fonts).pdf)[0])

    assert "内容提要" in texts
    assert "—1—" not in texts


def test_a_long_opinion_makes_its_box_taller(sign_off_sheet, fonts):
    sign_off_sheet["boxes"][1] = {
        "label": "保密审查意见",
        "opinion": "经审查，不涉及国家秘密和工作秘密。" * 14,
        "name": "刘洋",
    }
    page = pages(render_pdf(load(sign_off_sheet), fonts).pdf)[0]
    texts = rows(page)

    signed = next(at for at, text in enumerate(texts) if text.startswith("签名：刘洋"))
    assert sum("经审查" in text or "工作秘密" in text for text in texts[:signed]) > 6
    assert [text for text in texts[signed + 1 :] if "经审查" in text] == []


@pytest.mark.parametrize(
    ("form", "first"), [("{n}. ", "1.秋粮收购进度快于上年"), ("{cn}、", "一、秋粮收购进度快于上年")]
)
def test_items_may_be_numbered(issue, fonts, form, first):
    numbered = {**issue, "contents": False, "layout": {"items": {"number": form}}}

    assert first in rows(pages(render_pdf(load(numbered), fonts).pdf)[0])


def test_bars_are_as_long_as_their_numbers(fonts):
    page = pypdfium2.PdfDocument(render_pdf(load(PAPERS["circular"]), fonts).pdf)[1]
    found = [one.get_bounds() for one in page.get_objects() if one.type == pdfium.FPDF_PAGEOBJ_PATH]
    lengths = [right - left for left, bottom, right, top in found if round(top - bottom, 1) == 9.9]

    assert [length / lengths[0] for length in lengths] == pytest.approx(
        [1, 387.5 / 412, 366 / 412, 241 / 412], abs=0.002
    )


@pytest.mark.parametrize(("values", "fault"), [([1, -2], "图中的数不能是负数"), ([1] * 61, "图中有61条，最多60条")])
def test_what_is_no_length_is_refused(issue, fonts, values, fault):
    issue["entries"][0]["charts"] = [{"bars": [{"label": "甲", "value": value} for value in values]}]

    with pytest.raises(InvalidDocument) as refused:
        render_html(load(issue), fonts)

    assert str(refused.value) == f"charts：{fault}"


def test_bars_without_any_length_are_set(issue, fonts):
    issue["entries"][0]["charts"] = [{"bars": [{"label": "甲", "value": 0}], "caption": "空图"}]

    assert "空图甲0" in pdf_text(render_pdf(load(issue), fonts).pdf)
