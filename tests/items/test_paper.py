import io
from datetime import timedelta

import pypdfium2
import pytest
from PIL import Image
from tests.items.steps import TITLE, handed_over, written

from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, NotReady
from qianliyan.files.actions import keep
from qianliyan.files.content import PHOTOS
from qianliyan.history.models import Event
from qianliyan.items.actions import paper, review, sending
from qianliyan.items.actions.paper import PaperSignature
from qianliyan.items.models import Item
from qianliyan.items.queries import latest_version
from qianliyan.items.sheets import code_of, sheet_pdf
from qianliyan.items.stages import Stage
from qianliyan.items.states import ItemState


def photo() -> bytes:
    picture = io.BytesIO()
    Image.new("RGB", (60, 80), "white").save(picture, "JPEG")
    return picture.getvalue()


@pytest.fixture
def sheet(officer):
    return keep(photo(), "审签单.jpg", allowed=PHOTOS, by=officer)


def signatures(world, *days):
    roles = ((Stage.CHECK, "checker"), (Stage.SCREEN, "checker"), (Stage.REVIEW, "reviewer"), (Stage.SIGN, "signatory"))
    days = days or (clock.today(),) * 4
    return [PaperSignature(stage, world.seats[role], on) for (stage, role), on in zip(roles, days, strict=True)]


def test_what_was_signed_on_paper_counts_as_signed_with_photo_name_and_recorder(world, officer, sheet):
    item = paper.record_signing(handed_over(world), by=officer, sheet=sheet, signatures=signatures(world))

    assert item.state == ItemState.SIGNED
    assert [
        (one.stage, one.seat.person.name, one.recorded_by, one.sheet, clock.local(one.at).date())
        for one in item.sign_offs.order_by("pk")
    ] == [
        ("check", "安明", officer, sheet, clock.today()),
        ("screen", "安明", officer, sheet, clock.today()),
        ("review", "岳川", officer, sheet, clock.today()),
        ("sign", "方远", officer, sheet, clock.today()),
    ]
    event = Event.objects.get(verb="item.record_signing")
    assert (event.recorded_from, event.on_behalf_of) == ("paper", world.seats["signatory"].label)
    submission = sending.submit(item, by=officer, receiver=world.city)
    assert (submission.signatory_name, submission.signed_on_paper) == ("方远", True)


def test_only_the_remaining_stages_are_recorded(world, officer, checker, sheet):
    item = review.approve(handed_over(world), by=checker)

    item = paper.record_signing(item, by=officer, sheet=sheet, signatures=signatures(world)[1:])

    assert [one.on_paper for one in item.sign_offs.order_by("pk")] == [False, True, True, True]


def test_every_remaining_stage_must_be_on_the_sheet(world, officer, sheet):
    with pytest.raises(NotReady, match="没有写明审核由谁签字"):
        paper.record_signing(
            handed_over(world), by=officer, sheet=sheet, signatures=[*signatures(world)[:2], signatures(world)[3]]
        )

    assert Item.objects.get().state == ItemState.IN_REVIEW


def test_a_date_that_has_not_come_is_refused(world, officer, sheet):
    today, tomorrow = clock.today(), clock.today() + timedelta(days=1)
    item, days = handed_over(world), (today, today, today, tomorrow)

    with pytest.raises(NotReady, match="签发的日期还没有到"):
        paper.record_signing(item, by=officer, sheet=sheet, signatures=signatures(world, *days))


def test_a_date_long_before_the_hand_over_is_refused_and_a_few_days_are_not(world, officer, sheet):
    item = handed_over(world)
    early, late = clock.today() - timedelta(days=8), clock.today() - timedelta(days=7)

    with pytest.raises(NotReady, match="核稿的日期早于"):
        paper.record_signing(item, by=officer, sheet=sheet, signatures=signatures(world, early, late, late, late))
    item = paper.record_signing(item, by=officer, sheet=sheet, signatures=signatures(world, late, late, late, late))

    assert item.state == ItemState.SIGNED


def test_a_later_stage_is_not_signed_before_an_earlier_one(world, officer, sheet):
    today, yesterday = clock.today(), clock.today() - timedelta(days=1)

    with pytest.raises(NotReady, match="签发的日期早于"):
        paper.record_signing(
            handed_over(world), by=officer, sheet=sheet, signatures=signatures(world, today, today, today, yesterday)
        )


def test_who_has_not_the_power_cannot_have_signed(world, officer, reviewer, sheet):
    wrong = [*signatures(world)[:3], PaperSignature(Stage.SIGN, reviewer, clock.today())]

    with pytest.raises(NotReady, match="岳川在签字那天不能办“签发”"):
        paper.record_signing(handed_over(world), by=officer, sheet=sheet, signatures=wrong)


def test_only_the_units_officer_records(world, checker, neighbour, sheet):
    item = handed_over(world)

    for seat in (checker, neighbour):
        with pytest.raises(NotAllowed):
            paper.record_signing(item, by=seat, sheet=sheet, signatures=signatures(world))


def test_the_sheet_bears_the_title_the_stages_and_a_code_for_this_version(world, officer):
    item = handed_over(world)
    code = code_of(item, latest_version(item))

    text = "".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(sheet_pdf(item)))

    joined = "".join(text.split())
    assert [
        word in joined for word in ("信息报送审签单", TITLE, f"识别码：{code}", "云川市人民政府办公室", "石小禾")
    ] == [True] * 5
    assert len(code) == 9
    again = review.hand_over(review.take_back(item, by=officer), by=officer)
    assert code_of(again, latest_version(again)) == code


def test_an_unfinished_text_has_no_code(world):
    item = written(world)

    assert code_of(item, latest_version(item)) == ""


def test_what_was_corrected_by_pen_is_entered_with_the_signature(world, officer, sheet):
    item = paper.record_signing(
        handed_over(world), by=officer, sheet=sheet, signatures=signatures(world), body="按纸上改的正文。"
    )

    assert (item.title, item.body) == (TITLE, "按纸上改的正文。")
    assert [(one.stage, one.version.number, one.corrected) for one in item.sign_offs.order_by("pk")] == [
        ("check", 1, False),
        ("screen", 1, False),
        ("review", 1, False),
        ("sign", 2, True),
    ]
    assert sending.submit(item, by=officer, receiver=world.city).body == "按纸上改的正文。"
