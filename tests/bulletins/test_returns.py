"""Numbered copies that come back: by their numbers, each edition's by themselves, and before a reprint all of them."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from qianliyan.bulletins.actions import circulation, printing, publications, recalling, returns
from qianliyan.bulletins.actions.distribution import Place, keep_list
from qianliyan.bulletins.archiving import _distribution
from qianliyan.bulletins.models import Dispatch, Edition, Issue, PrintOrder, Recipient
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, NotReady, Unreadable, WrongState
from qianliyan.notices.models import Notice
from qianliyan.offices.models import Seat
from tests.bulletins.test_file import text_of
from tests.thread import TITLE, printed_issue
from tests.world import World

TODAY = clock.today()


@pytest.fixture
def numbered(world: World, chief: Seat) -> Issue:
    """A printed issue of six numbered copies, three of them on one line."""
    places = [Place("市长", 1), Place("青石县政府办", 3)]
    standing = keep_list(None, by=chief, name="甲", places=places)
    publications.change(world.bulletin, by=chief, numbered=True, many={"lists": [standing]})
    return printed_issue(world)


def line_of(name: str, edition: int = 1) -> Dispatch:
    return Dispatch.objects.get(name=name, edition=edition)


def all_back(by: Seat, *, but: str = "", edition: int = 1) -> None:
    for line in Dispatch.objects.filter(edition=edition).exclude(name=but):
        returns.take_back_copies(line, by=by, numbers=line.given, on=TODAY)


def test_copies_come_back_by_their_numbers(numbered: Issue, chief: Seat, editor: Seat):
    line = line_of("青石县政府办")
    with pytest.raises(Unreadable, match="000001不是发给青石县政府办的，青石县政府办的份号是000002—000004"):
        returns.take_back_copies(line, by=chief, numbers=[1, 2], on=TODAY)
    with pytest.raises(Unreadable, match="不能晚于今天"):
        returns.take_back_copies(line, by=chief, numbers=[2], on=TODAY + timedelta(days=1))
    with pytest.raises(NotAllowed):
        returns.take_back_copies(line, by=editor, numbers=[2], on=TODAY)

    back = returns.take_back_copies(line, by=chief, numbers=[4, 2, 2], on=TODAY)

    assert (back.returned, back.out, back.numbers_back, back.numbers_out) == (2, 1, "000002、000004", "000003")


def test_two_who_note_returns_at_once_lose_none(numbered: Issue, chief: Seat):
    line = line_of("青石县政府办")
    returns.take_back_copies(line, by=chief, numbers=[2, 4], seen=[], on=TODAY)
    returns.take_back_copies(line, by=chief, numbers=[3], seen=[], on=TODAY)

    struck = returns.take_back_copies(line, by=chief, numbers=[2, 4], seen=[2, 3, 4], on=TODAY)

    assert (struck.back, struck.returned) == ([2, 4], 2)


def test_copies_without_numbers_are_not_counted_back(world: World, chief: Seat):
    printed_issue(world)

    with pytest.raises(Unreadable, match="没有编份号"):
        returns.take_back_copies(Dispatch.objects.first(), by=chief, numbers=[], on=TODAY)


def test_a_reprint_waits_for_the_copies_of_the_old_edition(numbered: Issue, chief: Seat, secretary_general: Seat):
    issue = recalling.recall(numbered, by=chief, reason="数据有误")
    all_back(chief, but="青石县政府办")
    returns.take_back_copies(line_of("青石县政府办"), by=chief, numbers=[3], on=TODAY)

    with pytest.raises(NotReady, match="旧版未清退：青石县政府办2份（000002、000004）"):
        recalling.reprint(issue, by=secretary_general)

    assert Issue.objects.get().state == "recalled"
    returns.take_back_copies(line_of("青石县政府办"), by=chief, numbers=[2, 3, 4], on=TODAY)
    assert recalling.reprint(issue, by=secretary_general).state == "printed"


def test_an_office_that_had_a_recalled_issue_is_asked_for_its_copies_and_shown_nothing_else(
    sign_in, numbered: Issue, chief: Seat, officer: Seat, provincial_editor: Seat
):
    issue = recalling.recall(numbered, by=chief, reason="第1条失实")
    page, client = reverse("bulletins:issue", args=[issue.uid]), sign_in(officer)

    said, today = client.get(page).content.decode(), client.get(reverse("workbench:today")).content.decode()

    assert ("请退回旧版3份：000002—000004" in said, "请退回旧版：000002—000004" in today) == (True, True)
    assert (TITLE in said, "失实" in said) == (False, False)
    assert Notice.objects.filter(person=officer.person, url=page).exists()
    assert sign_in(provincial_editor).get(page).status_code == 404
    all_back(chief)
    assert "请退回旧版" not in client.get(reverse("workbench:today")).content.decode()


def test_the_signatory_decides_with_a_reason_to_go_on_without_them(
    numbered: Issue, chief: Seat, secretary_general: Seat
):
    with pytest.raises(WrongState):
        returns.go_on_without(numbered, by=secretary_general, reason="遗失")
    issue = recalling.recall(numbered, by=chief, reason="数据有误")
    all_back(chief, but="青石县政府办")
    with pytest.raises(NotAllowed):
        returns.go_on_without(issue, by=chief, reason="遗失")
    with pytest.raises(Unreadable, match="理由"):
        returns.go_on_without(issue, by=secretary_general, reason=" ")

    edition = returns.go_on_without(issue, by=secretary_general, reason="该办报告遗失，已另行追查")

    missing = [{"name": "青石县政府办", "numbers": "000002—000004", "copies": 3, "missing": [2, 3, 4]}]
    assert (edition.unreturned, edition.unreturned_by) == (missing, secretary_general.label)
    assert recalling.reprint(issue, by=secretary_general).state == "printed"
    kept = _distribution(Issue.objects.get())[0]
    assert (kept["edition"], kept["unreturned"]["lines"]) == (1, missing)


def test_what_is_found_missing_after_the_decision_needs_another_one(
    numbered: Issue, chief: Seat, secretary_general: Seat
):
    issue = recalling.recall(numbered, by=chief, reason="数据有误")
    all_back(chief, but="青石县政府办")
    returns.go_on_without(issue, by=secretary_general, reason="遗失")
    returns.take_back_copies(line_of("市长"), by=chief, numbers=[], on=TODAY)

    with pytest.raises(NotReady, match="旧版未清退：市长1份（000001）"):
        recalling.reprint(issue, by=secretary_general)

    returns.go_on_without(issue, by=secretary_general, reason="市长处一份随文件归档")
    assert recalling.reprint(issue, by=secretary_general).state == "printed"


def test_the_reprint_has_lines_and_receipts_of_its_own(
    numbered: Issue, chief: Seat, officer: Seat, secretary_general: Seat
):
    circulation.sign_for(Recipient.objects.get(office=officer.office), by=officer)
    issue = recalling.recall(numbered, by=chief, reason="数据有误")
    all_back(chief)
    recalling.reprint(issue, by=secretary_general)

    returns.take_back_copies(line_of("青石县政府办", 2), by=chief, numbers=[2], on=TODAY)

    lines = [(one.edition, one.numbers, one.out) for one in Dispatch.objects.filter(name="青石县政府办")]
    assert lines == [(1, "000002—000004", 0), (2, "000002—000004", 2)]
    assert Dispatch.objects.filter(edition=1).exclude(signed_for_by="").get().signed_for_by == officer.label
    assert set(Recipient.objects.values_list("signed_for_at", flat=True)) == {None}


def test_the_whole_way_of_a_recall_on_its_pages(
    world: World, sign_in, numbered: Issue, chief: Seat, secretary_general: Seat
):
    printing.make_file(PrintOrder.objects.get().pk)
    composer, signatory = sign_in(chief), sign_in(secretary_general)
    pages = {name: reverse(f"bulletins:{name}", args=[numbered.uid]) for name in ("issue", "distribution", "going_on")}

    composer.post(reverse("bulletins:recall", args=[numbered.uid]), {"reason": "数据有误"})
    for line in Dispatch.objects.exclude(name="青石县政府办"):
        composer.post(reverse("bulletins:returned", args=[line.uid]), {"everything": "1", "on": "2026-11-20"})
    composer.post(
        reverse("bulletins:returned", args=[line_of("青石县政府办").uid]), {"numbers": "2、 4", "on": "2026-11-20"}
    )

    for reader, words in ((composer, "已收回，待改正、清退后重印"), (signatory, "已收回，待签发重印")):
        assert words in reader.get(reverse("workbench:today")).content.decode()
    assert "旧版未清退：青石县政府办1份（000003）" in signatory.get(pages["issue"]).content.decode()
    assert composer.get(pages["going_on"]).status_code == 422
    assert "未退1份：000003" in signatory.get(pages["going_on"]).content.decode()
    signatory.post(pages["going_on"], {"reason": "遗失，已报告"})
    signatory.post(reverse("bulletins:reprint", args=[numbered.uid]), {"remark": ""})
    sheet = composer.get(pages["distribution"]).content.decode()
    assert Issue.objects.get().state == "printed"
    for words in ("第2版（重印）", "第1版（已收回）", "决定不等清退重印：遗失，已报告"):
        assert words in sheet
    paper = composer.get(reverse("bulletins:distribution_sheet", args=[numbered.uid]) + "?edition=1").content
    assert "2份，缺000003" in text_of(paper)
    assert Edition.objects.get().reprinted_at is not None


@pytest.mark.parametrize(
    ("typed", "wrong"), [("二", True), ("4-2", True), ("1-99999", True), ("2，4", False), ("000002—000003", False)]
)
def test_numbers_are_typed_as_one_writes_them(sign_in, numbered: Issue, chief: Seat, typed: str, wrong: bool):  # noqa: FBT001
    line = line_of("青石县政府办")

    sign_in(chief).post(reverse("bulletins:returned", args=[line.uid]), {"numbers": typed, "on": "2026-11-20"})

    line.refresh_from_db()
    assert line.returned == (0 if wrong else 2)
    assert line.returned_on == (None if wrong else date(2026, 11, 20))


@pytest.mark.parametrize("count", [1, 3])
def test_the_sheets_take_as_many_queries_however_often_it_was_printed(
    sign_in, numbered: Issue, chief: Seat, secretary_general: Seat, django_assert_num_queries, count: int
):
    issue = numbered
    for edition in range(1, count):
        issue = recalling.recall(issue, by=chief, reason="有误")
        all_back(chief, edition=edition)
        issue = recalling.reprint(issue, by=secretary_general)
    client = sign_in(chief)

    with django_assert_num_queries(10):
        client.get(reverse("bulletins:distribution", args=[issue.uid]))


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_of_a_printed_and_of_a_recalled_issue_takes_twelve_queries(
    sign_in, numbered: Issue, chief: Seat, secretary_general: Seat, django_assert_num_queries, count: int
):
    issue, client = numbered, sign_in(chief)
    page = reverse("bulletins:issue", args=[issue.uid])
    client.get(page)
    with django_assert_num_queries(11):
        client.get(page)

    for edition in range(1, count):
        issue = recalling.recall(issue, by=chief, reason="有误")
        all_back(chief, edition=edition)
        issue = recalling.reprint(issue, by=secretary_general)
    recalling.recall(issue, by=chief, reason="有误")

    with django_assert_num_queries(12):
        client.get(page)
