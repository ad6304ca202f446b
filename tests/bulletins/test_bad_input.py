"""What is odd in a text, a list or on the machine: a correct page, or one sentence that says what to do."""

import io
from typing import Any

import docx
import pytest
from django.urls import reverse

from qianliyan.bulletins.actions import printing
from qianliyan.bulletins.layouts import layout_of
from qianliyan.bulletins.models import Entry, Issue, PrintOrder
from qianliyan.bulletins.queries.pieces import pieces_of
from qianliyan.bulletins.typesetter import form_of, kept_notices, page_count, pdf_of
from qianliyan.core.uids import new_uid
from qianliyan.desk.models import Draft
from qianliyan.offices.models import Seat
from tests.bulletins.test_file import text_of
from tests.thread import composed, printed_issue
from tests.typesetting.ofd_reader import pages as pages_of_ofd
from tests.world import World

MARKUP = (
    '#image("/etc/passwd") $x^2$ *粗* _斜_ @标签 // 注',
    "<w:fldSimple w:instr='PAGE'/> &amp; <![CDATA[甲]]> <!-- 乙 -->",
    "<script>alert(1)</script> {{ title }} {% include 'x' %}",
    r"{ PAGE \* MERGEFORMAT } \fontsize{99} =SUM(1)",
)
LONG = (
    "关于青石县农村生活污水处理设施建成运行维护经费缺口较大停运设施较多"
    "群众反映比较强烈需要引起重视并统筹解决情况的报告和建议"
)


def layout_with(world: World, **fields: str) -> dict[str, Any]:
    issue = composed(world)
    Draft.objects.update(**fields)
    return layout_of(issue, pieces_of(issue))


def bare(text: str) -> str:
    return "".join(text.split())


def test_markup_of_any_engine_is_printed_as_the_letters_it_is(world: World, sign_in, chief: Seat):
    layout = layout_with(world, body="\n".join(MARKUP))
    page = (
        sign_in(chief).get(reverse("bulletins:issue", args=[Issue.objects.get().uid]) + "?view=text").content.decode()
    )

    paragraphs = docx.Document(io.BytesIO(form_of(layout, "docx"))).paragraphs
    said = {
        "pdf": text_of(form_of(layout, "pdf")),
        "docx": bare("".join(one.text for one in paragraphs)),
        "ofd": bare("".join(mark.text for marks in pages_of_ofd(form_of(layout, "ofd")) for mark in marks)),
    }

    for line in MARKUP:
        assert {form: bare(line) in text for form, text in said.items()} == {"pdf": True, "docx": True, "ofd": True}
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_a_title_of_sixty_characters_is_printed_whole(world: World):
    layout = layout_with(world, title=LONG)

    rendered = pdf_of(layout)

    assert len(LONG) == 60
    assert text_of(rendered.data).count(LONG) == 1


def test_rare_characters_are_set_and_what_cannot_be_set_is_told(world: World):
    layout = layout_with(world, body="\u202e𠮷林、𬀩镇\u200f和\u2066王䶮\u2069反映😀供水问题。")

    count = page_count(layout)

    text = text_of(form_of(layout, "pdf"))
    assert count == 1
    assert ("𠮷林" in text, "王䶮" in text, "\u202e" in text, "\u200f" in text) == (True, True, False, False)
    assert any("控制" in one or "方向" in one for one in kept_notices(layout))


def test_two_hundred_entries_and_empty_columns_are_composed_and_set(
    world: World, sign_in, chief: Seat, django_assert_num_queries
):
    issue = composed(world)
    type(world.bulletin).objects.update(columns=["要情", "动态"])
    draft = Draft.objects.get()
    copies = [_copy(draft, number) for number in range(2, 201)]
    Draft.objects.bulk_create(copies)
    Entry.objects.bulk_create(
        Entry(issue=issue, draft=one, position=place, column="动态") for place, one in enumerate(copies, 1)
    )
    client = sign_in(chief)

    with django_assert_num_queries(12):
        answer = client.get(reverse("bulletins:issue", args=[issue.uid]))

    text = text_of(form_of(answer.context["layout"], "pdf"))
    assert answer.content.decode().count("data-grip") == 200
    assert ("第200条" in text, "动态" in text, "要情" in text) == (True, True, False)


def _copy(draft: Draft, number: int) -> Draft:
    values = {field.attname: getattr(draft, field.attname) for field in Draft._meta.concrete_fields}
    return Draft(**{**values, "id": None, "uid": new_uid(), "title": f"第{number}条", "own_reason": "编辑自拟"})


@pytest.mark.parametrize("written", ["{", '{"faces": [], "folders": ["/nowhere"]}'])
def test_fonts_that_are_gone_are_told_and_nothing_is_lost(
    world: World, sign_in, chief: Seat, settings, tmp_path, written: str
):
    printed_issue(world)
    settings.FONTS = tmp_path / "fonts.json"
    settings.FONTS.write_text(written)

    order = printing.make_file(PrintOrder.objects.get().pk)
    page = sign_in(chief).get(reverse("bulletins:issue", args=[order.issue.uid])).content.decode()

    assert order.state == "failed"
    assert order.error.startswith("没有排成：")
    assert order.error in page
    assert "重新排版" in page
