"""The DOCX of the example issue as Word and python-docx see it."""

import io
import re
import zipfile

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm
from tests.typesetting.measure import bare, words

from qianliyan.typesetting.pdf import render_pdf
from qianliyan.typesetting.reading import load
from qianliyan.typesetting.word.file import render_docx


@pytest.fixture
def data(issue, fonts):
    return render_docx(load(issue), fonts).data


@pytest.fixture
def document(data):
    return docx.Document(io.BytesIO(data))


def texts(document):
    """Give all words of the body in the order of the file."""
    return bare("".join(part.text or "" for part in document.element.body.iter(qn("w:t"))))


def test_the_text_is_that_of_the_pdf(issue, fonts, document):
    assert texts(document) == bare(words(render_pdf(load(issue), fonts).pdf))


def test_page_and_grid_are_those_of_the_norm(document):
    section = document.sections[0]
    grid = section._sectPr.find(qn("w:docGrid"))

    lengths = [section.page_width, section.page_height, section.top_margin, section.left_margin, section.right_margin]
    assert [round(length / Mm(1)) for length in lengths] == [210, 297, 37, 28, 26]
    assert {name.rpartition("}")[2]: value for name, value in grid.items()} == {
        "type": "linesAndChars",
        "linePitch": "579",
        "charSpace": "-860",
    }


def test_titles_and_headings_are_real_headings(document):
    headings = [(p.style.name, p.text) for p in document.paragraphs if p.style.name.startswith("Heading")]

    assert headings[:5] == [
        ("Heading 1", "秋粮收购进度快于上年"),
        ("Heading 2", "一、主要做法"),
        ("Heading 2", "二、存在问题"),
        ("Heading 2", "三、下一步打算"),
        ("Heading 1", "云麓县推行“一村一会计”托管\n破解村级财务管理难题"),
    ]


def test_the_fonts_are_named_as_offices_have_them(document):
    def font(style):
        fonts = document.styles[style].element.rPr.rFonts
        return {fonts.get(qn(f"w:{script}")) for script in ("ascii", "hAnsi", "eastAsia")}

    found = [font(style) for style in ("公文 body", "公文 masthead", "公文 heading1", "公文 heading2")]
    assert found == [{"仿宋_GB2312"}, {"方正小标宋简体"}, {"黑体"}, {"楷体_GB2312"}]


def test_no_theme_font_is_left(data):
    styles = zipfile.ZipFile(io.BytesIO(data)).read("word/styles.xml").decode()

    used = styles[: styles.index("<w:style ")]
    assert "Theme" not in used


def test_page_numbers_are_fields_outside_on_odd_and_even_pages(document):
    section = document.sections[0]
    footers = [section.footer._element, section.even_page_footer._element]

    fields = [footer.find(".//" + qn("w:fldSimple")).get(qn("w:instr")) for footer in footers]
    sides = [footer.find(".//" + qn("w:jc")).get(qn("w:val")) for footer in footers]
    shown = ["".join(t.text for t in footer.iter(qn("w:t"))) for footer in footers]
    assert (fields, sides, shown) == (["PAGE", "PAGE"], ["right", "left"], ["— 1 —", "— 1 —"])
    assert document.settings.odd_and_even_pages_header_footer


def test_a_paragraph_begins_two_characters_in_and_lines_are_exact(document):
    properties = document.styles["公文 body"].element.pPr

    assert properties.find(qn("w:ind")).get(qn("w:firstLineChars")) == "200"
    assert [properties.find(qn("w:spacing")).get(qn(f"w:{name}")) for name in ("line", "lineRule")] == ["579", "exact"]


def test_the_tail_is_held_at_the_foot_of_the_last_page(document):
    place = document.element.body.findall(".//" + qn("w:tblpPr"))

    assert [one.get(qn("w:tblpYSpec")) for one in place] == ["bottom"]
    assert document.tables[-1].cell(0, 0).text.startswith("报：市委、市人大")


def test_contents_lead_to_the_items(document):
    links = [link.get(qn("w:anchor")) for link in document.element.body.iter(qn("w:hyperlink"))]
    places = [place.get(qn("w:name")) for place in document.element.body.iter(qn("w:bookmarkStart"))]

    assert links == places == [f"item_{number}" for number in range(1, 6)]


def test_the_same_data_give_the_same_bytes(issue, fonts, data):
    assert render_docx(load(issue), fonts).data == data


def test_word_fields_and_xml_in_the_text_stay_text(issue, fonts):
    issue["entries"][0]["body"] = "{ PAGE } <w:br/> &amp; MERGEFIELD \\* DDEAUTO"
    document = docx.Document(io.BytesIO(render_docx(load(issue), fonts).data))

    assert any(p.text == "{ PAGE } <w:br/> &amp; MERGEFIELD \\* DDEAUTO" for p in document.paragraphs)
    assert document.element.body.findall(".//" + qn("w:fldSimple")) == []


def test_a_watermark_stands_in_every_header(issue, fonts):
    data = render_docx(load({**issue, "watermark": '送"审<稿'}), fonts).data
    archive = zipfile.ZipFile(io.BytesIO(data))

    marked = [name for name in archive.namelist() if re.match(r"word/header\d\.xml", name)]
    assert ["送&quot;审&lt;稿" in archive.read(name).decode() for name in marked] == [True] * 3


def test_a_sheet_keeps_room_for_the_pen(sign_off_sheet, fonts):
    document = docx.Document(io.BytesIO(render_docx(load(sign_off_sheet), fonts).data))

    heights = [row.height for row in document.tables[0].rows]
    assert [round(height / Mm(1)) for height in heights if height] == [25] * 4
    assert document.tables[0].rows[0].cells[1].text == "秋粮收购进度快于上年"
