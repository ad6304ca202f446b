import io
from datetime import UTC, datetime

from django.urls import reverse
from PIL import Image

from qianliyan.core import clock
from qianliyan.desk import as_sent
from qianliyan.desk.actions import submissions
from qianliyan.files.actions import content_of, keep
from qianliyan.files.content import PHOTOS
from qianliyan.files.models import File
from qianliyan.items.actions import attachments, review, sending, writing
from qianliyan.items.actions.paper import PaperSignature, record_signing
from qianliyan.items.stages import Stage
from tests.desk.steps import signed
from tests.thread import handed_over, submitted, written_item


def photo():
    picture = io.BytesIO()
    Image.new("RGB", (40, 60), "white").save(picture, "JPEG")
    return picture.getvalue()


TEXT = "附表：各乡镇设施运行情况".encode()


def test_the_sign_off_record_names_everybody_who_approved(world):
    submission = submitted(world)

    record = [(str(one.get_stage_display()), one.signer, one.on_paper) for one in as_sent.sign_offs_of(submission)]

    assert record == [
        ("核稿", "青石县政府办 核稿人 安明", False),
        ("保密审查", "青石县政府办 核稿人 安明", False),
        ("审核", "青石县政府办 分管副主任 岳川", False),
        ("签发", "青石县政府办 主任 方远", False),
    ]


def test_inner_refusals_stay_with_the_unit(world, officer, checker, reviewer, signatory):
    item = review.send_back(handed_over(world), by=checker, reason="请补数据")
    item = review.hand_over(item, by=officer)
    for who in (checker, checker, reviewer):
        item = review.approve(item, by=who)
    submission = sending.submit(review.sign(item, by=signatory), by=officer, receiver=world.city)

    assert [one.decision for one in as_sent.sign_offs_of(submission)] == ["approved"] * 4


def test_the_fields_are_those_of_the_signed_version(world, officer, editor):
    fields = {"supplier": "石新", "internal": True, "occurred_at": datetime(2026, 11, 20, 1, 30, tzinfo=UTC)}
    submission = submitted(world, **fields)
    submissions.send_back(submission, by=editor, reason="请核对")
    item = submission.item
    item.refresh_from_db()
    writing.save(item, by=officer, revision=item.revision, supplier="别人")

    lines = [(str(line.label), line.text) for line in as_sent.fields_of(submission)]

    assert lines == [
        ("拟稿人", "石小禾 0900-7654321"),
        ("发生时间", "2026年11月20日 09:30"),
        ("供稿人", "石新"),
        ("内部", "是"),
    ]


def test_a_paper_signature_shows_its_sheet_to_the_editor(world, officer, editor, sign_in):
    sheet = keep(photo(), "审签单.jpg", allowed=PHOTOS, by=officer)
    stages = (Stage.CHECK, Stage.SCREEN, Stage.REVIEW, Stage.SIGN)
    seats = [world.seats[role] for role in ("checker", "checker", "reviewer", "signatory")]
    on_paper = [PaperSignature(stage, seat, clock.today()) for stage, seat in zip(stages, seats, strict=True)]
    item = record_signing(handed_over(world), by=officer, sheet=sheet, signatures=on_paper)
    submission = sending.submit(item, by=officer, receiver=world.city)

    page = sign_in(editor).get(reverse("desk:submission", args=[submission.uid])).content.decode()
    picture = sign_in(editor).get(reverse("desk:file", args=[submission.uid, sheet.uid]))
    shown = b"".join(picture.streaming_content)

    assert page.count("书面，代录") == 4
    assert reverse("desk:file", args=[submission.uid, sheet.uid]) in page
    assert (picture["Content-Type"], shown) == ("image/jpeg", content_of(sheet))


def test_the_editor_opens_what_was_attached_and_nobody_elses_file(world, officer, editor, provincial_editor, sign_in):
    item = written_item(officer)
    attachment = attachments.attach(item, TEXT, "附表.txt", by=officer)
    other = attachments.attach(written_item(officer), b"other", "other.txt", by=officer)
    submission = sending.submit(signed(world, item), by=officer, receiver=world.city)

    def answer(seat, file):
        return sign_in(seat).get(reverse("desk:file", args=[submission.uid, file.uid]))

    assert b"".join(answer(editor, attachment.file).streaming_content) == TEXT
    assert answer(editor, other.file).status_code == 404
    assert answer(provincial_editor, attachment.file).status_code == 404
    assert File.objects.count() == 2
