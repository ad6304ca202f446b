"""What the worker does for the files: it makes what was ordered."""

from django_tasks import task

from qianliyan.files.making import perform
from qianliyan.files.models import Making
from qianliyan.history.actors import Actor


@task()
def make(pk: int) -> None:
    """Make one file; one that is made is left alone."""
    perform(pk)


def enqueue(making: Making, _by: Actor) -> None:
    """Queue the work in the transaction that orders it."""
    make.enqueue(making.pk)
