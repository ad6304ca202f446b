"""The formulas an assessor writes: what they mean, how they are explained, what they cannot say."""

from datetime import date
from fractions import Fraction
from itertools import pairwise

import pytest

from qianliyan.scoring import formulas
from qianliyan.scoring.errors import Doubtful
from qianliyan.scoring.exact import exact
from qianliyan.scoring.periods import Calendar


class Sheet:
    """A sheet with three numbers and one place."""

    def number(self, name):
        return {"甲": Fraction(7), "乙": Fraction(2), "零": Fraction(0)}[name]

    def call(self, function, names, numbers):
        return Fraction(3)


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("甲 + 乙 × 2", 11, "7+(2×2)"),
        ("（甲－乙）÷4", "1.25", "(7−2)÷4"),
        ("甲 × 50%", "3.5", "7×(50÷100)"),
        ("-甲 + +乙", -5, "(−7)+2"),
        ("最大(甲, 乙, 9)", 9, "最大(7, 2, 9)"),
        ("最小（甲，乙）", 2, "最小(7, 2)"),
        ("绝对值(乙 - 甲)", 5, "绝对值(2−7)"),
        ("取整(甲 / 2)", 3, "取整(7÷2)"),
        ("四舍五入(甲 / 3, 1)", "2.3", "四舍五入(7÷3, 1)"),
        ("四舍五入(甲 / 2)", 4, "四舍五入(7÷2)"),
        ("如果(甲 > 乙, 1, 零 / 零)", 1, "如果(7>2)取1"),
        ("甲 ≥ 7 且 乙 ≠ 2", 0, "(7≥7)且(2≠2)"),
        ("甲 < 7 或 乙 <= 2", 1, "(7<7)或(2≤2)"),
        ("非 (甲 = 7)", 0, "非(7=7)"),
        ("零 / 零", 0, "0÷0"),
        ("名次(甲) × 2", 6, "名次(甲)〔3〕×2"),
        ("查表(表, 甲 + 1)", 3, "查表(表, 7+1)〔3〕"),
        ("1e1", None, ""),
    ],
)
def test_a_formula_is_worked_out_exactly_and_written_with_its_numbers(text, value, words):
    if value is None:
        with pytest.raises(ValueError, match="不是数"):
            formulas.read(text)
        return
    formula = formulas.read(text)

    assert formula.value(Sheet()) == exact(value)
    assert formula.words(Sheet()) == words


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("甲 +", "写法不对"),
        ("甲.乙", "公式里不能写“甲.乙”"),
        ("'甲'", "公式里不能写“'甲'”"),
        ("甲 ** 2", "公式里不能写"),
        ("1 < 甲 < 3", "公式里不能写"),
        ("True", "公式里不能写“True”"),
        ("开方(甲)", "没有函数“开方”"),
        ("名次(3)", "括号里应是名称"),
        ("名次(甲, 乙)", "参数个数不对"),
        ("如果(甲, 乙)", "参数个数不对"),
        ("甲" * 501, "公式超过500个字符"),
        ("__import__('os')", "没有函数“__import__”"),
        ("[甲 for 甲 in 乙]", "公式里不能写"),
    ],
)
def test_a_formula_can_say_nothing_else(text, complaint):
    with pytest.raises(ValueError, match="^.*" + complaint.replace("(", r"\(").replace(".", r"\.")):
        formulas.read(text)


def test_something_divided_by_nothing_is_doubtful():
    with pytest.raises(Doubtful, match="7÷0：除数为零"):
        formulas.read("甲 / 零").value(Sheet())


@pytest.mark.parametrize(
    ("label", "first", "last"),
    [
        ("2013", date(2012, 12, 1), date(2013, 11, 30)),
        ("2013-Q1", date(2012, 12, 1), date(2013, 2, 28)),
        ("2013-H2", date(2013, 6, 1), date(2013, 11, 30)),
        ("2013-B6", date(2013, 10, 1), date(2013, 11, 30)),
        ("2012-12", date(2012, 12, 1), date(2012, 12, 31)),
        ("2013-W01", date(2012, 12, 31), date(2013, 1, 6)),
        ("2012-12..2013-02", date(2012, 12, 1), date(2013, 2, 28)),
    ],
)
def test_a_year_from_december_has_its_own_quarters(label, first, last):
    period = Calendar(12).read(label)

    assert (period.first, period.last) == (first, last)


@pytest.mark.parametrize(
    ("label", "complaint"),
    [
        ("2026-Q5", "2026年没有第5个季度"),
        ("2026-13", "2026年没有13月"),
        ("2026-W60", "2026年没有第60周"),
        ("去年", "时段“去年”写法不对"),
        ("2026-03..2026-01", "首尾颠倒"),
    ],
)
def test_a_period_that_does_not_exist_is_refused(label, complaint):
    with pytest.raises(ValueError, match=complaint):
        Calendar().read(label)


@pytest.mark.parametrize("kind", ["week", "month", "two_months", "quarter", "half"])
@pytest.mark.parametrize("starts", [1, 4, 12])
def test_the_pieces_of_a_year_follow_each_other_without_gap(kind, starts):
    year = Calendar(starts).year(2026)

    pieces = Calendar(starts).pieces(year, kind)

    assert all((after.first - before.last).days == 1 for before, after in pairwise(pieces))
    if kind != "week":
        assert (pieces[0].first, pieces[-1].last) == (year.first, year.last)


def test_a_piece_that_sticks_out_is_cut_and_not_whole():
    pieces = Calendar().pieces(Calendar().read("2026-02..2026-04"), "quarter")

    assert [(piece.label, piece.whole) for piece in pieces] == [("2026-Q1", False), ("2026-Q2", False)]
