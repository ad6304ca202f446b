"""Recall and reprint under the old number, and numbers kept for issues that exist on paper only."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from qianliyan.bulletins.actions import printing, recalling
from qianliyan.bulletins.mended import find, menders_of, subject_of
from qianliyan.bulletins.models import Edition, Issue, PrintOrder
from qianliyan.bulletins.queries.issues import issues_seen_by
from qianliyan.bulletins.recalled import before_reprinting
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, NotReady, Stale, Unreadable, WrongState
from qianliyan.files.actions import content_of
from qianliyan.offices.models import Seat
from qianliyan.proofing.actions import release
from qianliyan.proofing.queries import proof_of
from qianliyan.workbench.checking.rules import RULES
from tests.bulletins.test_file import text_of
from tests.thread import BODY, TITLE, printed_issue, signed_issue
from tests.world import World


def breaches() -> list[str]:
    return [str(breach) for rule in RULES for breach in rule()]


def recalled(world: World) -> Issue:
    issue = printed_issue(world)
    printing.make_file(PrintOrder.objects.get().pk)
    return recalling.recall(issue, by=world.seats["chief"], reason="第1条数据有误")


def test_a_recalled_issue_is_no_longer_seen_outside_and_its_edition_is_kept(world: World, officer: Seat):
    issue = recalled(world)

    edition = Edition.objects.get()
    assert not issues_seen_by(officer).filter(pk=issue.pk).exists()
    assert (edition.number, edition.reason, edition.layout, edition.file) == (
        1,
        "第1条数据有误",
        issue.layout,
        PrintOrder.objects.get().file,
    )
    assert breaches() == []


def test_a_reprint_has_the_mended_text_and_the_old_number_and_day(
    world: World, officer: Seat, chief: Seat, secretary_general: Seat
):
    issue = recalled(world)
    before = (issue.number, issue.signed_on)
    recalling.mend(
        issue.entries.get(), by=chief, title=TITLE, body=BODY.replace("146座", "164座"), why="笔误", revision=0
    )

    printed = recalling.reprint(issue, by=secretary_general, remark="同意重印")
    order = printing.make_file(PrintOrder.objects.get().pk)

    text = text_of(content_of(order.file))
    assert ("164座" in text, "146座" in text) == (True, False)
    assert (printed.state, printed.number, printed.signed_on) == ("printed", *before)
    assert issues_seen_by(officer).filter(pk=issue.pk).exists()
    assert "146座" in text_of(content_of(Edition.objects.get().file))
    assert breaches() == []


def test_a_recall_needs_its_reason_and_a_printed_issue(world: World, chief: Seat):
    signed = signed_issue(world)
    with pytest.raises(WrongState):
        recalling.recall(signed, by=chief, reason="错")
    printed = printing.publish(signed, by=chief)

    with pytest.raises(Unreadable, match="请写明“收回”的理由"):
        recalling.recall(printed, by=chief, reason=" ")

    assert Issue.objects.get().state == "printed"


def test_whoever_composed_the_issue_does_not_sign_its_reprint(world: World, chief: Seat):
    issue = recalled(world)

    with pytest.raises(NotAllowed):
        recalling.reprint(issue, by=chief)

    assert Issue.objects.get().state == "recalled"


def test_a_printed_entry_is_never_mended_without_a_recall(world: World, chief: Seat):
    issue = printed_issue(world)

    with pytest.raises(WrongState):
        recalling.mend(issue.entries.get(), by=chief, title="改", body="改", why="改", revision=0)

    assert issue.entries.get().title == TITLE


def test_the_way_goes_with_plain_forms(world: World, sign_in, chief: Seat, secretary_general: Seat):
    issue = printed_issue(world)
    composer, signatory = sign_in(chief), sign_in(secretary_general)

    composer.post(reverse("bulletins:recall", args=[issue.uid]), {"reason": "数据有误"})
    entry = issue.entries.get()
    composer.post(
        reverse("bulletins:mending", args=[entry.uid]),
        {"title": "新题", "body": "新文。", "why": "更正", "revision": "0"},
    )
    buttons = [one.label for one in signatory.get(reverse("bulletins:issue", args=[issue.uid])).context["buttons"]]
    signatory.post(reverse("bulletins:reprint", args=[issue.uid]), {"remark": ""})

    fresh = Issue.objects.get()
    assert buttons == ["签发重印"]
    assert (fresh.state, fresh.layout["entries"][0]["title"]) == ("printed", "新题")


def test_a_number_kept_for_a_secret_issue_holds_nothing_of_it(world: World, sign_in, chief: Seat, officer: Seat):
    sign_in(chief).post(
        reverse("bulletins:reservation", args=[world.bulletin.uid]), {"on": "2026-01-05", "signatory": "宋衡"}
    )

    kept = Issue.objects.get()
    assert (kept.state, kept.number, kept.year, kept.signed_on) == ("reserved", 1, 2026, date(2026, 1, 5))
    assert (kept.layout, kept.entries.count(), kept.note) == (None, 0, "")
    assert not issues_seen_by(officer).exists()
    assert signed_issue(world).number == (2 if clock.today().year == 2026 else 1)
    assert breaches() == []


def test_a_number_is_not_kept_for_a_day_to_come_or_by_somebody_else(world: World, sign_in, chief: Seat, editor: Seat):
    tomorrow = {"on": str(clock.today() + timedelta(days=1)), "signatory": "宋衡"}
    answer = sign_in(chief).post(reverse("bulletins:reservation", args=[world.bulletin.uid]), tomorrow)
    assert (answer.status_code, answer.context["form"].errors["on"]) == (422, ["日期在今天之后，请核对。"])
    with pytest.raises(Unreadable, match="不能晚于今天"):
        recalling.reserve(world.bulletin, by=chief, on=clock.today() + timedelta(days=1), signatory="宋衡")
    with pytest.raises(NotAllowed):
        recalling.reserve(world.bulletin, by=editor, on=clock.today(), signatory="宋衡")

    assert Issue.objects.count() == 0


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
