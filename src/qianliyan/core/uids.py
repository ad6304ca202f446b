"""Public names of things: UUIDv7, so that they sort by time and never collide between installations."""

from uuid import UUID

import uuid_utils.compat


def new_uid() -> UUID:
    """Return a fresh uid (a real `uuid.UUID`, version 7)."""
    return uuid_utils.compat.uuid7()
