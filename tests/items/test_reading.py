"""How a text lies on the paper of a page."""

from qianliyan.items.reading import blocks_of


def test_the_rows_of_a_table_come_in_cells():
    blocks = blocks_of("一、运行情况\n乡镇\t停运（座）\n石门镇\t15\n其余正常。")

    assert [(block["level"], block["cells"]) for block in blocks] == [
        (1, []),
        (0, ["乡镇", "停运（座）"]),
        (0, ["石门镇", "15"]),
        (0, []),
    ]
