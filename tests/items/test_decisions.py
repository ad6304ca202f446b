import re

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.items.steps import BODY, TITLE, handed_over, reviewed, signed, submitted, written
from tests.items.test_paper import photo

from qianliyan.core import clock
from qianliyan.items.actions import attachments, review, writing
from qianliyan.items.models import Item, SignOff, Submission, Version
from qianliyan.items.stages import Stage
from qianliyan.items.states import ItemState


def url(item, name="item", **more):
    return reverse(f"items:{name}", kwargs={"uid": item.uid, **more})


def fetched(browser, address):
    answer = browser.get(address)
    # Reading to the end closes the file as a server does.
    assert list(answer)
    return answer.status_code


def test_the_reviewer_reads_the_text_and_is_told_who_is_next(world, checker, sign_in):
    html = sign_in(checker).get(url(handed_over(world))).content.decode()

    assert [word in html for word in (TITLE, "同意，送保密审查（安明）", "退回修改", "在稿上改")] == [True] * 4


def test_who_is_not_due_reads_without_buttons(world, signatory, sign_in):
    html = sign_in(signatory).get(url(handed_over(world))).content.decode()

    assert [word in html for word in (TITLE, 'id="decision"', 'id="return"')] == [True, False, False]


def test_one_press_approves_and_the_second_says_so(world, checker, sign_in):
    item = handed_over(world)
    browser = sign_in(checker)
    key = re.search(r'name="once" value="([^"]+)"', browser.get(url(item)).content.decode())[1]
    form = {"once": key, "asked": "check", "remark": "数据已核"}

    first, second = browser.post(url(item, "approval"), form), browser.post(url(item, "approval"), form)

    assert (first.status_code, second.status_code) == (302, 422)
    assert list(SignOff.objects.values_list("stage", "remark")) == [("check", "数据已核")]
    assert Item.objects.get().due == Stage.SCREEN


def test_an_old_page_does_not_decide_the_next_stage(world, checker, sign_in):
    item = review.approve(handed_over(world), by=checker)

    answer = sign_in(checker).post(url(item, "approval"), {"asked": "check"})

    assert answer.status_code == 422
    assert "审签中 · 保密审查" in answer.content.decode()


def test_a_correction_that_is_too_long_comes_back_with_the_words(world, checker, sign_in):
    item = handed_over(world)
    form = {"asked": "check", "title": "题" * 1001, "body": "改了半天的正文", "remark": "请看"}

    answer = sign_in(checker).post(url(item, "approval"), form)

    html = answer.content.decode()
    assert (answer.status_code, "有1处要改" in html, "改了半天的正文" in html) == (422, True, True)
    assert SignOff.objects.count() == 0


def test_a_title_of_several_lines_becomes_one(world, checker, sign_in):
    item = handed_over(world)

    sign_in(checker).post(url(item, "approval"), {"asked": "check", "title": "农村污水\r\n设施停运", "body": BODY})

    assert Item.objects.get().title == "农村污水设施停运"


def test_sending_back_without_a_reason_says_that_one_is_needed(world, checker, sign_in):
    item = handed_over(world)
    browser = sign_in(checker)

    empty = browser.post(url(item, "return"), {"asked": "check", "reason": ""})
    browser.post(url(item, "return"), {"asked": "check", "reason": "请核对数字"})

    assert (empty.status_code, "请写明退回修改的理由" in empty.content.decode()) == (422, True)
    assert (Item.objects.get().state, SignOff.objects.get().remark) == (ItemState.DRAFTING, "请核对数字")


def test_the_signatory_sees_what_changed_since_he_sent_it_back(world, officer, signatory, sign_in):
    item = review.send_back(reviewed(world), by=signatory, reason="写明其余2座")
    item = writing.save(item, by=officer, revision=item.revision, body=BODY.replace("停运61座", "停运59座"))
    item = review.hand_over(item, by=officer)
    for role in ("checker", "checker", "reviewer"):
        item = review.approve(item, by=world.seats[role])

    html = sign_in(signatory).get(url(item) + "?view=changes").content.decode()

    assert ("<del>61</del>" in html, "<ins>59</ins>" in html, 'id="decision"' in html) == (True, True, True)


def test_correcting_and_signing_is_one_press_on_the_same_form(world, signatory, sign_in):
    item = reviewed(world)
    browser = sign_in(signatory)
    page = browser.get(url(item) + "?correct=1").content.decode()

    browser.post(
        url(item, "signature"),
        {"asked": "sign", "remark": "同意", "title": TITLE, "body": BODY.replace("\n", "\r\n") + "改。"},
    )

    assert "同意，按修改稿发" in page
    item = Item.objects.get()
    assert (item.state, item.body) == (ItemState.SIGNED, f"{BODY}改。")
    assert Version.objects.get(number=2).by == signatory.label
    assert SignOff.objects.get(stage="sign").corrected is True


def test_the_sheet_is_a_pdf_and_paper_is_recorded_with_its_photo(world, officer, checker, neighbour, sign_in):
    item = handed_over(world)
    browser = sign_in(officer)
    today = clock.today().isoformat()
    roles = {"check": "checker", "screen": "checker", "review": "reviewer", "sign": "signatory"}
    form = {f"{stage}_seat": str(world.seats[role].uid) for stage, role in roles.items()}
    form |= {f"{stage}_on": today for stage in roles}

    sheet = browser.get(url(item, "sheet"))
    answer = browser.post(url(item, "paper"), {**form, "photo": SimpleUploadedFile("单.jpg", photo())}, follow=True)

    assert (sheet.headers["Content-Type"], sheet.content[:5]) == ("application/pdf", b"%PDF-")
    assert "书面签字，青石县政府办 信息员 石小禾代录" in answer.content.decode()
    kept = SignOff.objects.get(stage="sign").sheet
    shown = {
        seat.person.name: fetched(sign_in(seat), url(item, "photo", file_uid=kept.uid)) for seat in (checker, neighbour)
    }
    assert shown == {"安明": 200, "白露": 404}


def test_a_text_file_is_no_photo(world, officer, sign_in):
    item = review.approve(handed_over(world), by=world.seats["checker"])
    for role in ("checker", "reviewer"):
        item = review.approve(item, by=world.seats[role])
    form = {"sign_seat": str(world.seats["signatory"].uid), "sign_on": clock.today().isoformat()}

    answer = sign_in(officer).post(url(item, "paper"), {**form, "photo": SimpleUploadedFile("单.jpg", b"no photo")})

    assert (answer.status_code, "这种文件不能上传" in answer.content.decode()) == (422, True)
    assert Item.objects.get().state == ItemState.IN_REVIEW


def test_a_signed_item_is_sent_with_one_press_that_names_the_receiver(world, officer, sign_in):
    item = signed(world)
    browser = sign_in(officer)

    page = browser.get(url(item)).content.decode()
    answer = browser.post(url(item, "submission"), {"receiver": str(world.city.uid)}, follow=True)

    assert "报送云川市人民政府办公室" in page
    assert "市政府办：待处理" in answer.content.decode()
    assert Submission.objects.get().receiver == world.city


def test_an_office_that_is_not_above_cannot_be_chosen(world, officer, sign_in):
    item = signed(world)

    answer = sign_in(officer).post(url(item, "submission"), {"receiver": str(world.province.uid)})

    assert (answer.status_code, Submission.objects.count()) == (422, 0)


def test_only_the_signatory_is_offered_withdrawal(world, officer, signatory, sign_in):
    submission = submitted(world)
    address = reverse("items:withdrawal", args=[submission.uid])

    offered = [address in sign_in(seat).get(url(submission.item)).content.decode() for seat in (officer, signatory)]
    sign_in(signatory).post(address, {"reason": "情况有新变化"})

    assert offered == [False, True]
    assert (Submission.objects.get().state, Item.objects.get().state) == ("withdrawn", ItemState.DRAFTING)


def test_a_voided_signature_stays_on_the_page(world, officer, sign_in):
    item = signed(world)
    browser = sign_in(officer)

    browser.post(url(item, "voiding"), {"reason": "停运数有变化"})

    html = browser.get(url(item)).content.decode()
    assert ("作废：停运数有变化" in html, "<del>签发：同意</del>" in html) == (True, True)


def test_typos_are_listed_on_the_page_and_figures_refused(world, checker, sign_in):
    item = signed(world, body=BODY.replace("经费", "经废"))
    browser = sign_in(checker)

    figure = browser.post(url(item, "typos"), {"old_0": "停运61座", "new_0": "停运63座"})
    typo = browser.post(url(item, "typos"), {"old_0": "经废", "new_0": "经费"}, follow=True)

    assert (figure.status_code, "动了数字" in figure.content.decode()) == (422, True)
    assert "<del>经废</del> <ins>经费</ins>" in typo.content.decode()


def test_attachments_are_added_fetched_and_taken_off_again(world, officer, checker, neighbour, sign_in):
    item = written(world)
    browser = sign_in(officer)

    browser.post(url(item, "attachments"), {"file": SimpleUploadedFile("附表.pdf", b"%PDF-1.7 table")})
    refused = browser.post(url(item, "attachments"), {"file": SimpleUploadedFile("程序.exe", b"MZ\x00\x01")})
    file = item.attachments.get().file
    given = {
        seat.person.name: fetched(sign_in(seat), url(item, "attachment", file_uid=file.uid))
        for seat in (checker, neighbour)
    }
    browser.post(url(item, "attachment_removal", file_uid=file.uid))

    assert (refused.status_code, given) == (422, {"安明": 200, "白露": 404})
    assert item.attachments.filter(removed_at=None).count() == 0


def test_the_receiver_fetches_what_was_sent_and_nobody_else_does(world, officer, editor, neighbour, sign_in):
    item = written(world)
    attached = attachments.attach(item, b"%PDF-1.7 table", "附表.pdf", by=officer)
    item = review.hand_over(item, by=officer)
    for role in ("checker", "checker", "reviewer"):
        item = review.approve(item, by=world.seats[role])
    item = review.sign(item, by=world.seats["signatory"])
    sign_in(officer).post(url(item, "submission"), {"receiver": str(world.city.uid)})
    address = reverse("items:sent_file", args=[Submission.objects.get().uid, attached.file.uid])

    assert [fetched(sign_in(seat), address) for seat in (editor, officer, neighbour)] == [200, 200, 404]
