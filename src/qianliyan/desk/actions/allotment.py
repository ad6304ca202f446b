"""Allotment (分稿): who handles a submission, by the section's lines on arrival, by hand at any time."""

from django.db import transaction
from django.utils.translation import gettext as _

from qianliyan.core.errors import NotAllowed, Unreadable, WrongState
from qianliyan.core.rows import write_row
from qianliyan.desk.allotments import lines_of
from qianliyan.desk.models import Line
from qianliyan.desk.queries import UNDECIDED
from qianliyan.history.actors import SYSTEM
from qianliyan.history.trail import record
from qianliyan.history.workflow import locked
from qianliyan.items.models import Submission
from qianliyan.items.permissions import may_edit
from qianliyan.offices.models import Seat
from qianliyan.offices.powers import Power
from qianliyan.offices.seats import seats_with


@transaction.atomic
def allot(submission: Submission, *, to: Seat, by: Seat) -> Submission:
    """Give a submission that is not decided to an editor; the same editor twice changes nothing."""
    fresh = locked(submission)
    if not may_edit(by, fresh):
        raise NotAllowed(_("分稿"))
    if fresh.state not in UNDECIDED:
        raise WrongState(_("分稿"), fresh.get_state_display())
    if not to.may_at(Power.EDIT, fresh.receiver_id):
        raise Unreadable(_("%(name)s不是本单位的编辑，请另选。") % {"name": to.person.name})
    if fresh.handler_id == to.person_id:
        return fresh
    fresh.handler = to.person
    fresh.save(update_fields=["handler"])
    record("submission.allot", fresh, by=by, editor=to.person.name)
    return fresh


def allot_by_line(submission: Submission) -> Seat | None:
    """Give what has just arrived to the editor of the first line that fits, and return his seat."""
    lines = lines_of(submission.receiver_id)
    if not lines:
        return None
    editors = {seat.person_id: seat for seat in seats_with(Power.EDIT, [submission.receiver_id])}
    line = next((one for one in lines if one.editor_id in editors and _takes_in(one, submission)), None)
    if line is None:
        return None
    submission.handler = editors[line.editor_id].person
    write_row(submission, ["handler"])
    record("submission.allot", submission, by=SYSTEM, editor=submission.handler.name, line=line.name)
    return editors[line.editor_id]


def _takes_in(line: Line, submission: Submission) -> bool:
    units = {unit.pk for unit in line.units.all()}
    return (
        (not units or submission.sender_id in units)
        and (not line.kinds or submission.kind in line.kinds)
        and (not line.keywords or any(word in submission.title for word in line.keywords))
    )
