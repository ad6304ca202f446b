from hypothesis import given
from hypothesis import strategies as st

from qianliyan.text.diffing.compare import compare
from qianliyan.text.diffing.rows import Piece, Row
from qianliyan.text.parsing.spans import Span

OLD = "全县春灌进展顺利。\n目前已完成12.6万亩，占计划的63%。\n水源总体充足，但西部山区偏紧。\n下一步将加快进度。"


def kinds(old, new):
    return [row.kind for row in compare(old, new)]


def test_equal_texts_give_equal_rows():
    assert kinds(OLD, OLD) == ["same"] * 4


def test_a_changed_figure_is_marked_as_a_whole_number():
    rows = compare("已完成12.6万亩。", "已完成12.8万亩。")

    assert rows == [
        Row(
            "changed",
            (Piece("same", "已完成"), Piece("removed", "12.6"), Piece("same", "万亩。")),
            (Piece("same", "已完成"), Piece("added", "12.8"), Piece("same", "万亩。")),
            Span(0, 10),
            Span(0, 10),
            old_opens=True,
            new_opens=True,
        )
    ]


def test_a_sentence_more_and_a_sentence_less_leave_the_others_aligned():
    assert kinds(OLD, OLD.replace("下一步", "群众反映良好，没有发生纠纷。\n下一步")) == [
        "same",
        "same",
        "same",
        "added",
        "same",
    ]
    assert kinds(OLD, OLD.replace("水源总体充足，但西部山区偏紧。\n", "")) == ["same", "same", "removed", "same"]


def test_a_moved_paragraph_is_a_move_with_both_places_linked():
    lines = OLD.split("\n")
    rows = compare(OLD, "\n".join([lines[2], lines[0], lines[1], lines[3]]))

    assert [row.kind for row in rows] == ["moved", "same", "same", "moved", "same"]
    assert (rows[0].partner, rows[3].partner) == (3, 0)
    assert (rows[0].old, rows[3].new) == ((), ())


def test_a_sentence_moved_and_reworded_shows_what_changed():
    lines = OLD.split("\n")
    rows = compare(OLD, "\n".join([lines[2].replace("偏紧", "紧张"), lines[0], lines[1], lines[3]]))

    assert rows[0].kind == "moved"
    assert rows[0].new == (Piece("same", "水源总体充足，但西部山区"), Piece("added", "紧张"), Piece("same", "。"))


def test_a_paragraph_split_in_two_keeps_its_sentences():
    rows = compare("第一句说春耕。第二句说秋收。", "第一句说春耕。\n第二句说秋收。")

    assert [(row.kind, row.old_opens, row.new_opens) for row in rows] == [("same", True, True), ("same", False, True)]


def test_islands_of_one_character_are_swallowed():
    (row,) = compare("各地要全力做好防汛救灾的各项工作。", "各县区须着力抓实防汛救灾的各项工作。")

    assert row.old == (Piece("same", "各"), Piece("removed", "地要全力做好"), Piece("same", "防汛救灾的各项工作。"))


TEXTS = st.lists(
    st.sampled_from(["甲乙丙丁戊。", "春耕12.6万亩。", "一、标题\n", "\n", "同样的话重复多次。", "短。", "a b c"]),
    max_size=14,
).map("".join)


@given(TEXTS, TEXTS)
def test_each_side_gives_back_its_text(old, new):
    rows = compare(old, new)

    squeezed = ["".join(old.split()), "".join(new.split())]
    left = "".join(piece.text for row in rows for piece in row.old)
    right = "".join(piece.text for row in rows for piece in row.new)
    assert ["".join(left.split()), "".join(right.split())] == squeezed
    assert all(row.partner is None or rows[row.partner].partner == place for place, row in enumerate(rows))
