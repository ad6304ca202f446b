"""One-time keys: the second click on a form that creates something does nothing and says so."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError, transaction

from qianliyan.core import clock
from qianliyan.core.errors import Repeated
from qianliyan.history.actors import Actor
from qianliyan.history.models import FormKey


@contextmanager
def once(by: Actor, key: str) -> Iterator[None]:
    """Run the block in one transaction together with the key; refuse if the key was used before.

    A form without a key (an old page) is let through: the rules of the step itself still hold.
    """
    with transaction.atomic():
        if key:
            _claim(by.person_pk or 0, key[:64])
        yield


def _claim(person_pk: int, key: str) -> None:
    try:
        with transaction.atomic():
            FormKey.objects.create(person_pk=person_pk, key=key)
    except IntegrityError as error:
        used = FormKey.objects.get(person_pk=person_pk, key=key)
        raise Repeated(f"{clock.local(used.at):%H:%M}") from error
