"""What an editor changed in a table."""

from qianliyan.desk.papers import Paragraph, paragraphs_of
from qianliyan.text.diffing.rows import Piece


def test_a_change_stays_in_its_cell():
    row = Paragraph([Piece("same", "石门镇\t1"), Piece("removed", "5"), Piece("added", "6"), Piece("same", "\t正常")])

    assert row.cells == [
        [Piece("same", "石门镇")],
        [Piece("same", "1"), Piece("removed", "5"), Piece("added", "6")],
        [Piece("same", "正常")],
    ]
    assert [one.cells for one in paragraphs_of("其余正常。")] == [[]]
