"""Sending shares its thread with sealing, and other hosts may send too: it is short, and no letter goes out twice."""

import socket

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend

from qianliyan.notices.actions import send_due, tell
from qianliyan.notices.models import Delivery, NoticeKind


@pytest.fixture
def silent_server(settings):
    """Listen, and never say a word."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = server.getsockname()
        settings.EMAIL_TIMEOUT = 1
        yield server


class WithASecondSender(EmailBackend):
    """While a letter is on its way, another host looks for letters that are due."""

    def send_messages(self, messages):
        if len(mail.outbox) < 3:
            super().send_messages(messages)
            send_due()
        return len(messages)


def test_a_server_that_does_not_answer_holds_up_one_letter_and_not_the_run(
    world, editor, chief, officer, silent_server
):
    tell([editor, chief, officer], NoticeKind.TO_DO, url="/")

    assert send_due(seconds=0.2) == 0
    assert sorted(Delivery.objects.values_list("attempts", flat=True)) == [0, 0, 1]


def test_the_letters_left_over_go_with_the_next_run(world, editor, chief, settings):
    settings.EMAIL_HOST = "127.0.0.1"
    tell([editor, chief], NoticeKind.TO_DO, url="/")

    assert [send_due(seconds=0), send_due(), send_due()] == [0, 2, 0]


def test_two_senders_never_send_the_same_letter(world, editor, settings):
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_BACKEND = "tests.notices.test_sending.WithASecondSender"
    tell([editor], NoticeKind.TO_DO, url="/")

    assert send_due() == 1
    assert [letter.to for letter in mail.outbox] == [["editor@example.test"]]
