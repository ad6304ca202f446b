"""After the signature: proofs, the distribution sheet, receipts, returned copies, watermarks, corrections."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from qianliyan.bulletins.actions import circulation, composing, printing, proofs, publications, signing
from qianliyan.bulletins.actions.distribution import Place, keep_list
from qianliyan.bulletins.models import Issue, PrintOrder, Proof, Recipient
from qianliyan.bulletins.queries.issues import issues_seen_by
from qianliyan.configuration.actions import set_value
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, NotReady, Unreadable, WrongState
from qianliyan.desk.models import Draft
from qianliyan.offices.models import Seat
from qianliyan.offices.powers import Power
from tests.bulletins.test_file import text_of
from tests.thread import composed, printed_issue, signed_issue
from tests.world import World

SignIn = Callable[[Seat], Client]


def address(name: str, issue: Issue) -> str:
    return reverse(f"bulletins:{name}", args=[issue.uid])


@pytest.fixture
def numbered(world: World, chief: Seat) -> Issue:
    """A printed issue with numbered copies and one list."""
    places = [Place("市长", 1), Place("青石县政府办", 3)]
    standing = keep_list(None, by=chief, name="甲", places=places)
    publications.change(world.bulletin, by=chief, numbered=True, many={"lists": [standing]})
    return printed_issue(world)


def test_an_issue_is_printed_after_the_proofs_its_publication_asks_for(world: World, chief: Seat, editor: Seat):
    publications.change(world.bulletin, by=chief, proofs=2)
    issue = signed_issue(world)
    with pytest.raises(NotReady, match="还没有一校；还没有二校"):
        printing.publish(issue, by=chief)
    proofs.read_proof(issue, by=editor, turn=1)
    with pytest.raises(Unreadable, match="二校请换一个人"):
        proofs.read_proof(issue, by=editor, turn=2)

    proofs.read_proof(issue, by=chief, turn=2, remark="第2页脚注已核")

    assert printing.publish(issue, by=chief).state == "printed"
    assert list(Proof.objects.values_list("turn", "person", "remark")) == [
        (1, editor.person_id, ""),
        (2, chief.person_id, "第2页脚注已核"),
    ]


def test_a_proof_read_before_the_signature_holds_while_the_text_stays(world: World, chief: Seat, editor: Seat):
    publications.change(world.bulletin, by=chief, proofs=1)
    issue = composed(world)
    proofs.read_proof(issue, by=editor, turn=1)
    Draft.objects.update(body="改过的正文。")
    signed = signing.sign(signing.send_for_signing(issue, by=chief), by=world.seats["secretary_general"])

    with pytest.raises(NotReady, match="还没有一校"):
        printing.publish(signed, by=chief)

    proofs.read_proof(signed, by=editor, turn=1)
    assert printing.publish(signed, by=chief).state == "printed"


def test_nobody_outside_the_section_reads_proofs(world: World, officer: Seat):
    with pytest.raises(NotAllowed):
        proofs.read_proof(composed(world), by=officer, turn=1)

    assert Proof.objects.count() == 0


def test_copies_are_numbered_in_the_order_of_the_lists(numbered: Issue):
    sheet = [(one.name, one.copies, one.numbers) for one in numbered.dispatches.all()]

    assert sheet == [
        ("市长", 1, "000001"),
        ("青石县政府办", 3, "000002—000004"),
        ("白桑县人民政府办公室", 1, "000005"),
        ("云川市农业农村局", 1, "000006"),
    ]
    assert {one.office.short_name for one in Recipient.objects.select_related("office")} == {
        "青石县政府办",
        "白桑县政府办",
        "市农业农村局",
    }


def test_the_sheets_are_printed_with_names_numbers_and_proofs(
    world: World, sign_in: SignIn, chief: Seat, numbered: Issue
):
    client = sign_in(chief)

    sheet = text_of(client.get(address("distribution_sheet", numbered)).content)
    order = text_of(client.get(address("print_order_sheet", numbered)).content)

    for words in ("《政务信息》第1期分送单", "青石县政府办3000002—000004", "共印60份，分送6份，存54份"):
        assert words in sheet
    for words in ("《政务信息》第1期付印单", "签发人宋衡", "000001—000060", "一校", "二校"):
        assert words in order


def test_an_office_signs_once_and_leaders_never(world: World, sign_in: SignIn, officer: Seat, numbered: Issue):
    world.posts["leader"] = type(officer.post).objects.create(code="leader", name="县长", powers=[Power.READ])
    leader = world.seat("leader", "leader", world.county, "岳山")
    recipient = Recipient.objects.get(office=world.county)
    with pytest.raises(NotAllowed):
        circulation.sign_for(recipient, by=leader)

    client = sign_in(officer)
    offered = client.get(address("issue", numbered)).context["may_sign_for"]
    client.post(address("receipt", numbered))

    assert offered is True
    assert Recipient.objects.get(office=world.county).signed_for_by == officer.label
    with pytest.raises(Unreadable, match="已经签收过了"):
        circulation.sign_for(recipient, by=world.seats["checker"])


def test_an_office_cannot_sign_for_another(world: World, numbered: Issue):
    with pytest.raises(NotAllowed):
        circulation.sign_for(Recipient.objects.get(office=world.county), by=world.seats["neighbour"])

    assert set(Recipient.objects.values_list("signed_for_at", flat=True)) == {None}


def test_readers_outside_get_their_name_across_the_pages(
    world: World, sign_in: SignIn, officer: Seat, chief: Seat, numbered: Issue
):
    printing.make_file(PrintOrder.objects.get().pk)

    outside = text_of(sign_in(officer).get(address("file", numbered)).content)
    inside = sign_in(chief).get(address("file", numbered))

    assert "石小禾" in outside
    assert "石小禾" not in text_of(b"".join(inside.streaming_content))


def test_an_office_may_do_without_watermarks(
    world: World, sign_in: SignIn, officer: Seat, chief: Seat, numbered: Issue
):
    from qianliyan.bulletins.settings import WATERMARK

    printing.make_file(PrintOrder.objects.get().pk)
    set_value(WATERMARK, False, office=world.city, valid_from=clock.today(), by=chief)

    answer = sign_in(officer).get(address("file", numbered))

    assert "石小禾" not in text_of(b"".join(answer.streaming_content))


def test_a_protected_issue_is_read_by_its_named_readers(world: World, chief: Seat):
    world.posts["leader"] = type(chief.post).objects.create(code="leader", name="副市长", powers=[Power.READ])
    named = world.seat("leader", "leader", world.city, "岳山")
    other = world.seat("other", "leader", world.city, "常河")
    publications.change(world.bulletin, by=chief, many={"named": [named.person], "readers": []})

    issue = printed_issue(world)

    assert [issues_seen_by(seat).filter(pk=issue.pk).exists() for seat in (named, other)] == [True, False]


def test_a_correction_is_seen_by_every_reader_and_the_issue_stays(
    world: World, sign_in: SignIn, officer: Seat, chief: Seat, numbered: Issue
):
    before = numbered.layout

    sign_in(chief).post(address("correction", numbered), {"text": "“83座”应为“38座”。", "approved_by": "宋衡"})

    page = sign_in(officer).get(address("issue", numbered)).content.decode()
    assert "“83座”应为“38座”。" in page
    assert "宋衡同意" not in page
    assert Issue.objects.get(pk=numbered.pk).layout == before


def test_only_a_printed_issue_is_corrected_and_only_by_its_composers(world: World, chief: Seat, editor: Seat):
    signed = signed_issue(world)
    with pytest.raises(WrongState):
        circulation.correct(signed, by=chief, text="错", approved_by="宋衡")
    printed = printing.publish(signed, by=chief)
    with pytest.raises(NotAllowed):
        circulation.correct(printed, by=editor, text="错", approved_by="宋衡")

    with pytest.raises(Unreadable, match="经谁同意"):
        circulation.correct(printed, by=chief, text="错", approved_by=" ")


def test_the_distribution_page_is_the_sections_own(
    world: World, sign_in: SignIn, officer: Seat, chief: Seat, numbered: Issue
):
    shown = sign_in(chief).get(address("distribution", numbered))

    assert [(sheet.copies, sheet.out) for sheet in shown.context["sheets"]] == [(6, 6)]
    assert sign_in(officer).get(address("distribution", numbered)).status_code == 404
    assert sign_in(chief).get(address("distribution", composing.start(world.bulletin, by=chief))).status_code == 422
