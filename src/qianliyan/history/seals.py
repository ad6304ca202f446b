"""The chain: each event's digest is bound to all before it, so that anyone can see that nothing was changed.

Sealing is done by the worker every second, never inside a step: with the chain's head locked in each step, four
writers deadlocked on PostgreSQL.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from qianliyan.history.models import Event, EventText, Seal, Unsealed

START = "0" * 64
BATCH = 500


@dataclass(frozen=True)
class Breach:
    """One place where the trail does not hold."""

    position: int
    text: str


def digest_of(event: Event) -> str:
    """Return the SHA-256 of the event's canonical JSON."""
    canonical = json.dumps(event.payload(), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def linked(previous: str, digest: str) -> str:
    """Return the chain value that follows `previous`."""
    return hashlib.sha256(f"{previous}{digest}".encode()).hexdigest()


def seal_pending(limit: int = BATCH) -> int:
    """Seal up to `limit` waiting events and return how many; only one process may do this at a time."""
    with transaction.atomic():
        waiting = list(Unsealed.objects.select_related("event").select_for_update(of=("self",)).order_by("pk")[:limit])
        if not waiting:
            return 0
        head = Seal.objects.order_by("-position").first()
        position, chain = (head.position, head.chain) if head else (0, START)
        seals = []
        for row in waiting:
            digest = digest_of(row.event)
            position, chain = position + 1, linked(chain, digest)
            seals.append(Seal(position=position, event=row.event, digest=digest, chain=chain))
        Seal.objects.bulk_create(seals)
        Unsealed.objects.filter(pk__in=[row.pk for row in waiting]).delete()
    return len(seals)


def verify() -> Iterator[Breach]:
    """Walk the whole chain and name each place that does not hold."""
    chain, expected = START, 1
    seals = Seal.objects.select_related("event").order_by("position")
    for seal in seals.iterator(chunk_size=BATCH):
        if seal.position != expected:
            yield Breach(seal.position, _("缺第%(position)d号封印") % {"position": expected})
        if digest_of(seal.event) != seal.digest:
            yield Breach(seal.position, _("事件 %(uid)s 的内容与封印不符") % {"uid": seal.event.uid})
        chain = linked(chain, seal.digest)
        if chain != seal.chain:
            yield Breach(seal.position, _("链条在此断开"))
            chain = seal.chain
        expected = seal.position + 1
    yield from _orphans()
    yield from _texts()


def _orphans() -> Iterator[Breach]:
    for event in Event.objects.filter(seal=None, unsealed=None).order_by("pk")[:BATCH]:
        yield Breach(0, _("事件 %(uid)s 既未封印也不在待封之列") % {"uid": event.uid})


def _texts() -> Iterator[Breach]:
    """Name changed texts; one that was purged is no breach."""
    for text in EventText.objects.select_related("event").iterator(chunk_size=BATCH):
        if hashlib.sha256(text.body.encode()).hexdigest() != text.event.text_digest:
            yield Breach(0, _("事件 %(uid)s 的文字与摘要不符") % {"uid": text.event.uid})
