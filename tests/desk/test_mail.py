from email.message import EmailMessage

import pytest
from django.urls import reverse

from qianliyan.core.errors import NotAllowed, Unreadable, WrongState
from qianliyan.desk import tasks
from qianliyan.desk.actions import mail as actions
from qianliyan.desk.letters import parse
from qianliyan.desk.mailbox import Letter, MailboxError, letters
from qianliyan.desk.models import Mail, MailAddress
from qianliyan.history.models import Event
from qianliyan.items.models import Attachment, Submission
from tests.desk.mail_servers import mailbox

TEXT = "11月20日8时，青石县北山村发现山体裂缝，已转移23户81人。\n县里已成立专班处置。"
WORDS = f"青石县北山村出现山体裂缝\n{TEXT}"
FROM = "qs@example.test"


def letter(text=WORDS, *, sender=f"石小禾 <{FROM}>", key="<1@example.test>", attached=()):
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, "city@example.test", "今日信息"
    if key:
        message["Message-ID"] = key
    message.set_content(text)
    for name, content in attached:
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def arrived(world, content, key="7.1"):
    mail = actions.take_in(world.city, Letter(key, content))
    return actions.read_letter(mail)


@pytest.fixture
def known(world, editor):
    return actions.remember(FROM.upper(), world.county, by=editor)


@pytest.mark.parametrize("scheme", ["pop3", "imap"])
def test_a_real_mailbox_is_read_to_the_end_and_each_letter_once(world, editor, known, settings, scheme):
    box = [letter(), letter(key="<2@example.test>").replace(b"\n.", b"\n..")]
    with mailbox(scheme, [one.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n") for one in box]) as (address, server):
        settings.MAILBOX, settings.MAILBOX_OFFICE = address, world.city.name
        for _round in range(2):
            tasks.poll_mailbox.func()
        for mail in Mail.objects.all():
            tasks.read_mail.func(mail.pk)

    assert server.fetched == ["1", "2"]
    assert (
        list(Submission.objects.values_list("sender", "title", "channel", "drafter_name"))
        == [(world.county.pk, "青石县北山村出现山体裂缝", "mail", "石小禾")] * 2
    )


def test_a_wrong_password_and_a_closed_door_are_said_and_nothing_is_lost(world, settings, caplog):
    with mailbox("pop3", [letter()]) as (address, _server):
        settings.MAILBOX = address.replace("mi%20ma", "falsch")
        settings.MAILBOX_OFFICE = world.city.name
        tasks.poll_mailbox.func()
    for wrong in (address, "ftp://a@b"):
        with pytest.raises(MailboxError):
            list(letters(wrong, lambda _keys: ()))

    assert "wrong password" in caplog.text
    assert Mail.objects.count() == 0


def test_the_same_letter_at_two_places_is_recorded_once(world, known):
    arrived(world, letter(), "7.1")

    assert actions.take_in(world.city, Letter("8.44", letter())) is None
    assert list(Mail.objects.values_list("server_key", "state")) == [("8.44", "recorded")]
    assert Submission.objects.count() == 1


def test_a_letter_without_an_identity_is_known_by_its_bytes(world, known):
    arrived(world, letter(key=""))

    assert actions.take_in(world.city, Letter("7.2", letter(key=""))) is None


def test_a_letter_read_twice_makes_one_submission(world, known):
    mail = arrived(world, letter())

    actions.read_letter(Mail.objects.get(pk=mail.pk))

    assert Submission.objects.count() == 1


def test_a_stranger_s_letter_waits_in_the_tray_until_an_editor_says_whose_it_is(world, editor):
    mail = arrived(world, letter())
    assert (mail.state, mail.trouble, Submission.objects.count()) == ("tray", "stranger", 0)

    actions.assign(mail, world.county, by=editor, remember_address=True)
    arrived(world, letter(key="<2@example.test>"), "7.2")

    assert list(Submission.objects.values_list("sender", flat=True)) == [world.county.pk] * 2
    assert MailAddress.objects.get().unit == world.county
    assert Event.objects.filter(verb="submission.record").latest("pk").actor == "系统"


def test_every_document_is_an_item_of_its_own_and_the_pictures_go_with_the_first(world, known):
    attached = [
        ("一.txt", f"就业形势总体稳定\n{TEXT}".encode()),
        ("农村道路水毁情况.txt", f"一、基本情况\n{TEXT}".encode("gb18030")),
        ("照片.png", b"\x00\x01 no picture"),
    ]

    mail = arrived(world, letter("请查收。", attached=attached))

    assert sorted(Submission.objects.values_list("title", flat=True)) == ["农村道路水毁情况", "就业形势总体稳定"]
    outcomes = {part["name"]: part["outcome"] for part in mail.parts}
    assert outcomes["照片.png"] != ""
    assert Attachment.objects.count() == 2


def test_forty_attachments_are_read_as_far_as_is_sensible_and_the_rest_is_said(world, known):
    attached = [(f"{n:02d}.txt", f"第{n}条\n{TEXT}".encode()) for n in range(40)]

    mail = arrived(world, letter("请查收。", attached=attached))

    unread = [part["name"] for part in mail.parts if part["outcome"].startswith("附件超过20个")]
    assert (mail.state, Submission.objects.count(), len(mail.parts), unread[0]) == ("recorded", 20, 40, "20.txt")


@pytest.mark.parametrize("text", ["", "请查收。"])
def test_a_letter_without_text_waits_with_the_reason(world, known, text):
    mail = arrived(world, letter(text))

    assert (mail.state, mail.trouble) == ("tray", "no_text")


def test_what_has_no_text_cannot_be_assigned_but_is_discarded_with_a_reason(world, editor, officer):
    mail = arrived(world, letter(""))

    with pytest.raises(Unreadable, match="没有读出文字"):
        actions.assign(mail, world.county, by=editor, remember_address=False)
    with pytest.raises(Unreadable):
        actions.discard(mail, by=editor, reason=" ")
    with pytest.raises(NotAllowed):
        actions.discard(mail, by=officer, reason="广告")
    done = actions.discard(mail, by=editor, reason="广告")
    with pytest.raises(WrongState):
        actions.discard(done, by=editor, reason="广告")
    assert (done.state, done.reason) == ("discarded", "广告")


def test_a_letter_too_large_keeps_its_head_and_says_so(world, known):
    mail = actions.read_letter(actions.take_in(world.city, Letter("7.1", letter(), whole=False)))

    assert (mail.state, mail.trouble, mail.subject) == ("tray", "too_large", "今日信息")


def test_broken_encodings_are_read_as_far_as_they_go():
    raw = (
        "Subject: 北山村裂缝\r\nFrom: 石小禾 <qs@example.test>\r\nContent-Type: text/plain; charset=x-nonsense\r\n\r\n"
        + WORDS
    ).encode("gb18030")

    parsed = parse(raw)

    assert (parsed.subject, parsed.sender, parsed.text) == ("北山村裂缝", FROM, WORDS)


@pytest.mark.parametrize(
    "raw", [b"", b"\x00\xff" * 500, b"Subject: =?utf-8?B?////?=\n\n", b"Content-Type: multipart/mixed\n\nx"]
)
def test_no_bytes_break_the_intake(world, raw):
    mail = arrived(world, raw)

    assert (mail.state, mail.trouble) == ("tray", "no_text")


def test_the_tray_s_page_assigns_discards_and_keeps_the_table(world, editor, officer, provincial_editor, sign_in):
    first, second = arrived(world, letter()), arrived(world, letter(key="<2@example.test>"), "7.2")
    browser = sign_in(editor)
    page = browser.get(reverse("desk:mail")).content.decode()
    assert [words in page for words in ("发件地址没有登记", FROM, "青石县北山村出现山体裂缝")] == [True] * 3

    browser.post(reverse("desk:assign_letter", args=[first.uid]), {"unit": "qsx", "remember": "on"})
    browser.post(reverse("desk:discard_letter", args=[second.uid]), {"reason": "重复"})
    browser.post(reverse("desk:mail_addresses"), {"address": "bs@example.test", "unit": "bsx"})

    assert list(Mail.objects.order_by("pk").values_list("state", flat=True)) == ["recorded", "discarded"]
    assert list(MailAddress.objects.values_list("address", "unit__short_name")) == [
        ("bs@example.test", "白桑县政府办"),
        (FROM, "青石县政府办"),
    ]
    browser.post(reverse("desk:forget_address", args=[MailAddress.objects.get(address=FROM).uid]))
    assert MailAddress.objects.count() == 1
    raw = browser.get(reverse("desk:letter", args=[first.uid]))
    assert (raw["Content-Disposition"].startswith("attachment"), b"".join(raw.streaming_content)) == (True, letter())
    assert sign_in(provincial_editor).get(reverse("desk:letter", args=[first.uid])).status_code == 404
    assert sign_in(officer).get(reverse("desk:mail")).status_code == 422
