"""A recall at any moment: no old file in the place of the reprint, no adoption lost, nobody reads unsigned words."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.urls import reverse

from qianliyan.assessment.facts.adopted import adopted
from qianliyan.bulletins.actions import printing, publications, recalling
from qianliyan.bulletins.layouts import as_printed
from qianliyan.bulletins.models import Edition, Issue, PrintOrder
from qianliyan.bulletins.tasks import enqueue_stale
from qianliyan.files.actions import content_of
from qianliyan.notices.models import Notice
from qianliyan.offices.models import Seat
from tests.bulletins.test_file import text_of
from tests.thread import BODY, TITLE, printed_issue
from tests.world import World

MENDED = BODY.replace("146座", "164座")


def mend(issue: Issue, by: Seat) -> None:
    recalling.mend(issue.entries.get(), by=by, revision=0, title=TITLE, body=MENDED, why="笔误")


def test_a_file_set_while_the_issue_was_recalled_and_reprinted_is_not_kept(
    world: World, monkeypatch: pytest.MonkeyPatch, chief: Seat, secretary_general: Seat
):
    issue, setting = printed_issue(world), printing.typesetter.pdf_of

    def set_slowly(layout):
        rendered = setting(layout)
        monkeypatch.undo()
        mend(recalling.recall(issue, by=chief, reason="有误"), chief)
        recalling.reprint(issue, by=secretary_general)
        return rendered

    monkeypatch.setattr(printing.typesetter, "pdf_of", set_slowly)
    assert printing.make_file(PrintOrder.objects.get().pk).state == "waiting"

    order = printing.make_file(PrintOrder.objects.get().pk)
    assert ("164座" in text_of(content_of(order.file)), "146座" in text_of(content_of(order.file))) == (True, False)


def test_nothing_is_set_while_an_issue_is_recalled_and_its_reprint_is_ordered_anew(
    world: World, chief: Seat, secretary_general: Seat
):
    issue = recalling.recall(printed_issue(world), by=chief, reason="有误")
    order = PrintOrder.objects.get()
    PrintOrder.objects.update(queued_at="2026-01-01T00:00Z")

    assert (printing.make_file(order.pk).state, enqueue_stale(), Edition.objects.get().file) == ("waiting", 0, None)

    recalling.reprint(issue, by=secretary_general)
    assert printing.make_file(order.pk).state == "made"


def test_what_was_adopted_stays_adopted_while_the_issue_is_recalled(world: World, chief: Seat):
    issue = printed_issue(world)
    span = SimpleNamespace(first=date(2020, 1, 1), last=date(2030, 1, 1))
    before = list(adopted(world.city, span))

    recalling.recall(issue, by=chief, reason="有误")

    assert (len(before), list(adopted(world.city, span))) == (1, before)


def test_a_leader_reads_a_recalled_text_as_it_was_printed(world: World, chief: Seat):
    issue = recalling.recall(printed_issue(world), by=chief, reason="有误")
    mend(issue, chief)

    entry = issue.entries.select_related("issue").get()
    assert (entry.body, as_printed(entry)) == (MENDED, (TITLE, BODY))


def test_a_reader_by_name_is_told_of_a_recall(world: World, sign_in, chief: Seat):
    leader = world.seats["secretary_general"]
    publications.change(world.bulletin, by=chief, many={"named": [leader.person]})
    issue = recalling.recall(printed_issue(world), by=chief, reason="有误")

    page = reverse("bulletins:issue", args=[issue.uid])
    assert Notice.objects.filter(person=leader.person, url=page).exists()


def test_a_receiving_office_sees_nothing_of_the_making_of_a_file(world: World, sign_in, officer: Seat):
    issue = printed_issue(world)
    address = reverse("bulletins:progress", args=[issue.uid])

    asked = sign_in(officer).get(address, headers={"HX-Request": "true"})
    printing.make_file(PrintOrder.objects.get().pk)
    shown = sign_in(officer).get(address, headers={"HX-Request": "true"}).content.decode()

    assert (asked.status_code, "摘要" in shown, "分送、清退" in shown) == (404, False, False)
