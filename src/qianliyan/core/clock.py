"""The office's clock: every room asks here, so that a demo or a test can run on another day.

`now()` is an aware moment; `today()` is the office's local day.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from django.utils import timezone

_fixed: ContextVar[datetime | None] = ContextVar("fixed", default=None)


def now() -> datetime:
    """Return the present moment, or the simulated one."""
    return _fixed.get() or timezone.now()


def today() -> date:
    """Return the office's local day."""
    return local(now()).date()


def local(moment: datetime) -> datetime:
    """Return the moment on the office's wall clock."""
    return moment.astimezone(timezone.get_default_timezone())


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Let everything inside happen at `moment` (demo worlds and tests)."""
    token = _fixed.set(moment)
    try:
        yield
    finally:
        _fixed.reset(token)
