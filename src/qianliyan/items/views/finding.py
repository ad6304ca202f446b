"""Fetching is authorising: every view gets its item here, and whoever may not see it gets a 404."""

from uuid import UUID

from django.shortcuts import get_object_or_404

from qianliyan.core.web import Request
from qianliyan.items.models import Item, Submission
from qianliyan.items.queries import with_flags
from qianliyan.offices.audiences import visible_to


def item_of(request: Request, uid: UUID) -> Item:
    """Return the item, if the seat may see it."""
    found = visible_to(Item, request.seat).select_related("office__parent", "drafter", "saved_by")
    return get_object_or_404(found, uid=uid)


def item_with_flags(request: Request, uid: UUID) -> Item:
    """Return the item for its own page, with what there is beside it."""
    found = with_flags(visible_to(Item, request.seat), request.seat)
    return get_object_or_404(found.select_related("office__parent", "drafter", "commission", "key_task"), uid=uid)


def submission_of(request: Request, uid: UUID) -> Submission:
    """Return the submission, if the seat may see it."""
    found = visible_to(Submission, request.seat).select_related("item", "version", "receiver")
    return get_object_or_404(found, uid=uid)
