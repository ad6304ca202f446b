"""How the desk's views find what they are about; what is not on this desk is 404."""

from uuid import UUID

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from qianliyan.core.errors import NotAllowed, Unreadable
from qianliyan.core.web import Request
from qianliyan.desk.models import Draft
from qianliyan.desk.opinions import any_on
from qianliyan.desk.permissions import may_read_desk
from qianliyan.desk.queries import any_unsaved, arrived, office_drafts, with_paper
from qianliyan.items.models import Submission
from qianliyan.proofing.queries import flags


def submission_of(request: Request, uid: UUID) -> Submission:
    """Return a submission that arrived at the seat's office, with the version that was signed."""
    return get_object_or_404(with_paper(arrived(request.seat)), uid=uid)


def picked(request: Request) -> list[Submission]:
    """Return the ticked submissions; none at all is refused."""
    uids = [UUID(text) for text in request.POST.getlist("pick") if _is_uid(text)]
    found = list(arrived(request.seat).filter(uid__in=uids).order_by("pk"))
    if not found:
        raise Unreadable(_("请先在列表里勾选要办的稿件。"))
    return found


def draft_of(request: Request, uid: UUID) -> Draft:
    """Return a draft of the seat's office."""
    said = {**flags(), "has_opinions": any_on(), "has_unsaved": any_unsaved(request.seat)}
    found = office_drafts(request.seat).select_related("office", "editor", "saved_by").annotate(**said)
    return get_object_or_404(found, uid=uid)


def refuse_strangers(request: Request) -> None:
    """Refuse seats that have nothing to do at this desk."""
    if not may_read_desk(request.seat):
        raise NotAllowed(_("来稿处理"))


def _is_uid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
