"""What the worker does for the desk: it fetches letters and reads them, each once."""

import logging

from django.conf import settings
from django_tasks import task

from qianliyan.desk.actions.mail import read_letter, take_in
from qianliyan.desk.mailbox import MailboxError
from qianliyan.desk.models import Mail
from qianliyan.desk.polling import is_under_way, letter_called, mail_office, new_letters
from qianliyan.history.actors import Actor

logger = logging.getLogger("qianliyan.mail")


@task()
def poll_mailbox() -> None:
    """Take in what is new; a mailbox that does not answer is asked again at the next round."""
    office = mail_office()
    if office is None:
        return
    try:
        for letter in new_letters(office):
            take_in(office, letter)
    except MailboxError as error:
        logger.warning("mailbox: %s", error)


@task()
def read_mail(pk: int) -> None:
    """Read one letter."""
    read_letter(letter_called(pk))


def enqueue(mail: Mail, _by: Actor) -> None:
    """Queue the reading in the transaction that takes the letter in."""
    read_mail.enqueue(mail.pk)


def order_poll() -> None:
    """Queue a round unless one is waiting or running; the tick calls this."""
    if settings.MAILBOX and not is_under_way(poll_mailbox.module_path):
        poll_mailbox.enqueue()
