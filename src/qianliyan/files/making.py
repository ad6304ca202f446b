"""Ordering a file that takes longer than a page may, and making it; a worker killed in between begins again."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from qianliyan.core import clock
from qianliyan.core.errors import DomainError, NotAllowed
from qianliyan.files.actions import keep_made
from qianliyan.files.makers import Arguments, Made, Maker, maker_called
from qianliyan.files.models import Making
from qianliyan.files.states import FAIL, MAKE, MakingState
from qianliyan.history.actors import SYSTEM
from qianliyan.history.trail import record
from qianliyan.history.workflow import locked, move
from qianliyan.offices.models import Seat


@transaction.atomic
def order(key: str, *, by: Seat, name: str, back: str, **arguments: str | int) -> Making:
    """Order a file for this seat; `back` is the page it comes from. What is being made is not ordered twice."""
    if not maker_called(key).may(by, arguments):
        raise NotAllowed(_("要这份文件"))
    waiting = Making.objects.filter(seat=by, maker=key, state=MakingState.WAITING)
    if same := next((one for one in waiting if one.arguments == arguments), None):
        return same
    making = Making.objects.create(
        seat=by, maker=key, arguments=arguments, name=name, back=back, ordered_at=clock.now()
    )
    record("making.order", making, by=by, name=name)
    return making


def perform(pk: int) -> Making:
    """Make what was ordered; what is made, or could not be, is left alone."""
    making = Making.objects.select_related("seat__office", "seat__person", "seat__post").get(pk=pk)
    if making.state != MakingState.WAITING:
        return making
    try:
        return _keep(making, _made(making, maker_called(making.maker)))
    except DomainError as refusal:
        return _fail(making, str(refusal))
    except Exception:
        _fail(making, _("没有做成，请再要一次；仍不行请与系统管理员联系。"))
        raise


def may_have(making: Making, seat: Seat) -> bool:
    """Tell whether the seat may have the file today, whatever it might when it was ordered."""
    return maker_called(making.maker).may(seat, making.arguments)


def _made(making: Making, maker: Maker) -> Made:
    arguments: Arguments = making.arguments
    if not maker.may(making.seat, arguments):
        raise NotAllowed(_("要这份文件"))

    def progress(done: int, total: int) -> None:
        """Say how far it is, at once and outside of any transaction."""
        Making.objects.filter(pk=making.pk, state=MakingState.WAITING).update(done=done, total=total)

    return maker.make(making.seat, arguments, progress)


@transaction.atomic
def _keep(making: Making, made: Made) -> Making:
    fresh = locked(making)
    if fresh.state != MakingState.WAITING:
        return fresh
    file = keep_made(made.content, made.name, made.nature, by=SYSTEM)
    also: dict[str, Any] = {"file": file, "made_at": clock.now()}
    return move(fresh, MAKE, by=SYSTEM, also=also, digest=file.digest)


@transaction.atomic
def _fail(making: Making, sentence: str) -> Making:
    fresh = locked(making)
    if fresh.state != MakingState.WAITING:
        return fresh
    return move(fresh, FAIL, by=SYSTEM, text=sentence, also={"error": sentence})
