"""Keeping versions: at hand-over, at explicit save, when the text changes hands; autosave keeps none."""

from django.db import transaction

from qianliyan.core import clock
from qianliyan.core.memory import learn
from qianliyan.core.rows import insert_row
from qianliyan.history.trail import record
from qianliyan.history.workflow import locked
from qianliyan.items.actions.openness import refuse_unless_open
from qianliyan.items.content import digest_of, fields_of
from qianliyan.items.models import Item, Version
from qianliyan.items.models.version import Why
from qianliyan.items.queries import latest_version
from qianliyan.offices.models import Seat


@transaction.atomic
def keep(item: Item, *, by: Seat) -> Version:
    """Keep the working copy as a version because somebody asked for it; the same text twice is one version."""
    item = locked(item)
    refuse_unless_open(item, by)
    before = latest_version(item)
    version = keep_version(item, why=Why.KEPT, by=by.label)
    if version != before:
        record("item.keep", item, by=by, number=version.number)
    return version


def keep_version(item: Item, *, why: Why, by: str) -> Version:
    """Freeze the item's text and fields as they stand on the locked row, unless the last version says the same."""
    fields = fields_of(item)
    digest = digest_of(item.title, item.body, fields)
    last = latest_version(item)
    if last is not None and last.digest == digest:
        return last
    version = insert_row(
        Version(
            item=item,
            number=last.number + 1 if last else 1,
            title=item.title,
            body=item.body,
            fields=fields,
            why=why,
            by=by,
            at=clock.now(),
            digest=digest,
        )
    )
    learn(latest_version, version, item)
    return version
