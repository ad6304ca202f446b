"""Long titles are broken between words, in a trapezoid or a diamond."""

from itertools import pairwise

import pytest

from qianliyan.typesetting.titles import broken, width

LONG = "关于进一步加强全市农村生活污水处理设施建设运行维护管理工作切实提升农村人居环境整治水平的若干意见和具体措施情况"


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("秋粮收购进度快于上年", ["秋粮收购进度快于上年"]),
        ("云麓县推行“一村一会计”托管破解村级财务管理难题", ["云麓县推行“一村一会计”托管", "破解村级财务管理难题"]),
        ("关于2026年10月份政务信息采用和领导批示情况的通报", ["关于2026年10月份政务信息", "采用和领导批示情况的通报"]),
    ],
)
def test_titles_are_broken_where_a_reader_would_pause(title, lines):
    assert broken(title, 20).split("\n") == lines


def test_a_title_of_60_characters_fits_and_has_a_shape():
    lines = broken(LONG, 20).split("\n")
    widths = [width(line) for line in lines]

    falling = all(a > b for a, b in pairwise(widths))
    rising = all(a < b for a, b in pairwise(widths))
    diamond = len(widths) == 3 and widths[1] > max(widths[0], widths[2])
    assert "".join(lines) == LONG
    assert max(widths) <= 20
    assert falling or rising or diamond


@pytest.mark.parametrize("cut", range(12, 26))
def test_a_break_never_parts_numbers_words_or_marks(cut):
    title = "云川市2026年“一村一会计”、“一业一证”等12项改革（第二批）落地见效情况的调查与思考"
    lines = broken(title, cut).split("\n")

    assert "".join(lines) == title
    for before, after in pairwise(lines):
        assert before[-1] not in "（《“第"
        assert after[0] not in "，。、；：）》”的"
        assert not (before[-1].isdigit() and (after[0].isdigit() or after[0] == "项"))


def test_a_title_that_no_word_parts_is_left_to_the_typesetter():
    assert broken("国" * 200, 20) == "国" * 200
