"""What is like what: on the desk, beside the writer's text, for the composer; and who may know of it."""

import random

import pytest
from django.db.models import Q
from django.urls import reverse

from qianliyan.bulletins.actions import composing
from qianliyan.configuration.actions import set_value
from qianliyan.core import clock
from qianliyan.desk.groups import grouped
from qianliyan.desk.models import Draft
from qianliyan.desk.queries import queue
from qianliyan.items.models import Submission
from qianliyan.search.alike import alike
from qianliyan.search.models import Likeness
from qianliyan.search.settings import ALARM
from tests import thread
from tests.search.prose import sentences

HTMX = {"HX-Request": "true"}


def text(seed, *, shared=0):
    """Ten sentences of their own, the first `shared` of them from the event that everybody reports."""
    event, own = sentences(random.Random(1), 500)[:10], sentences(random.Random(seed), 500)[:10]
    return "\n".join([*event[:shared], *own[shared:]])


def groups(seat):
    """Each group by the titles of its lead and of its members."""
    found = grouped(list(queue(seat)), seat)
    return [(group.lead.title, {one.submission.title for one in group.members}) for group in found]


def test_arrivals_about_the_same_event_group_by_themselves(world, editor):
    thread.submitted(world, title="甲", body=text(2, shared=7))
    thread.submitted(world, title="别的事", body=text(9))
    thread.submitted(world, title="乙", body=text(3, shared=7))
    thread.submitted(world, title="丙", body=text(4, shared=6))

    assert groups(editor) == [("丙", {"乙", "甲"}), ("别的事", set())]


def test_the_queue_shows_the_group_and_one_key_merges_it(world, editor, sign_in):
    for title, seed in (("甲", 2), ("乙", 3)):
        thread.submitted(world, title=title, body=text(seed, shared=7))
    browser = sign_in(editor)

    page = browser.get(reverse("desk:queue")).content.decode()
    picks = [str(one.uid) for one in Submission.objects.all()]
    browser.post(reverse("desk:merging"), {"pick": picks})

    assert "同类2件" in page
    assert 'data-key="m">同类2件并入一稿' in page
    assert Draft.objects.get().sources.count() == 2


def test_what_is_decided_leaves_its_group(world, editor):
    first = thread.submitted(world, title="甲", body=text(2, shared=7))
    thread.submitted(world, title="乙", body=text(3, shared=7))

    thread.submissions.take(first, by=editor)

    assert groups(editor) == [("乙", set())]


def test_the_alarm_is_a_setting(world, editor, chief):
    set_value(ALARM, 90, office=world.city, valid_from=clock.today(), by=chief)
    thread.submitted(world, title="甲", body=text(2, shared=7))

    thread.submitted(world, title="乙", body=text(3, shared=7))

    assert not Likeness.objects.exists()


def fragment(browser, kind, thing):
    return browser.get(reverse("workbench:likeness", args=[kind, thing.uid]), headers=HTMX).content.decode()


def test_the_editor_sees_what_was_printed_before_and_reads_both_texts(world, editor, sign_in):
    thread.printed_issue(world, title="刊发的", body=text(2, shared=7))
    late = thread.submitted(world, title="来晚的", body=text(3, shared=7))
    browser = sign_in(editor)

    html = fragment(browser, "submission", late)
    address = browser.get(reverse("workbench:likeness", args=["submission", late.uid])).context["found"].named[0].url
    sides = browser.get(address)

    assert html.index("已刊发过类似内容") < html.index("刊发的")
    assert sides.context["sides"].characters > 150
    assert '<mark class="found">' in sides.content.decode()


def test_a_thing_is_not_like_itself_at_another_station(world, editor, officer, sign_in):
    thread.printed_issue(world, body=text(2))
    submission = Submission.objects.get()

    assert "没有发现相似材料" in fragment(sign_in(editor), "submission", submission)
    assert "没有发现相似材料" in fragment(sign_in(editor), "draft", Draft.objects.get())
    assert "没有发现相似材料" in fragment(sign_in(officer), "item", submission.item)


def test_a_writer_sees_his_units_items_by_name_and_of_others_only_that_there_is_something(
    world, officer, neighbour, sign_in
):
    thread.submitted(world, title="青石的机密题目", body=text(2, shared=8))
    mine = thread.written_item(officer, title="同一单位再写", body=text(3, shared=8))
    theirs = thread.written_item(neighbour, title="邻县也写", body=text(4, shared=8))

    own, other = fragment(sign_in(officer), "item", mine), fragment(sign_in(neighbour), "item", theirs)

    assert "青石的机密题目" in own
    assert "青石的机密题目" not in other
    assert "已有类似材料，请与信息科联系" in other


def test_an_item_and_what_was_sent_of_it_are_one_line(world, officer, sign_in):
    thread.submitted(world, title="报过的", body=text(2, shared=8))
    mine = thread.written_item(officer, title="再写", body=text(3, shared=8))
    browser = sign_in(officer)

    page = browser.get(reverse("workbench:likeness", args=["item", mine.uid]))
    (line,) = page.context["found"].named
    (sent,) = line.sent

    assert (line.title, line.about, sent.about) == ("报过的", "石小禾", "市政府办")
    assert "报送市政府办" in page.content.decode()
    assert browser.get(line.url).context["other"] == Submission.objects.get().item
    assert browser.get(sent.url).context["other"] == Submission.objects.get()


@pytest.mark.parametrize(("kind", "named"), [("experience", True), ("problem", False)])
def test_printed_texts_are_named_to_readers_unless_they_are_protected(world, neighbour, sign_in, kind, named):
    thread.printed_issue(world, title="刊发的题目", body=text(2, shared=8), kind=kind)
    item = thread.written_item(neighbour, body=text(4, shared=8))
    browser = sign_in(neighbour)

    html = fragment(browser, "item", item)
    entry = composing.Entry.objects.get()
    page = browser.get(reverse("workbench:side_by_side", args=["item", item.uid, "entry", entry.uid]))

    assert ("刊发的题目" in html) is named
    assert ("请与信息科联系" in html) is not named
    assert page.status_code == (200 if named else 404)


@pytest.mark.parametrize(("kind", "known"), [("experience", True), ("problem", False)])
def test_a_writer_is_asked_what_is_new_against_what_he_could_read_in_print(world, neighbour, sign_in, kind, known):
    thread.printed_issue(world, title="刊发的题目", body=text(2, shared=8), kind=kind)
    item = thread.written_item(neighbour, title="又报一次", body=text(2, shared=8))
    address = reverse("proofing:findings", args=[item.uid])

    page = sign_in(neighbour).get(address).content.decode()

    assert ("请写明有什么新情况" in page) is known


def test_what_was_printed_of_an_item_itself_is_no_news_told_twice(world, editor, sign_in):
    issue = thread.printed_issue(world, title="刊发的", body=text(2, shared=7))
    draft = issue.entries.get().draft

    page = sign_in(editor).get(reverse("proofing:findings", args=[draft.uid])).content.decode()

    assert "请写明有什么新情况" not in page


def test_nobody_reads_another_units_text_side_by_side(world, officer, neighbour, sign_in):
    item = thread.written_item(officer, body=text(2))
    theirs = thread.written_item(neighbour, body=text(2))
    browser = sign_in(neighbour)

    assert browser.get(reverse("workbench:likeness", args=["item", item.uid])).status_code == 404
    for other in ("item", "submission", "draft"):
        address = reverse("workbench:side_by_side", args=["item", theirs.uid, other, item.uid])
        assert browser.get(address).status_code == 404


def test_the_composer_is_told_what_was_printed_before(world, chief, sign_in):
    thread.printed_issue(world, title="刊发的", body=text(2, shared=8))
    issue = thread.composed(world, title="又编一条", body=text(3, shared=8))

    html = sign_in(chief).get(reverse("workbench:echoes", args=[issue.uid]), headers=HTMX).content.decode()

    assert "又编一条" in html
    assert "刊发的" in html


def test_a_passage_that_stands_everywhere_is_a_quotation(world, officer):
    speech = "".join(sentences(random.Random(5), 200))
    for number in range(25):
        thread.written_item(officer, body=f"{speech}\n{text(20 + number)[:150]}")
    quoting = f"{speech}\n{text(90)[:150]}"

    def found(commonplace):
        return alike(quoting, Q(source="item"), alarm=28, commonplace=commonplace)

    assert len(found(200)) > 20
    assert found(20) == []
