"""The OFD package carries the PDF's text at the PDF's places."""

import io
import json
import re
from ctypes import c_double

import ofdkit
import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from lxml import etree
from tests.typesetting import ofd_reader
from tests.typesetting.conftest import EXAMPLES
from tests.typesetting.measure import MM, bare, words

from qianliyan.typesetting.ofd.file import render_ofd
from qianliyan.typesetting.pdf import render_pdf
from qianliyan.typesetting.reading import load

NAMESPACE = ofd_reader.NAMESPACE


@pytest.fixture(scope="module")
def made(fonts):
    document = load(json.loads((EXAMPLES / "issue.json").read_text(encoding="utf-8")))
    return render_ofd(document, fonts), render_pdf(document, fonts)


def test_the_text_is_that_of_the_pdf(made):
    ofd, pdf = made

    assert bare(re.sub(r"— \d+ —", "", ofd_reader.words(ofd.data))) == bare(words(pdf.pdf))
    assert (ofd.pages, len(ofd_reader.pages(ofd.data))) == (6, 6)


def test_a_reader_that_is_not_ours_reads_the_same_text_and_who_issued_it(made):
    ofd, pdf = made

    document = ofdkit.open(io.BytesIO(ofd.data))

    assert bare(re.sub(r"— \d+ —", "", document.text())) == bare(words(pdf.pdf))
    assert (len(document.pages), document.info.title) == (6, "政务信息 第187期")


def test_every_character_stands_where_it_stands_in_the_pdf(made):
    ofd, pdf = made
    page = pypdfium2.PdfDocument(pdf.pdf)[1]
    height, text = page.get_height(), page.get_textpage()

    expected = []
    for index in range(text.count_chars()):
        if text.get_text_range(index, 1).strip():
            x, y = c_double(), c_double()
            pypdfium2.raw.FPDFText_GetCharOrigin(text, index, x, y)
            expected.append((round(x.value * MM, 1), round((height - y.value) * MM, 1)))
    found = [mark for mark in ofd_reader.pages(ofd.data)[1] if mark.text.strip()]
    assert [(mark.left, mark.bottom) for mark in found] == [
        (pytest.approx(x, abs=0.1), pytest.approx(y, abs=0.1)) for x, y in expected
    ]


def test_embedded_fonts_draw_every_character_of_the_text(made):
    ofd, _ = made
    archive, base, pages = ofd_reader.parts(ofd.data)
    resources = etree.fromstring(archive.read(f"{base}/PublicRes.xml"))
    files = {
        font.get("ID"): f"{base}/{resources.get('BaseLoc')}/{font.find('ofd:FontFile', NAMESPACE).text}"
        for font in resources.findall(".//ofd:Font", NAMESPACE)
    }

    drawn = {one: set(TTFont(io.BytesIO(archive.read(file))).getBestCmap()) for one, file in files.items()}
    for page in pages:
        for text in page.findall(".//ofd:TextObject", NAMESPACE):
            assert set(map(ord, text.find("ofd:TextCode", NAMESPACE).text)) <= drawn[text.get("Font")]


def test_the_red_rule_is_drawn_as_a_path(made):
    first = ofd_reader.parts(made[0].data)[2][0]
    rule = first.find(".//ofd:PathObject", NAMESPACE)

    assert rule.find("ofd:FillColor", NAMESPACE).get("Value") == "208 2 27"
    assert rule.find("ofd:AbbreviatedData", NAMESPACE).text.startswith("M 28.0000 ")


def test_every_object_has_its_own_number_below_the_largest(made):
    archive, base, pages = ofd_reader.parts(made[0].data)
    largest = int(etree.fromstring(archive.read(f"{base}/Document.xml")).find(".//ofd:MaxUnitID", NAMESPACE).text)

    ids = [int(one.get("ID")) for page in pages for one in page.iter() if one.get("ID")]
    assert len(ids) == len(set(ids))
    assert max(ids) < largest


def test_the_same_data_and_fonts_give_the_same_bytes(issue, fonts, made):
    assert render_ofd(load(issue), fonts).data == made[0].data


def test_characters_outside_the_basic_plane_are_whole(issue, fonts):
    issue["entries"][0]["title"] = "𠮷田镇😀完成改造"
    made = render_ofd(load(issue), fonts).data

    assert ("𠮷田镇" in ofd_reader.words(made), "\ud842" in ofd_reader.words(made)) == (True, False)


def test_a_watermark_is_turned_text(issue, fonts):
    issue["entries"] = issue["entries"][:1]
    data = render_ofd(load({**issue, "watermark": "送审稿"}), fonts).data

    turned = [text for page in ofd_reader.parts(data)[2] for text in page.findall(".//ofd:TextObject[@CTM]", NAMESPACE)]
    assert {text.find("ofd:TextCode", NAMESPACE).text for text in turned} == {"送审稿"}
