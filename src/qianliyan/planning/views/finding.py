"""How the room's views find what they are about; what the seat may not see is 404."""

from uuid import UUID

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from qianliyan.core.errors import NotAllowed
from qianliyan.core.web import Request
from qianliyan.offices.audiences import visible_to
from qianliyan.planning.models import Addressee, Commission, KeyPoint, KeyTask
from qianliyan.planning.permissions import may_be_asked, may_plan, may_read_plans


def commission_of(request: Request, uid: UUID) -> Commission:
    """Return a commission of the seat's office, or one that its unit was given."""
    found = visible_to(Commission, request.seat).select_related("office", "created_by", "follows")
    return get_object_or_404(found, uid=uid)


def addressee_of(request: Request, uid: UUID, office_uid: UUID) -> Addressee:
    """Return the row of one unit asked."""
    found = visible_to(Addressee, request.seat).select_related("commission__office", "office")
    return get_object_or_404(found, commission__uid=uid, office__uid=office_uid)


def point_of(request: Request, uid: UUID) -> KeyPoint:
    """Return a key point."""
    return get_object_or_404(visible_to(KeyPoint, request.seat).select_related("office"), uid=uid)


def task_of(request: Request, uid: UUID) -> KeyTask:
    """Return a key task."""
    return get_object_or_404(visible_to(KeyTask, request.seat).select_related("office"), uid=uid)


def refuse_unless_planning(request: Request, step: str) -> None:
    """Refuse seats that do not ask units for anything."""
    if not may_plan(request.seat):
        raise NotAllowed(step)


def refuse_strangers(request: Request) -> None:
    """Refuse seats that have nothing to do with what the office asks."""
    if not may_read_plans(request.seat):
        raise NotAllowed(_("约稿"))


def refuse_unless_asked(request: Request) -> None:
    """Refuse seats to which nobody sends commissions."""
    if not may_be_asked(request.seat):
        raise NotAllowed(_("报送需求"))
