"""The register sheet on one page, and the letter by which an instruction is forwarded."""

from qianliyan.instructions import papers
from qianliyan.instructions.models import Forwarding
from tests.instructions.steps import WORDS, forwarded
from tests.journeys.papers import pages_of, words_of


def test_the_sheet_tells_the_whole_way_on_one_page(world):
    pdf = papers.pdf_of(papers.register_sheet(forwarded(world)))

    words = words_of(pdf)
    for said in ("领导批示登记（处理）单", "市长李明", WORDS, "拟转农业农村局办理。", "宋衡", "云川市农业农村局"):
        assert said in words, said
    assert pages_of(pdf) == 1


def test_the_letter_quotes_the_leader_and_says_what_is_asked_and_until_when(world):
    instruction = forwarded(world)
    row = Forwarding.objects.get(instruction=instruction)
    Forwarding.objects.update(request="请写明责任人。")
    row.refresh_from_db()

    pdf = papers.pdf_of(papers.letter(row))

    words = words_of(pdf)
    day = papers.written(row.due_on)
    for said in (
        "批示转办通知",
        "云川市农业农村局：",
        "青石县人民政府办公室报来",
        WORDS,
        "请写明责任人。",
        f"并于{day}前",
    ):
        assert said in words, said
    assert pages_of(pdf) == 1
