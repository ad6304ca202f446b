"""Telling units at the beginning of a month what of last month's was not adopted, and why."""

from datetime import date

from django.db import IntegrityError, transaction

from qianliyan.core import clock
from qianliyan.desk.digests import is_time, last_month, untold
from qianliyan.desk.models import Digest
from qianliyan.history.actors import SYSTEM
from qianliyan.history.trail import record
from qianliyan.offices.models import Office


def make_due() -> int:
    """Make every digest whose time has come, each in a transaction of its own; return how many."""
    month = last_month()
    rows = untold(month)
    offices = Office.objects.in_bulk({pk for row in rows for pk in row[:2]})
    ready = {pk for pk in {receiver for receiver, _sender, _count in rows} if is_time(offices[pk])}
    return sum(
        make(offices[receiver], offices[sender], month, count) is not None
        for receiver, sender, count in rows
        if receiver in ready
    )


def make(receiver: Office, sender: Office, month: date, count: int) -> Digest | None:
    """Make one digest; another clock may have been faster, then nothing happens."""
    try:
        with transaction.atomic():
            digest = Digest.objects.create(
                receiver=receiver, sender=sender, month=month, count=count, made_at=clock.now()
            )
            record("digest.make", digest, by=SYSTEM, month=f"{month:%Y-%m}", count=count)
    except IntegrityError:
        return None
    return digest
