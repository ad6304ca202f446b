import socket
import threading
from datetime import timedelta
from email import message_from_bytes, policy

import pytest
from aiosmtpd.controller import Controller

from qianliyan.configuration.actions import set_value
from qianliyan.core import clock
from qianliyan.notices.actions import MOST_ATTEMPTS, mark_read, send_due, tell
from qianliyan.notices.models import Delivery, DeliveryState, Notice, NoticeKind
from qianliyan.notices.queries import bell_of, unread_count
from qianliyan.notices.settings import BY_MAIL


class Mailbox:
    """A real SMTP server that keeps what it gets."""

    def __init__(self):
        self.letters = []
        self.arrived = threading.Event()

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        self.letters.append(message_from_bytes(envelope.content, policy=policy.default))
        self.arrived.set()
        return "250 OK"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def mail(settings):
    box = Mailbox()
    server = Controller(box, hostname="127.0.0.1", port=free_port())
    server.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
    yield box
    server.stop()


def test_an_email_says_that_something_waits_and_nothing_else(world, editor, mail):
    tell([editor], NoticeKind.TO_DO, url="/submissions/1/")

    assert send_due() == 1
    letter = mail.letters[0]
    assert (letter["Subject"], letter["To"]) == ("您有1件待办", "editor@example.test")
    assert letter.get_content().strip() == "您有1件待办，请登录系统查看。"
    assert send_due() == 0


def test_a_server_that_is_away_is_tried_again_later_and_given_up_at_last(world, editor, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    tell([editor], NoticeKind.TO_DO, url="/")
    moment = clock.now()

    for attempt in range(1, MOST_ATTEMPTS + 1):
        with clock.at(moment):
            assert send_due() == 0
            assert send_due() == 0, "not due again at once"
        moment += timedelta(minutes=2**attempt)
        assert Delivery.objects.get().attempts == attempt

    assert Delivery.objects.get().state == DeliveryState.GIVEN_UP
    assert bell_of(editor).count() == 1


def test_somebody_with_two_seats_is_told_once(world, editor):
    second = world.seats["chief"]
    type(second).objects.filter(pk=second.pk).update(person=editor.person)
    second.refresh_from_db()

    tell([editor, second], NoticeKind.TO_DO, url="/")

    assert Notice.objects.count() == 1


def test_the_bell_counts_what_was_not_read(world, editor, officer):
    tell([editor], NoticeKind.TO_DO, url="/")
    tell([editor], NoticeKind.DONE, url="/")
    tell([officer], NoticeKind.NEWS, url="/")
    assert unread_count(editor) == 2

    mark_read(editor.person)

    assert (unread_count(editor), unread_count(officer)) == (0, 1)


def test_one_sees_only_one_s_own_bell(world, editor, officer, sign_in):
    (notice,) = tell([editor], NoticeKind.TO_DO, url="/settings/")

    assert sign_in(editor).get(f"/notices/{notice.uid}/")["Location"] == "/settings/"
    assert sign_in(officer).get(f"/notices/{notice.uid}/").status_code == 404
    assert "您有1件待办" not in sign_in(officer).get("/notices/").content.decode()


def test_an_office_that_wants_no_mail_gets_none(world, chief, editor, mail):
    set_value(BY_MAIL, False, office=world.city, valid_from=clock.today(), by=chief)

    tell([editor], NoticeKind.TO_DO, url="/")

    assert (send_due(), Notice.objects.count()) == (0, 1)
