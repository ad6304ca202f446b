"""Recall and reprint under the old number, and numbers kept for issues that exist on paper only."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from qianliyan.bulletins.actions import circulation, printing, recalling
from qianliyan.bulletins.models import Edition, Issue, PrintOrder
from qianliyan.bulletins.queries.issues import issues_seen_by
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, Unreadable, WrongState
from qianliyan.files.actions import content_of
from qianliyan.offices.models import Seat
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


def test_a_correction_of_an_edition_that_was_reprinted_stays_with_the_office(
    world: World, sign_in, chief: Seat, officer: Seat, secretary_general: Seat
):
    issue = printed_issue(world)
    circulation.correct(issue, by=chief, text="第1条“146座”应为“164座”。", approved_by="宋衡")
    issue = recalling.recall(issue, by=chief, reason="第1条数据有误")
    issue = recalling.reprint(issue, by=secretary_general)
    circulation.correct(issue, by=chief, text="第1条“运维”应为“运行”。", approved_by="宋衡")

    page = reverse("bulletins:issue", args=[issue.uid])
    outside, inside = (sign_in(seat).get(page).context["corrections"] for seat in (officer, chief))

    assert ([one.text for one in outside], [one.replaced for one in inside]) == (
        ["第1条“运维”应为“运行”。"],
        [True, False],
    )
