"""One officer's year on one page: what it holds, what it must not hold, who may read it, the comment, the paper."""

import io
import re

import pypdfium2
import pytest
from django.urls import reverse

from qianliyan.assessment.actions import commenting
from qianliyan.assessment.models import Comment, Letter
from qianliyan.assessment.officers import officer as officer_seen
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, Unreadable
from qianliyan.history.models import Event
from qianliyan.instructions.actions.telling import tell_sources
from tests.assessment.steps import page_of
from tests.instructions.steps import court, registered
from tests.thread import TITLE

YEAR = clock.today().year


def page(seat, name="achievement"):
    return f"{reverse(f'assessment:{name}', args=[seat.office_id, seat.person.uid])}?year={YEAR}"


def seen_by(seat, whose):
    return officer_seen(seat, whose.office_id, whose.person.uid)


@pytest.fixture
def year(made):
    return made


def test_the_page_says_what_was_adopted_where_and_what_it_earned_and_nothing_else(year, officer, sign_in):
    browser = sign_in(officer)

    assert browser.get(reverse("assessment:achievements")).url.startswith(page(officer).split("?")[0])
    said = page_of(browser.get(page(officer)))

    assert re.search(rf"《每日要情》 \S+ {TITLE} 《政务信息》\S+ \S+ {TITLE}", said)
    assert "采用2条 省级1 · 市级1" in said
    assert "得分 6.67" in said
    assert not {word for word in ("名次", "登录", "未采用", "退回", "问题类", "点击", "报送") if word in main_of(said)}


def main_of(said):
    return said[said.index("采用2条") : said.index("谁能看到")]


def test_himself_the_head_of_his_unit_and_the_office_may_read_it_and_nobody_else(year, world, judge):
    officer = world.seats["officer"]
    readers = {role for role, seat in world.seats.items() if seen_by(seat, officer)}

    assert readers == {
        "officer",
        "reviewer",
        "signatory",
        *("editor", "colleague", "chief", "secretary_general", f"assessor{judge.office_id}"),
    }


def test_the_office_chooses_a_unit_and_the_head_sees_his_own(year, world, judge, officer, sign_in):
    listed = reverse("assessment:achievements")

    chosen = page_of(sign_in(judge).get(f"{listed}?unit={world.county.pk}&year={YEAR}"))
    headed = page_of(sign_in(world.seats["signatory"]).get(listed))

    assert "石小禾 信息员 2 —" in chosen
    assert "石小禾 信息员 2 —" in headed
    assert "看这个单位" not in headed
    assert sign_in(world.seats["neighbour"]).get(page(officer)).status_code == 404


def test_an_editor_s_comment_is_given_once_taken_back_and_given_anew(year, world, editor, officer, sign_in):
    browser = sign_in(editor)
    browser.post(page(officer, "comments"), {"text": "抓住了运维经费这个要害。"})

    assert "抓住了运维经费这个要害。" in page_of(sign_in(officer).get(page(officer)))
    with pytest.raises(Unreadable, match="先收回再写"):
        commenting.give(seen_by(editor, officer), year=YEAR, text="再写", by=editor)
    browser.post(reverse("assessment:comment_withdrawal", args=[Comment.objects.get().uid]))
    commenting.give(seen_by(editor, officer), year=YEAR, text="再写", by=editor)

    assert list(Comment.objects.order_by("pk").values_list("state", "text")) == [
        ("withdrawn", "抓住了运维经费这个要害。"),
        ("given", "再写"),
    ]
    assert list(Event.objects.filter(verb__startswith="comment.").values_list("verb", flat=True)) == [
        "comment.give",
        "comment.withdraw",
        "comment.give",
    ]


def test_only_the_office_comments_and_nobody_on_himself(year, world, editor, officer):
    with pytest.raises(NotAllowed):
        commenting.give(seen_by(world.seats["signatory"], officer), year=YEAR, text="好", by=world.seats["signatory"])
    own = world.seat("own", "officer", world.county, "林编乙")
    own.person = editor.person
    own.save()
    with pytest.raises(NotAllowed):
        commenting.give(seen_by(editor, own), year=YEAR, text="好", by=editor)


def test_an_instruction_stands_there_as_his_unit_was_told_of_it(world, officer, sign_in):
    instruction = registered(court(world))
    browser = sign_in(officer)
    assert "市领导批示" not in page_of(browser.get(page(officer)))

    tell_sources(instruction, by=world.seats["chief"], depth="excerpt", excerpt="请研究统筹运维。")

    assert re.search(rf"批示1件 市领导批示 \S+ {TITLE} 请研究统筹运维。", page_of(browser.get(page(officer))))


def test_the_printed_page_is_kept_for_him_and_hides_titles_that_may_not_travel(year, world, judge, officer, sign_in):
    browser = sign_in(judge)
    commenting.give(seen_by(judge, officer), year=YEAR, text="材料扎实。", by=judge)
    browser.post(page(officer, "achievement_printings"), {"form": "pdf"})
    letter = Letter.objects.get()
    file = reverse("assessment:letter_file", args=[letter.uid])

    paper = pypdfium2.PdfDocument(io.BytesIO(sign_in(officer).get(file).getvalue()))
    words = "".join(one.get_textpage().get_text_range() for one in paper).replace("\r\n", "")

    assert len(paper) == 1
    assert "姓名：石小禾" in words
    assert "采用信息2条（省级1条，市级1条）" in words
    assert "编辑评语：材料扎实。" in words
    assert "（题目不公开）" in words
    assert TITLE not in words
    assert sign_in(world.seats["neighbour"]).get(file).status_code == 404
    assert letter.person == officer.person


def test_the_page_takes_twelve_queries_for_one_piece_and_for_many(
    year, officer, judge, sign_in, django_assert_max_num_queries
):
    for seat in (officer, judge):
        browser = sign_in(seat)
        browser.get(page(officer))
        with django_assert_max_num_queries(12):
            browser.get(page(officer))
