"""Telling, reading, sending."""

import time
from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.utils.translation import gettext as _

from qianliyan.accounts.models import Person
from qianliyan.configuration.values import value
from qianliyan.core import clock
from qianliyan.core.batches import insert
from qianliyan.notices.models import Delivery, DeliveryState, Notice, NoticeKind
from qianliyan.notices.settings import BY_MAIL
from qianliyan.offices.models import Seat

MOST_ATTEMPTS = 6
# Sending shares its thread with sealing, under a lease of 15 seconds: a run and its last letter stay well below.
WORK_SECONDS = 5.0
# As long as this no other sender takes a letter up; afterwards the first one is taken for dead.
CLAIMED = timedelta(minutes=5)


def tell(seats: Iterable[Seat], kind: NoticeKind, *, url: str) -> list[Notice]:
    """Put a notice into each person's bell and outbox once, in the caller's transaction."""
    people: dict[int, Seat] = {seat.person_id: seat for seat in seats}
    notices = [Notice(person=seat.person, kind=kind, url=url, at=clock.now()) for seat in people.values()]
    insert(notices)
    if settings.EMAIL_HOST:
        _queue_mail(notices, people)
    return notices


def mark_read(person: Person) -> int:
    """Empty the person's bell and return how many notices were in it."""
    return Notice.objects.filter(person=person, read_at=None).update(read_at=clock.now())


def send_due(limit: int = 50, seconds: float = WORK_SECONDS) -> int:
    """Send the e-mails that are due; what fails is tried again later and later. Return how many went out.

    The run ends when its seconds are over, and so does the patience with a server that does not answer; what is left
    waits for the next run. Each letter is claimed first, so that two senders never send the same.
    """
    end = time.monotonic() + seconds
    due = Delivery.objects.filter(state=DeliveryState.WAITING, next_at__lte=clock.now()).order_by("next_at", "pk")
    sent = 0
    for delivery in due.select_related("notice")[:limit]:
        if time.monotonic() >= end:
            break
        if _claim(delivery):
            sent += _send(delivery, seconds)
    return sent


def _queue_mail(notices: list[Notice], people: dict[int, Seat]) -> None:
    insert(
        Delivery(notice=notice, address=notice.person.email, next_at=clock.now())
        for notice in notices
        if notice.person.email and value(BY_MAIL, people[notice.person_id].office)
    )


def _claim(delivery: Delivery) -> bool:
    """Put the letter off for other senders; tell whether nobody was faster."""
    unchanged = Delivery.objects.filter(pk=delivery.pk, state=DeliveryState.WAITING, next_at=delivery.next_at)
    return unchanged.update(next_at=clock.now() + CLAIMED) == 1


def _send(delivery: Delivery, seconds: float) -> bool:
    """Send one e-mail without title, link or name; mark it before the next is tried."""
    words = delivery.notice.get_kind_display()
    body = _("%(words)s，请登录系统查看。") % {"words": words}
    message = EmailMessage(words, body, to=[delivery.address], connection=get_connection(timeout=seconds))
    try:
        message.send()
    except OSError as error:
        return _failed(delivery, str(error))
    with transaction.atomic():
        delivery.state, delivery.error = DeliveryState.SENT, ""
        delivery.save(update_fields=["state", "error"])
    return True


def _failed(delivery: Delivery, error: str) -> bool:
    delivery.attempts += 1
    delivery.error = error[:300]
    delivery.next_at = clock.now() + timedelta(minutes=2**delivery.attempts)
    if delivery.attempts >= MOST_ATTEMPTS:
        delivery.state = DeliveryState.GIVEN_UP
    delivery.save(update_fields=["attempts", "error", "next_at", "state"])
    return False
