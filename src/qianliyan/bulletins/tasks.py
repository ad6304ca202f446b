"""What the worker does for the bulletins: it makes the files of print orders."""

from django.db import transaction
from django_tasks import task

from qianliyan.bulletins.actions.printing import make_file
from qianliyan.bulletins.models import PrintOrder
from qianliyan.bulletins.queries.printed import stale_orders
from qianliyan.core import clock
from qianliyan.history.actors import Actor
from qianliyan.history.workflow import locked


@task()
def typeset(order_pk: int) -> None:
    """Make the file of an order; made ones are left alone."""
    make_file(order_pk)


def enqueue(order: PrintOrder, _by: Actor) -> None:
    """Queue the order's file in the transaction that orders it."""
    typeset.enqueue(order.pk)


def enqueue_stale() -> int:
    """Queue again what lost its worker and return how many orders that were; the tick calls this."""
    return sum(_enqueue_again(order) for order in stale_orders())


@transaction.atomic
def _enqueue_again(order: PrintOrder) -> bool:
    fresh = locked(order)
    if not stale_orders().filter(pk=fresh.pk).exists():
        return False
    fresh.queued_at = clock.now()
    fresh.save(update_fields=["queued_at"])
    typeset.enqueue(fresh.pk)
    return True
