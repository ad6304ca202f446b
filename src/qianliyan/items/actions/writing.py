"""Starting, saving and discarding an item."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, Stale, Unreadable
from qianliyan.core.rows import insert_row
from qianliyan.history.trail import record
from qianliyan.history.workflow import locked, move
from qianliyan.items.actions.openness import refuse_unless_open
from qianliyan.items.actions.purposes import asked_of, begin_answer, refuse_strange_purpose
from qianliyan.items.actions.versions import keep_version
from qianliyan.items.content import WRITABLE
from qianliyan.items.models import Item, Unsaved
from qianliyan.items.models.version import Why
from qianliyan.items.permissions import may_draft
from qianliyan.items.queries import learn_of_new
from qianliyan.items.states import DISCARD
from qianliyan.offices.models import Seat
from qianliyan.planning.models import Commission, KeyTask
from qianliyan.search.actions.putting import put


@transaction.atomic
def start(
    *,
    by: Seat,
    title: str = "",
    body: str = "",
    commission: Commission | None = None,
    key_task: KeyTask | None = None,
    **fields: Any,
) -> Item:
    """Open a working copy; the drafter's own phone stands in it until he writes another.

    What answers a commission begins with the kind and form that it asks for.
    """
    if not may_draft(by):
        raise NotAllowed(_("写信息"))
    _refuse_unknown(fields)
    refuse_strange_purpose(by, commission, key_task)
    now = clock.now()
    item = insert_row(
        Item(
            office=by.office,
            drafter=by.person,
            saved_by=by.person,
            title=title,
            body=body,
            created_at=now,
            saved_at=now,
            commission=commission,
            key_task=key_task,
            **{"drafter_phone": by.person.phone, **asked_of(commission), **fields},
        )
    )
    learn_of_new(item)
    record("item.start", item, by=by)
    begin_answer(commission, by)
    return item


def save(item: Item, *, by: Seat, revision: int, **fields: Any) -> Item:
    """Save the working copy; a save that comes too late is kept aside and refused, so that both texts remain."""
    with _nothing_lost(item, by, fields):
        return _saved(item, by, revision, fields)


def prevail(item: Item, *, by: Seat, revision: int, title: str, body: str) -> Item:
    """Save one's own text after comparing the two, with the fields that were kept aside; the other stays as a version.

    Should somebody have been faster once more, this text is kept aside in place of the one before.
    """
    fields = {**_fields_kept_aside(item, by), "title": title, "body": body}
    with _nothing_lost(item, by, fields), transaction.atomic():
        fresh = locked(item)
        refuse_unless_open(fresh, by)
        if fresh.revision == revision:
            keep_version(fresh, why=Why.OVERRULED, by=str(fresh.saved_by))
        fresh = _saved(fresh, by, revision, fields)
        settle(fresh, by=by)
        return fresh


def settle(item: Item, *, by: Seat) -> None:
    """Let the text go that was kept aside: its owner has compared the two."""
    Unsaved.objects.filter(item=item, person=by.person).delete()


@transaction.atomic
def discard(item: Item, *, by: Seat, reason: str) -> Item:
    """Give an item up (作废); its versions stay."""
    if not reason.strip():
        raise Unreadable(_("请写明作废的理由。"))
    return move(item, DISCARD, by=by, text=reason.strip())


@transaction.atomic
def _saved(item: Item, by: Seat, revision: int, fields: dict[str, Any]) -> Item:
    item = locked(item)
    refuse_unless_open(item, by)
    changed = [name for name, value in fields.items() if getattr(item, name) != value]
    # The same text again is no conflict: an answer got lost on the way, and the browser sent it once more.
    if not changed:
        return item
    if item.revision != revision:
        raise Stale(reverse("items:conflict", args=[item.uid]))
    if item.saved_by_id not in (None, by.person_id):
        keep_version(item, why=Why.CHANGED_HANDS, by=str(item.saved_by))
    for name in changed:
        setattr(item, name, fields[name])
    item.revision += 1
    item.saved_at, item.saved_by = clock.now(), by.person
    item.save(update_fields=[*changed, "revision", "saved_at", "saved_by"])
    put(item)
    return item


@contextmanager
def _nothing_lost(item: Item, by: Seat, fields: dict[str, Any]) -> Iterator[None]:
    """Keep what came too late for this person; stands outside the transaction that the refusal undoes."""
    _refuse_unknown(fields)
    try:
        yield
    except Stale:
        text = {"title": fields.get("title", item.title), "body": fields.get("body", item.body), "at": clock.now()}
        others = {name: value for name, value in fields.items() if name not in text}
        Unsaved.objects.update_or_create(item=item, person=by.person, defaults={**text, "fields": others})
        raise


def _fields_kept_aside(item: Item, by: Seat) -> dict[str, Any]:
    mine = Unsaved.objects.filter(item=item, person=by.person).first()
    return mine.given() if mine else {}


def _refuse_unknown(fields: dict[str, Any]) -> None:
    if unknown := set(fields) - set(WRITABLE):
        raise TypeError(", ".join(sorted(unknown)))
