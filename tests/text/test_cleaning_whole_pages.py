"""Whole spoilt pages, each beside what an editor would have kept of it."""

from pathlib import Path

import pytest

from qianliyan.text.cleaning.clean import clean

PAGES = Path(__file__).parents[1] / "data" / "text" / "pages"
SPOILT = sorted(path.name.removesuffix(".clean.txt") for path in PAGES.glob("*.clean.txt"))
WRITTEN = "白桑镇开展冬修水利\n11月以来，白桑镇投入劳力2600人次，清淤沟渠36公里。\n镇政府按每公里3000元给予补助。"


def page(name):
    return (PAGES / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SPOILT)
def test_of_a_spoilt_page_the_article_is_left(name):
    assert clean(page(name)).text + "\n" == page(f"{name}.clean")


@pytest.mark.parametrize("name", [*SPOILT, "several"])
def test_a_page_cleaned_twice_is_cleaned_once(name):
    once = clean(page(name)).text

    assert clean(once).text == once


def test_rows_of_figures_below_a_text_are_no_furniture_of_a_page():
    text = "青石县各乡镇危房情况\n11月25日，青石县住建局排查农村危房。\n河口镇 120\n石门乡 94\n要点甲"

    assert clean(text).text == text


def test_three_pieces_on_one_page_are_offered_apart():
    cleaned = clean(page("several"))

    assert [article.title for article in cleaned.articles] == [
        "城关街道破解加装电梯难题",
        "北山镇发展林下经济",
        "石桥镇整治乱搭乱建",
    ]
    assert all("来源" not in article.text for article in cleaned.articles)


@pytest.mark.parametrize(("written", "read"), [("gb18030", "latin-1"), ("utf-8", "latin-1"), ("utf-8", "cp1252")])
def test_a_page_read_in_the_wrong_encoding_is_read_again(written, read):
    assert clean(WRITTEN.encode(written).decode(read, errors="ignore")).text[:6] == WRITTEN[:6]


def test_one_misread_line_among_sound_ones_is_read_again():
    title, line, last = WRITTEN.split("\n")
    spoilt = "\n".join((title, line.encode().decode("latin-1"), last))

    assert clean(spoilt).text == WRITTEN
