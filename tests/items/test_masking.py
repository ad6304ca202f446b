import pytest

from qianliyan.items.masking import shown_title

TITLE = "青石县农村生活污水处理设施“建而不用”"


@pytest.mark.parametrize(
    ("kind", "others_read"),
    [
        ("problem", "问题类信息（题目不公开）"),
        ("warning", "预警类信息（题目不公开）"),
        ("experience", TITLE),
        ("implementation", TITLE),
        ("ordinary", TITLE),
    ],
)
def test_other_units_read_of_a_problem_only_that_there_was_one(kind, others_read):
    assert shown_title(kind, TITLE, own=False) == others_read
    assert shown_title(kind, TITLE, own=True) == TITLE
