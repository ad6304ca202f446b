"""GB/T 9704-2012 measured on the finished PDF, in millimetres."""

import pypdfium2
import pytest
from tests.typesetting.measure import lines, pages

from qianliyan.typesetting.pdf import render_pdf
from qianliyan.typesetting.reading import load

FULL = "国" * 28 * 70


@pytest.fixture(scope="module")
def plain(fonts):
    document = load({"template": "zhengwu", "entries": [{"title": "", "body": FULL}], "masthead": "简报"})
    return render_pdf(document, fonts).pdf


def test_the_paper_is_a4(plain):
    size = pypdfium2.PdfDocument(plain)[0].get_size()

    assert [round(side * 25.4 / 72, 1) for side in size] == [210.0, 297.0]


def test_a_full_page_has_22_lines_of_28_characters(plain):
    second = lines(pages(plain)[1])

    assert [len(line) for line in second[:-1]] == [28] * 22


def test_the_example_has_22_lines_on_a_page_of_text_and_titles_keep_the_lines_in_register(issue, fonts):
    found = [lines(page)[:-1] for page in pages(render_pdf(load(issue), fonts).pdf)]

    assert len(found[1]) == 22
    assert [round(page[-1][0].top) for page in found[1:5]] == [round(found[1][-1][0].top)] * 4


def test_the_type_area_is_156_by_225_and_begins_37_from_the_top_and_28_from_the_left(plain):
    marks = [mark for line in lines(pages(plain)[1])[:-1] for mark in line]

    left, right = min(mark.left for mark in marks), max(mark.right for mark in marks)
    top, bottom = min(mark.top for mark in marks), max(mark.bottom for mark in marks)
    assert left == pytest.approx(28, abs=0.3)
    assert right == pytest.approx(184, abs=0.3)
    assert top == pytest.approx(37, abs=1.5)
    assert 255 < bottom <= 262


def test_characters_are_16_points(plain):
    mark = pages(plain)[1][0]

    assert mark.right - mark.left == pytest.approx(16 * 25.4 / 72, abs=0.1)


def test_a_paragraph_begins_two_characters_in(plain):
    first = next(line for line in lines(pages(plain)[0]) if line[0].text == "国")

    assert first[0].left == pytest.approx(28 + 2 * 156 / 28, abs=0.1)


def test_page_numbers_stand_between_dashes_one_character_from_the_outer_edge(plain):
    first, second = (lines(page)[-1] for page in pages(plain)[:2])

    assert ("".join(mark.text for mark in first), "".join(mark.text for mark in second)) == ("—1—", "—2—")
    assert first[-1].right == pytest.approx(184 - 14 * 25.4 / 72, abs=0.3)
    assert second[0].left == pytest.approx(28 + 14 * 25.4 / 72, abs=0.3)


def test_page_numbers_stand_7_below_the_type_area(plain):
    number = lines(pages(plain)[0])[-1]

    digit = next(mark for mark in number if mark.text == "1")
    assert 268 < digit.top < 271
