"""Writing and reading the trail. `record` only inserts; nothing here changes an event."""

import hashlib
from collections.abc import Iterable

from django.db import models
from django.db.models import QuerySet

from qianliyan.core import clock
from qianliyan.core.batches import insert
from qianliyan.history.actors import Actor
from qianliyan.history.followups import run_followups
from qianliyan.history.models import Event, EventText, Unsealed


def record(  # noqa: PLR0913
    verb: str,
    thing: models.Model,
    *,
    by: Actor,
    on_behalf_of: Actor | None = None,
    recorded_from: str = "",
    text: str = "",
    origin: str = "",
    target: str = "",
    **details: str | int,
) -> Event:
    """Insert one event, in the caller's transaction, and run what follows; the sealer chains it later."""
    event = Event(
        verb=verb,
        at=clock.now(),
        thing_type=thing._meta.label_lower,  # noqa: SLF001
        thing_pk=thing.pk,
        seat_pk=by.seat_pk,
        person_pk=by.person_pk,
        office_pk=by.office_pk,
        actor=by.label,
        on_behalf_of=on_behalf_of.label if on_behalf_of else "",
        recorded_from=recorded_from,
        origin=origin,
        target=target,
        details=details,
        text_digest=hashlib.sha256(text.encode()).hexdigest() if text else "",
    )
    insert([event])
    insert([EventText(event=event, body=text)] if text else [])
    insert([Unsealed(event=event)])
    run_followups(verb, thing, by)
    return event


def events_of(things: Iterable[models.Model], verbs: Iterable[str] | None = None) -> QuerySet[Event]:
    """Return the events of these things, newest first, with their free text (one query)."""
    conditions = models.Q(pk__in=[])
    for thing in things:
        conditions |= models.Q(thing_type=thing._meta.label_lower, thing_pk=thing.pk)  # noqa: SLF001
    found = Event.objects.filter(conditions).select_related("text").order_by("-at", "-pk")
    return found if verbs is None else found.filter(verb__in=list(verbs))
