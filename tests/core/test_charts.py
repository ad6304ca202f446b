"""Geometry of the small charts."""

from qianliyan.core import charts


def test_bars_stand_on_the_ground_and_the_highest_leaves_room() -> None:
    bars = charts.bars([10, 20], ["9月", ""], width=100, height=100)

    assert bars == [
        charts.Bar(x=10.0, y=54.0, width=30.0, height=46.0, value=10, name="9月"),
        charts.Bar(x=60.0, y=8, width=30.0, height=92, value=20, name=""),
    ]


def test_a_series_of_zeros_lies_flat() -> None:
    assert [bar.height for bar in charts.bars([0, 0], ["", ""], width=10, height=100)] == [0, 0]
    assert {point.y for point in charts.points([3, 3, 3], width=96, height=30, margin=3)} == {27}


def test_parts_follow_one_another_without_a_gap() -> None:
    assert [(bar.x, bar.width) for bar in charts.stack([50, 30], 100, width=200)] == [(0.0, 100.0), (100.0, 60.0)]


def test_a_share_never_leaves_its_length() -> None:
    assert [charts.share(value, 4, 100) for value in (-1, 0, 1, 5)] == [0, 0, 25, 100]


def test_no_values_draw_nothing() -> None:
    assert charts.points([], width=96, height=30, margin=3) == []
    assert charts.bars([], [], width=340, height=100) == []
