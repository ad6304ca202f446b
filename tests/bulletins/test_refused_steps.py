"""Each step over the web: not found for other offices, refused in words for posts without it, nothing done."""

import pytest
from django.urls import reverse

from qianliyan.bulletins.actions import composing, printing, signing
from qianliyan.bulletins.models import Issue, PrintOrder
from qianliyan.bulletins.queries.pieces import pieces_of
from qianliyan.offices.models import Seat
from tests.thread import composed, printed_issue, signed_issue
from tests.world import World

REASON = {"reason": "数据有误"}


def awaiting(world: World) -> Issue:
    return signing.send_for_signing(composed(world), by=world.seats["chief"])


def failed(world: World) -> Issue:
    issue = printed_issue(world)
    layout = issue.layout
    Issue.objects.update(layout={"template": "no-such-template"})
    printing.make_file(PrintOrder.objects.get().pk)
    Issue.objects.update(layout=layout)
    return issue


STEPS = {
    "signing_request": (composed, {}),
    "signing_withdrawal": (awaiting, {}),
    "signature": (awaiting, {}),
    "return": (awaiting, REASON),
    "cancellation": (composed, REASON),
    "voidance": (signed_issue, REASON),
    "printing": (signed_issue, {}),
    "renewal": (failed, {}),
    "tail": (composed, {"revision": 0, "report_to": "甲", "copies": 1}),
}


def everything(issue: Issue) -> tuple[object, ...]:
    fresh = Issue.objects.get(pk=issue.pk)
    orders = list(PrintOrder.objects.values_list("state", flat=True))
    return fresh.state, fresh.number, fresh.report_to, [piece.entry.pk for piece in pieces_of(fresh)], orders


@pytest.mark.parametrize("name", STEPS)
def test_a_post_without_the_power_is_told_so_and_nothing_is_done(world: World, sign_in, editor: Seat, name: str):
    make, data = STEPS[name]
    issue = make(world)
    before = everything(issue)

    answer = sign_in(editor).post(reverse(f"bulletins:{name}", args=[issue.uid]), data)

    assert answer.status_code == 422
    assert "您现在的岗位不能办理" in answer.content.decode()
    assert everything(issue) == before


@pytest.mark.parametrize("name", STEPS)
def test_another_offices_issue_is_not_found(world: World, sign_in, provincial_editor: Seat, name: str):
    make, data = STEPS[name]
    issue = make(world)
    before = everything(issue)

    answer = sign_in(provincial_editor).post(reverse(f"bulletins:{name}", args=[issue.uid]), data)

    assert (answer.status_code, everything(issue)) == (404, before)


@pytest.mark.parametrize(("name", "data"), [("position", {"to": "down"}), ("removal", {})])
def test_entries_are_moved_by_composers_only(world: World, sign_in, editor: Seat, provincial_editor: Seat, name, data):
    issue = composed(world)
    address = reverse(f"bulletins:{name}", args=[issue.entries.get().uid])
    before = everything(issue)

    answers = [sign_in(seat).post(address, data).status_code for seat in (editor, provincial_editor)]

    assert (answers, everything(issue)) == ([422, 404], before)


@pytest.mark.parametrize("name", ["signing_request", "signature", "printing", "entries", "order", "removal", "renewal"])
def test_reading_never_takes_a_step(world: World, sign_in, chief: Seat, name: str):
    issue = composed(world)
    thing = issue.entries.get() if name == "removal" else issue

    assert sign_in(chief).get(reverse(f"bulletins:{name}", args=[thing.uid])).status_code == 405


def test_a_tail_saved_meanwhile_keeps_what_was_typed(world: World, sign_in, chief: Seat):
    issue = composed(world)
    composing.set_tail(issue, by=chief, revision=0, send_to="甲")

    answer = sign_in(chief).post(
        reverse("bulletins:tail", args=[issue.uid]), {"revision": 0, "send_to": "我填的名单", "copies": 60}
    )

    assert answer.status_code == 422
    assert "我填的名单" in answer.content.decode()
    assert Issue.objects.get(pk=issue.pk).send_to == "甲"


def test_a_print_run_that_can_only_be_a_slip_is_asked_about(world: World, sign_in, chief: Seat):
    issue = composed(world)
    address = reverse("bulletins:tail", args=[issue.uid])

    answer = sign_in(chief).post(address, {"revision": 0, "send_to": "甲", "copies": 99999999})

    assert (answer.status_code, "印数不能超过9999份" in answer.content.decode()) == (422, True)
    assert Issue.objects.get(pk=issue.pk).copies == issue.copies


def test_the_tail_of_an_issue_that_waits_for_its_signature_is_not_offered(world: World, sign_in, chief: Seat):
    issue = awaiting(world)
    address = reverse("bulletins:tail", args=[issue.uid])

    shown, saved = sign_in(chief).get(address), sign_in(chief).post(address, {"revision": 0, "copies": 60})

    assert (shown.status_code, shown["Location"]) == (302, reverse("bulletins:issue", args=[issue.uid]))
    assert (saved.status_code, Issue.objects.get(pk=issue.pk).copies) == (422, 60)


def test_what_comes_after_printing_is_not_offered_before(world: World, sign_in, chief: Seat):
    issue = awaiting(world)
    pages = [reverse("bulletins:correction", args=[issue.uid])]
    pages.append(reverse("bulletins:mending", args=[issue.entries.get().uid]))

    assert [sign_in(chief).get(page).headers["Location"] for page in pages] == [
        reverse("bulletins:issue", args=[issue.uid])
    ] * 2


@pytest.mark.parametrize("data", [{"remark": "长" * 501}, {"seen": "0" * 64}])
def test_a_signature_that_cannot_count_is_refused_in_a_sentence(
    world: World, sign_in, secretary_general: Seat, data: dict[str, str]
):
    issue = awaiting(world)

    answer = sign_in(secretary_general).post(reverse("bulletins:signature", args=[issue.uid]), data)

    assert answer.status_code == 422
    assert everything(issue)[:2] == ("awaiting", None)
