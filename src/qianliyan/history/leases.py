"""Leases: a job that only one process does at a time, and that another takes over when the holder dies."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q

from qianliyan.core import clock
from qianliyan.history.models import Lease


def hold(name: str, holder: str, seconds: int) -> bool:
    """Take or extend the lease `name`; tell whether `holder` has it now."""
    now = clock.now()
    until = now + timedelta(seconds=seconds)
    with transaction.atomic():
        Lease.objects.get_or_create(name=name, defaults={"holder": holder, "until": until})
        free = Lease.objects.filter(Q(holder=holder) | Q(until__lt=now), name=name)
        return bool(free.update(holder=holder, until=until))
