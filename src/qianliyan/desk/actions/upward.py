"""Up and back: a draft becomes this office's own item, and what comes of it goes down to everybody behind it."""

from django.db import transaction
from django.utils.translation import gettext as _

from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, Unreadable, WrongState
from qianliyan.desk.actions.shielding import kind_outside
from qianliyan.desk.lineage import submissions_behind
from qianliyan.desk.models import Draft, Upward
from qianliyan.desk.permissions import may_report_up
from qianliyan.desk.states import DraftState
from qianliyan.history.actors import Actor
from qianliyan.history.trail import record
from qianliyan.history.workflow import locked
from qianliyan.items.actions.writing import start
from qianliyan.items.models import Item, Submission
from qianliyan.items.states import ItemState
from qianliyan.offices.models import Seat
from qianliyan.proofing.actions import carry_over

EDITED = (DraftState.READY, DraftState.PLACED, DraftState.PRINTED)


@transaction.atomic
def report_up(draft: Draft, *, by: Seat) -> Item:
    """Make an edited draft the office's own item for the office above (上报); its own chain of review follows."""
    fresh = locked(draft)
    if fresh.state not in EDITED:
        raise WrongState(_("上报"), fresh.get_state_display())
    if not may_report_up(by, fresh):
        raise NotAllowed(_("上报"))
    if upward_of(fresh) is not None:
        raise Unreadable(_("这份稿件已经转为本单位上报的信息，请接着办那一件。"))
    item = start(by=by, title=fresh.title, body=fresh.body, kind=kind_outside(fresh), form=fresh.form)
    Upward.objects.create(draft=fresh, item=item, by=by.person, at=clock.now())
    carry_over(fresh.uid, item.uid, by=by, shielded=fresh.shielded)
    record("draft.report_up", fresh, by=by, item=str(item.uid))
    return item


def upward_of(draft: Draft) -> Upward | None:
    """Return the live item by which the draft is reported upward; one that was given up does not count."""
    return draft.upwards.exclude(item__state=ItemState.DISCARDED).select_related("item").first()


def refuse_if_sent_up(draft: Draft, step: str) -> None:
    """Refuse to change whose work a draft is made of once it was sent up: what is printed above credits them."""
    upward = upward_of(draft)
    if upward is not None and upward.item.state == ItemState.SUBMITTED:
        raise Unreadable(_("这份稿件已经上报，不能再“%(step)s”。确需改，请先撤回上报。") % {"step": step})


def tell_sent_up(submission: Submission, by: Actor) -> None:
    """Tell everybody behind it that their work was sent up."""
    for one in submissions_behind(submission):
        record("submission.report_up", one, by=by, receiver=submission.receiver.short_name)


def tell_adopted(submission: Submission, *, by: Actor, office: str, issue: str) -> None:
    """Tell its own writer and everybody behind it that an office above adopted it, and where it was printed."""
    record("submission.adopt_above", submission, by=by, office=office, issue=issue)
    tell_behind(submission, by=by, office=office, issue=issue)


def tell_adoption_revoked(submission: Submission, *, by: Actor, office: str, issue: str) -> None:
    """Tell the same people that what they had been told was entered wrongly."""
    for one in (submission, *submissions_behind(submission)):
        record("submission.revoke_adoption", one, by=by, office=office, issue=issue)


def tell_behind(submission: Submission, *, by: Actor, office: str, issue: str) -> None:
    """Tell those behind a report upward; its own writer learns it from the printing itself."""
    for one in submissions_behind(submission):
        record("submission.adopt_above", one, by=by, office=office, issue=issue)
