"""Finding things through the seat's own eyes, and keeping what was uploaded with them."""

from typing import Any
from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404

from qianliyan.bulletins.models import Entry
from qianliyan.core.web import Request
from qianliyan.files.actions import keep
from qianliyan.files.content import ATTACHMENTS, PHOTOS
from qianliyan.files.models import File
from qianliyan.instructions.models import Forwarding, Instruction, Presentation, Reader
from qianliyan.instructions.queries.presenting import presentations_seen_by
from qianliyan.instructions.queries.register import own_register
from qianliyan.items.models import Submission
from qianliyan.offices.audiences import visible_to


def instruction_of(request: Request, uid: UUID) -> Instruction:
    """Return an instruction of the office's own register."""
    return get_object_or_404(own_register(request.seat), uid=uid)


def presentation_of(request: Request, uid: UUID) -> Presentation:
    """Return what the office presented."""
    return get_object_or_404(presentations_seen_by(request.seat), uid=uid)


def reader_of(request: Request, uid: UUID) -> Reader:
    """Return one leader's line in the office's register of presenting."""
    own = visible_to(Reader, request.seat).filter(office=request.seat.office_id)
    return get_object_or_404(own.select_related("presentation", "seat__office", "seat__person", "seat__post"), uid=uid)


def forwarding_of(request: Request, uid: UUID) -> Forwarding:
    """Return what the office forwarded, or was forwarded to it."""
    own = visible_to(Forwarding, request.seat).select_related(
        "instruction__entry__issue__publication",
        "instruction__entry__draft",
        "instruction__submission",
        "instruction__office",
        "office",
    )
    return get_object_or_404(own, uid=uid)


def paper_of(request: Request, kind: str, uid: UUID) -> Entry | Submission:
    """Return the paper that is presented or was instructed about: printed entry, or a submission."""
    if kind == "entry":
        entries = visible_to(Entry, request.seat).select_related("issue__publication", "issue__office", "draft")
        return get_object_or_404(entries, uid=uid)
    if kind != "submission":
        raise Http404
    return get_object_or_404(visible_to(Submission, request.seat), uid=uid)


def uploaded(request: Request, name: str, *, photo: bool = True) -> File | None:
    """Keep the uploaded file, if there is one, in the caller's transaction."""
    given: Any = request.FILES.get(name)
    if not given:
        return None
    return keep(given.read(), given.name, allowed=PHOTOS if photo else ATTACHMENTS, by=request.seat)
