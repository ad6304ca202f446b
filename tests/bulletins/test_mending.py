"""What is mended of a recalled issue: proofed, signed by somebody else, and lost by nobody."""

import pytest
from django.urls import reverse

from qianliyan.bulletins.actions import recalling
from qianliyan.bulletins.mended import find, menders_of, subject_of
from qianliyan.bulletins.models import Issue
from qianliyan.bulletins.recalled import before_reprinting
from qianliyan.core.errors import NotReady, Stale, Unreadable
from qianliyan.offices.models import Seat
from qianliyan.proofing.actions import release
from qianliyan.proofing.queries import proof_of
from tests.bulletins.test_recalling import recalled
from tests.thread import TITLE
from tests.world import World


def mended(issue: Issue, by: Seat, revision: int = 0, body: str = "改正后的正文。") -> None:
    recalling.mend(issue.entries.get(), by=by, revision=revision, title=TITLE, body=body, why="更正")


def test_what_was_mended_is_checked_before_it_is_signed_again(world: World, chief: Seat, secretary_general: Seat):
    issue = recalled(world)
    mended(issue, chief, body="联系人电话13800138000。")

    with pytest.raises(NotReady, match="请删去，或请保密审查人核准"):
        recalling.reprint(issue, by=secretary_general)
    mended(issue, chief, revision=1)

    assert recalling.reprint(issue, by=secretary_general).state == "printed"


def test_a_number_that_was_released_before_stays_released(world: World, chief: Seat, secretary_general: Seat):
    issue = recalled(world)
    mended(issue, chief, body="公布的服务电话13800138000。")
    one = next(one for one in proof_of(subject_of(issue.entries.get())).found if one.blocks)
    screener = world.seat("screener", "checker", world.city, "查密")

    release(find(screener, issue.entries.get().uid), one, by=screener, reason="公布的服务电话")

    assert recalling.reprint(issue, by=secretary_general).state == "printed"


def test_the_signatory_signs_what_he_read_and_nothing_else(world: World, sign_in, chief: Seat, secretary_general: Seat):
    issue = recalled(world)
    mended(issue, chief)
    page = sign_in(secretary_general).get(reverse("bulletins:issue", args=[issue.uid]))
    seen = page.context["digest"]
    mended(issue, chief, revision=1, body="又改了一次。")

    assert "改正后的正文。" in page.content.decode()
    with pytest.raises(Unreadable, match="内容有改动"):
        recalling.reprint(issue, by=secretary_general, seen=seen)
    fresh = sign_in(secretary_general).get(reverse("bulletins:issue", args=[issue.uid])).context["digest"]
    assert recalling.reprint(issue, by=secretary_general, seen=fresh).layout["entries"][0]["body"] == "又改了一次。"


def test_two_windows_mending_one_entry_lose_nothing(world: World, chief: Seat):
    issue = recalled(world)
    mended(issue, chief)

    with pytest.raises(Stale):
        mended(issue, chief, body="另一个窗口里的旧文。")

    assert issue.entries.get().body == "改正后的正文。"


@pytest.fixture
def second_signatory(world: World, secretary_general: Seat) -> Seat:
    """Somebody else who signs; both signatories may mend too."""
    world.posts["secretary_general"].powers.append("compose")
    world.posts["secretary_general"].save()
    secretary_general.refresh_from_db()
    return world.seat("second", "secretary_general", world.city, "宋副")


def test_whoever_mended_it_does_not_sign_it_even_if_somebody_mended_it_after_him(
    world: World, sign_in, chief: Seat, secretary_general: Seat, second_signatory: Seat
):
    issue = recalled(world)
    mended(issue, secretary_general)
    mended(issue, chief, revision=1)

    with pytest.raises(Unreadable, match="您改过这一期的稿件"):
        recalling.reprint(issue, by=secretary_general)

    for seat, asked in ((secretary_general, False), (second_signatory, True)):
        client = sign_in(seat)
        buttons = client.get(reverse("bulletins:issue", args=[issue.uid])).context["buttons"]
        today = client.get(reverse("workbench:today")).content.decode()
        assert ([one.label for one in buttons], "待签发重印" in today) == (["签发重印"] if asked else [], asked)
    assert subject_of(issue.entries.get()).writers >= {secretary_general.person_id, chief.person_id}
    assert recalling.reprint(issue, by=second_signatory).state == "printed"


def test_after_another_recall_only_those_who_mended_since_are_barred(
    world: World, chief: Seat, secretary_general: Seat, second_signatory: Seat
):
    issue = recalled(world)
    mended(issue, secretary_general)
    issue = recalling.reprint(issue, by=second_signatory)
    issue = recalling.recall(issue, by=chief, reason="又有一处")

    assert recalling.reprint(issue, by=secretary_general).state == "printed"


def test_a_reprint_that_nobody_may_sign_says_so(world: World, secretary_general: Seat, second_signatory: Seat):
    issue = recalled(world)
    mended(issue, secretary_general)
    mended(issue, second_signatory, revision=1)

    assert [one.text for one in before_reprinting(issue, list(issue.entries.all()), menders_of(issue))] == [
        "没有能签发重印的人：编排人和改过稿件的人不能签，请安排别的签发岗位或授权代签"
    ]
