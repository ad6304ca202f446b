"""What the content of an item is: its text and its fields in plain values, and the digest that binds a signature."""

import hashlib
import json
from datetime import date
from typing import TYPE_CHECKING, Any

from qianliyan.core.memory import kept

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qianliyan.items.models import Attachment, Item

FIELDS = (
    "kind",
    "form",
    "urgency",
    "occurred_at",
    "drafter_phone",
    "supplier",
    "internal",
    "readers",
    "units_concerned",
    "basis",
    "as_of",
    "published_elsewhere",
    "also_sent",
)
# What the columns and the pages can hold. What is too long for the office is a setting, and is said before hand-over.
LONGEST_TITLE = 1000
LONGEST_BODY = 300_000
WRITABLE = ("title", "body", *FIELDS)


def fields_of(item: "Item", attachments: "Iterable[Attachment] | None" = None) -> dict[str, Any]:
    """Return the fields and attachments as a version keeps them; a page gives the attachments it has fetched."""
    values = {name: _plain(getattr(item, name)) for name in FIELDS}
    if attachments is None:
        attachments = going_with(item)
    values["attachments"] = [
        {"uid": str(one.file.uid), "name": one.file.name, "digest": one.file.digest} for one in attachments
    ]
    return values


@kept
def going_with(item: "Item") -> "list[Attachment]":
    """Return the files that go with the item now."""
    return list(item.attachments.filter(removed_at=None).select_related("file"))


def digest_of(title: str, body: str, fields: dict[str, Any]) -> str:
    """Return the SHA-256 of the content in canonical JSON."""
    content = {"title": title, "body": body, **fields}
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
