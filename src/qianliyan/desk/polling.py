"""Which mailbox belongs to which office, and what of it is known."""

from collections.abc import Collection, Iterator
from datetime import timedelta

from django.conf import settings
from django.db.models import Q, QuerySet
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from qianliyan.core import clock
from qianliyan.desk.mailbox import Letter, letters
from qianliyan.desk.models import Mail, MailAddress
from qianliyan.desk.states import MailState
from qianliyan.offices.audiences import visible_to
from qianliyan.offices.models import Office, Seat

AT_ONCE = 500
# What the worker has not read by then waits for an editor like the rest.
UNREAD_FOR = timedelta(minutes=10)


def mail_office() -> Office | None:
    """Return the office whose mailbox this installation reads."""
    named = Office.objects.filter(name=settings.MAILBOX_OFFICE) if settings.MAILBOX else Office.objects.none()
    return named.first()


def new_letters(office: Office) -> Iterator[Letter]:
    """Fetch what was not taken in before."""

    def known(keys: Collection[str]) -> Collection[str]:
        every, before = list(keys), set[str]()
        for start in range(0, len(every), AT_ONCE):
            here = Mail.objects.filter(office=office, server_key__in=every[start : start + AT_ONCE])
            before |= set(here.values_list("server_key", flat=True))
        return before

    return letters(settings.MAILBOX, known)


def is_under_way(task_path: str) -> bool:
    """Tell whether a task of this kind waits for a worker or is being done."""
    going = (TaskResultStatus.READY, TaskResultStatus.RUNNING)
    return DBTaskResult.objects.filter(task_path=task_path, status__in=going).exists()


def letter_called(pk: int) -> Mail:
    """Return a letter with what was kept of it."""
    return Mail.objects.select_related("raw", "office").get(pk=pk)


def tray(seat: Seat) -> QuerySet[Mail]:
    """Return the letters that wait for an editor (未识别来信), newest first."""
    unread = Q(state=MailState.ARRIVED, arrived_at__lt=clock.now() - UNREAD_FOR)
    here = visible_to(Mail, seat).filter(Q(state=MailState.TRAY) | unread, office=seat.office_id)
    return here.order_by("-arrived_at", "-pk")


def settled(seat: Seat) -> QuerySet[Mail]:
    """Return the letters that were recorded or discarded, newest first."""
    done = visible_to(Mail, seat).filter(office=seat.office_id, state__in=(MailState.RECORDED, MailState.DISCARDED))
    return done.prefetch_related("submissions").order_by("-arrived_at", "-pk")


def addresses_of(seat: Seat) -> QuerySet[MailAddress]:
    """Return the table of addresses."""
    return visible_to(MailAddress, seat).filter(office=seat.office_id).select_related("unit").order_by("address")
