"""The issue's page in a browser without scripts, and with them."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from qianliyan.bulletins.actions import composing, printing, signing
from qianliyan.bulletins.models import Entry, Issue, PrintOrder
from qianliyan.bulletins.queries.pieces import pieces_of
from qianliyan.desk.models import Draft
from qianliyan.offices.models import Seat
from tests.thread import TITLE, composed, printed_issue, ready_draft, signed_issue
from tests.world import World

SignIn = Callable[[Seat], Client]


def url(name: str, thing: Issue | Entry, *more: object) -> str:
    return reverse(f"bulletins:{name}", args=[thing.uid, *more])


def labels(client: Client, issue: Issue) -> list[str]:
    return [button.label for button in client.get(url("issue", issue)).context["buttons"]]


def titles_in(issue: Issue) -> list[str]:
    return [piece.draft.title for piece in pieces_of(issue)]


@pytest.mark.parametrize("count", [1, 3])
def test_the_composers_page_takes_as_many_queries_whatever_is_on_it(
    world: World, sign_in: SignIn, chief: Seat, django_assert_num_queries, count: int
):
    issue = composing.start(world.bulletin, by=chief)
    for _ in range(count):
        composing.add(issue, ready_draft(world), by=chief)
        ready_draft(world)
    client = sign_in(chief)
    client.get(url("issue", issue))

    with django_assert_num_queries(12):
        client.get(url("issue", issue))


@pytest.mark.parametrize("count", [1, 3])
def test_the_signatorys_page_takes_as_many_queries_whatever_is_on_it(
    world: World, sign_in: SignIn, chief: Seat, secretary_general: Seat, django_assert_num_queries, count: int
):
    issue = composing.start(world.bulletin, by=chief)
    for _ in range(count):
        composing.add(issue, ready_draft(world), by=chief)
    signing.send_for_signing(issue, by=chief)
    client = sign_in(secretary_general)
    client.get(url("issue", issue))

    with django_assert_num_queries(11):
        client.get(url("issue", issue))


def test_every_button_names_who_or_what_comes_next(world: World, sign_in: SignIn, chief: Seat, secretary_general: Seat):
    composer, signatory = sign_in(chief), sign_in(secretary_general)
    issue = composed(world)
    assert (labels(composer, issue), labels(signatory, issue)) == (["取消本期", "送秘书长签发"], [])

    signing.send_for_signing(issue, by=chief)
    assert labels(composer, issue) == ["撤回送签，继续编排"]
    assert labels(signatory, issue) == ["退回何科修改", "签发，交何科付印"]

    issue = signing.sign(issue, by=secretary_general)
    assert (labels(composer, issue), labels(signatory, issue)) == (["作废（期号保留）", "刊发付印"], [])

    printing.publish(issue, by=chief)
    assert (labels(composer, issue), labels(signatory, issue)) == (["收回重印"], [])


def test_what_is_missing_stands_beside_a_button_that_rests(world: World, sign_in: SignIn, chief: Seat):
    issue = composing.start(world.bulletin, by=chief)

    page = sign_in(chief).get(url("issue", issue))

    assert [missing.text for missing in page.context["missing"]] == ["还没有编入稿件"]
    assert '<button class="button" disabled>还缺1项</button>' in page.content.decode()


def test_problems_come_first_for_the_protected_publication_and_last_for_others(
    world: World, sign_in: SignIn, chief: Seat
):
    ready_draft(world, title="动态一")
    ready_draft(world, title="问题一", kind="problem")
    ready_draft(world, title="动态二")

    offered = {}
    for publication in (world.bulletin, world.special):
        issue = composing.start(publication, by=chief)
        offers = sign_in(chief).get(url("issue", issue)).context["offers"]
        offered[publication.name] = [(offer.draft.title, offer.elsewhere) for offer in offers]

    assert offered == {
        "政务信息": [("动态二", False), ("动态一", False), ("问题一", True)],
        "专报信息": [("问题一", False), ("动态二", False), ("动态一", False)],
    }


def test_the_whole_way_goes_with_plain_forms(world: World, sign_in: SignIn, chief: Seat, secretary_general: Seat):
    composer, signatory = sign_in(chief), sign_in(secretary_general)
    for title in ("甲", "乙"):
        ready_draft(world, title=title)

    composer.post(url("issues", world.bulletin), {"once": "k1"})
    issue = Issue.objects.get()
    for draft in Draft.objects.order_by("pk"):
        composer.post(url("entries", issue), {"draft": draft.uid})
    assert titles_in(issue) == ["甲", "乙"]
    composer.post(url("position", pieces_of(issue)[1].entry), {"to": "up"})
    assert titles_in(issue) == ["乙", "甲"]
    composer.post(url("removal", pieces_of(issue)[0].entry))
    assert titles_in(issue) == ["甲"]
    composer.post(
        url("tail", issue), {"revision": 0, "report_to": "市领导", "send_to": "甲", "distribute_to": "乙", "copies": 70}
    )
    composer.post(url("signing_request", issue))
    page = signatory.get(url("issue", issue))
    signatory.post(url("signature", issue), {"remark": "同意", "seen": page.context["digest"]})
    composer.post(url("printing", issue))

    issue.refresh_from_db()
    assert (issue.state, issue.number_text, issue.copies, issue.report_to) == ("printed", "第1期", 70, "市领导")
    assert issue.sign_offs.get().remark == "同意"


def test_the_same_click_twice_begins_one_issue(world: World, sign_in: SignIn, chief: Seat):
    client = sign_in(chief)
    client.post(url("issues", world.bulletin), {"once": "k1"})

    second = client.post(url("issues", world.bulletin), {"once": "k1"})

    assert (second.status_code, Issue.objects.count()) == (422, 1)


@pytest.mark.parametrize("name", ["return", "cancellation", "voidance"])
def test_a_step_with_a_reason_asks_for_it(
    world: World, sign_in: SignIn, secretary_general: Seat, chief: Seat, name: str
):
    makes = {
        "return": lambda w: signing.send_for_signing(composed(w), by=chief),
        "cancellation": composed,
        "voidance": signed_issue,
    }
    issue = makes[name](world)
    client = sign_in(secretary_general if name == "return" else chief)

    assert client.get(url(name, issue)).status_code == 200
    assert client.post(url(name, issue), {"reason": " "}).status_code == 422
    done = client.post(url(name, issue), {"reason": "数据有误"})

    targets = {"return": "composing", "cancellation": "abandoned", "voidance": "void"}
    assert (done.status_code, Issue.objects.get(pk=issue.pk).state) == (302, targets[name])


def test_dragging_sends_the_order_and_a_stale_one_is_told(world: World, sign_in: SignIn, chief: Seat):
    issue = composing.start(world.bulletin, by=chief)
    for title in ("甲", "乙"):
        composing.add(issue, ready_draft(world, title=title), by=chief)
    a, b = [str(piece.entry.uid) for piece in pieces_of(issue)]
    client, headers = sign_in(chief), {"Accept": "application/json"}

    moved = client.post(url("order", issue), {"uid": [b, a]}, headers=headers)
    stale = client.post(url("order", issue), {"uid": [b]}, headers=headers)
    nonsense = client.post(url("order", issue), {"uid": ["x"]}, headers=headers)

    assert (moved.status_code, moved.json(), titles_in(issue)) == (200, {}, ["乙", "甲"])
    assert (stale.status_code, nonsense.status_code) == (409, 422)


def test_htmx_gets_the_three_panes_after_a_change(world: World, sign_in: SignIn, chief: Seat):
    issue = composing.start(world.bulletin, by=chief)
    draft = ready_draft(world)

    answer = sign_in(chief).post(url("entries", issue), {"draft": draft.uid}, headers={"HX-Request": "true"})

    body = answer.content.decode()
    assert answer.status_code == 200
    assert [f'id="{name}"' in body for name in ("stock", "pages", "side")] == [True, True, True]
    assert body.count('hx-swap-oob="true"') == 2
    assert "<!doctype" not in body
    assert TITLE in body


def test_a_foreign_draft_is_not_found(world: World, sign_in: SignIn, chief: Seat):
    issue = composing.start(world.bulletin, by=chief)
    Draft.objects.filter(pk=ready_draft(world).pk).update(office=world.province)

    answer = sign_in(chief).post(url("entries", issue), {"draft": Draft.objects.get().uid})

    assert (answer.status_code, titles_in(issue)) == (404, [])


def test_the_page_shows_how_the_file_comes_along(world: World, sign_in: SignIn, chief: Seat):
    issue = printed_issue(world)
    client, htmx = sign_in(chief), {"HX-Request": "true"}

    waiting = client.get(url("progress", issue), headers=htmx).content.decode()
    printing.make_file(PrintOrder.objects.get().pk)
    made = client.get(url("progress", issue), headers=htmx).content.decode()

    assert "正在排版付印" in waiting
    assert f'hx-get="{url("progress", issue)}"' in waiting
    assert "hx-get" not in made
    assert f'href="{url("file", issue)}"' in made


def test_a_file_that_failed_is_ordered_again_by_a_button(world: World, sign_in: SignIn, chief: Seat):
    issue = printed_issue(world)
    layout = issue.layout
    Issue.objects.update(layout={**layout, "template": "没有这个版式"})
    printing.make_file(PrintOrder.objects.get().pk)
    Issue.objects.update(layout=layout)
    client = sign_in(chief)
    assert "重新排版" in client.get(url("issue", issue)).content.decode()

    client.post(url("renewal", issue))

    assert PrintOrder.objects.get().state == "waiting"


def test_who_may_not_return_an_issue_is_not_asked_for_a_reason(world, officer, secretary_general, sign_in):
    issue = printed_issue(world)
    page = reverse("bulletins:return", args=[issue.uid])

    stranger, signatory = sign_in(officer).get(page), sign_in(secretary_general).get(page)

    assert (stranger.status_code, "不能办理“退回修改”" in stranger.content.decode()) == (422, True)
    assert "不能再“退回修改”" in signatory.content.decode()
