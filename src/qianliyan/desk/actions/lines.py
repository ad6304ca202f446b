"""Drawing, changing and ending an editor's line."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, Unreadable
from qianliyan.desk.models import Line
from qianliyan.desk.permissions import may_draw_lines
from qianliyan.history.trail import record
from qianliyan.history.workflow import locked
from qianliyan.offices.models import Office, Seat
from qianliyan.offices.powers import Power


@dataclass(frozen=True)
class Scope:
    """What a line takes in; empty parts take in everything."""

    units: Sequence[Office] = ()
    kinds: Sequence[str] = ()
    keywords: Sequence[str] = field(default=())


@transaction.atomic
def draw(name: str, editor: Seat, scope: Scope, *, by: Seat, order: int = 0) -> Line:
    """Enter a line with its editor."""
    _refuse(name, editor, by)
    line = Line(office=by.office)
    _fill(line, name, editor, scope, order)
    record("line.draw", line, by=by, name=line.name, editor=editor.person.name)
    return line


@transaction.atomic
def redraw(line: Line, name: str, editor: Seat, scope: Scope, *, by: Seat, order: int = 0) -> Line:
    """Change a line; what it has allotted stays where it is."""
    fresh = locked(line)
    _refuse(name, editor, by)
    if not by.at(fresh.office_id) or fresh.ended_at is not None:
        raise NotAllowed(_("改分稿"))
    _fill(fresh, name, editor, scope, order)
    record("line.redraw", fresh, by=by, name=fresh.name, editor=editor.person.name)
    return fresh


@transaction.atomic
def end(line: Line, *, by: Seat) -> Line:
    """End a line; from now on it allots nothing."""
    fresh = locked(line)
    if not may_draw_lines(by, fresh.office_id):
        raise NotAllowed(_("改分稿"))
    if fresh.ended_at is None:
        fresh.ended_at = clock.now()
        fresh.save(update_fields=["ended_at"])
        record("line.end", fresh, by=by, name=fresh.name)
    return fresh


def _refuse(name: str, editor: Seat, by: Seat) -> None:
    if not may_draw_lines(by, by.office_id):
        raise NotAllowed(_("改分稿"))
    if not editor.may_at(Power.EDIT, by.office_id):
        raise Unreadable(_("%(name)s不是本单位的编辑，请另选。") % {"name": editor.person.name})
    if not name.strip():
        raise Unreadable(_("请写条线的名称，例如“工业口”。"))


def _fill(line: Line, name: str, editor: Seat, scope: Scope, order: int) -> None:
    line.name, line.editor, line.order = name.strip(), editor.person, order
    line.kinds, line.keywords = list(scope.kinds), list(scope.keywords)
    try:
        with transaction.atomic():
            line.save()
    except IntegrityError as error:
        raise Unreadable(_("已有叫“%(name)s”的条线，请换个名称。") % {"name": line.name}) from error
    line.units.set(scope.units)
