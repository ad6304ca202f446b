"""A text of the office's own goes to print with its reason; what ought to have a source does not without one."""

import pytest
from django.urls import reverse

from qianliyan.bulletins.actions import composing, printing, signing
from qianliyan.bulletins.models import Credit, Entry
from qianliyan.bulletins.requirements import before_signing
from qianliyan.core.errors import NotReady, Unreadable
from qianliyan.desk.actions import drafts
from qianliyan.desk.models import Draft
from tests.thread import ready_draft

TEXT = ("关于第三季度信息采用情况的通报", "第三季度，全市共采用信息120条。")


def composed(world, draft):
    chief = world.seats["chief"]
    issue = composing.start(world.bulletin, by=chief)
    composing.add(issue, draft, by=chief)
    return issue


def test_an_own_text_is_signed_and_printed_and_nobody_is_credited(world, editor, chief, secretary_general):
    own = drafts.hold_ready(drafts.write(*TEXT, by=editor, why="季度通报"), by=editor)
    issue = signing.send_for_signing(composed(world, own), by=chief)

    printed = printing.publish(signing.sign(issue, by=secretary_general), by=chief)

    entry = Entry.objects.get(issue=printed)
    assert (printed.state, entry.title, entry.units, Credit.objects.count()) == ("printed", TEXT[0], "", 0)
    assert printed.layout["entries"] == [{"title": TEXT[0], "body": TEXT[1], "units": []}]


def test_what_ought_to_have_a_source_is_not_signed_without_one(world, chief):
    draft = ready_draft(world)
    draft.sources.all().delete()

    with pytest.raises(NotReady, match=f"“{draft.title}”没有出处"):
        signing.send_for_signing(composed(world, draft), by=chief)


def test_whoever_writes_says_why_there_is_no_source(world, editor):
    with pytest.raises(Unreadable, match="请写明为什么没有来稿"):
        drafts.write(*TEXT, by=editor, why="  ")


def test_the_signatory_reads_who_wrote_it_and_why(world, editor, chief, secretary_general, sign_in):
    own = drafts.hold_ready(drafts.write(*TEXT, by=editor, why="季度通报"), by=editor)
    issue = signing.send_for_signing(composed(world, own), by=chief)

    page = sign_in(secretary_general).get(reverse("bulletins:issue", args=[issue.uid])).content.decode()

    assert "林编自拟：季度通报" in page
    assert before_signing(issue) == []


def test_an_editor_begins_one_on_its_page(world, editor, officer, sign_in):
    browser, address = sign_in(editor), reverse("desk:own")

    assert browser.post(address, {"title": "小结"}).status_code == 422
    sent = browser.post(address, {"title": "小结", "why": "年终小结"})

    draft = Draft.objects.get()
    assert (draft.title, draft.own_reason, sent.url) == ("小结", "年终小结", reverse("desk:draft", args=[draft.uid]))
    assert "林编自拟：年终小结" in browser.get(sent.url).content.decode()
    assert sign_in(officer).get(address).status_code == 422
