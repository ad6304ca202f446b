"""Free subjects for the year's index, and an issue printed to be read, the way its reader printed it last."""

from collections.abc import Callable

from django.test import Client
from django.urls import reverse

from qianliyan.bulletins.models import Issue
from qianliyan.core import clock
from qianliyan.offices.models import Seat
from tests.bulletins.ordering import handed_out
from tests.bulletins.test_file import text_of
from tests.thread import BODY, composed, printed_issue
from tests.world import World

SignIn = Callable[[Seat], Client]


def page(name: str, issue: Issue) -> str:
    return reverse(f"bulletins:{name}", args=[issue.uid])


def test_the_yearbook_leads_from_subjects_to_pages(world: World, sign_in: SignIn, chief: Seat):
    issue, client = printed_issue(world), sign_in(chief)
    entry = issue.entries.get()
    before = issue.layout

    client.post(page("subjects", issue), {str(entry.uid): "污水处理、运维经费 污水处理", "revision": "0"})

    entry.refresh_from_db()
    assert entry.subjects == ["污水处理", "运维经费"]
    assert Issue.objects.get(pk=issue.pk).layout == before
    address = reverse("bulletins:year_makings", args=[world.bulletin.uid, clock.today().year])
    text = text_of(handed_out(client, address, "yearbook"))
    behind = text[text.index("主题索引") :]
    assert ("污水处理" in behind, "运维经费" in behind, "单位索引" in behind) == (True, True, True)


def test_two_editors_do_not_overwrite_each_others_subjects(world: World, sign_in: SignIn, chief: Seat):
    issue, client = printed_issue(world), sign_in(chief)
    uid = str(issue.entries.get().uid)
    client.post(page("subjects", issue), {uid: "污水处理", "revision": "0"})

    late = client.post(page("subjects", issue), {uid: "运维经费", "revision": "0"})

    said = late.content.decode()
    assert ("对照两份文字" in said, "运维经费" in said) == (True, True)
    assert issue.entries.get().subjects == ["污水处理"]


def test_only_composers_give_subjects(world: World, sign_in: SignIn, editor: Seat):
    issue = printed_issue(world)

    answer = sign_in(editor).post(page("subjects", issue), {str(issue.entries.get().uid): "污水"})

    assert (answer.status_code, issue.entries.get().subjects) == (404, [])


def test_an_issue_is_printed_with_a_mark_and_its_sources_and_the_choice_is_remembered(
    world: World, sign_in: SignIn, chief: Seat, editor: Seat
):
    issue, client = composed(world), sign_in(chief)

    answer = client.post(page("printing_options", issue), {"mark": "送审稿", "sources": "on"}, follow=True)

    text = text_of(answer.content)
    assert ("送审稿" in text, text.count("附来稿原文"), text.count(BODY[:12])) == (True, 2, 2)
    assert client.get(page("printing_options", issue)).context["form"].initial == {"mark": "送审稿", "sources": True}
    assert sign_in(editor).get(page("printing_options", issue)).context["form"].initial == {}


def test_nobody_outside_prints_it_to_read(world: World, sign_in: SignIn, officer: Seat, provincial_editor: Seat):
    issue = printed_issue(world)

    answers = [sign_in(seat).get(page("printout", issue)).status_code for seat in (officer, provincial_editor)]

    assert answers == [404, 404]
