"""Several submissions in one draft: merging, sharing, taking one out again."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from qianliyan.configuration.values import value
from qianliyan.core.errors import Unreadable
from qianliyan.core.rows import insert_row
from qianliyan.desk.actions.drafts import opened
from qianliyan.desk.actions.shielding import shield
from qianliyan.desk.actions.submissions import begin, bring_verification
from qianliyan.desk.actions.upward import refuse_if_sent_up
from qianliyan.desk.models import Draft, Role, Source
from qianliyan.desk.settings import FIRST_WEIGHT
from qianliyan.history.trail import record
from qianliyan.history.workflow import locked, move
from qianliyan.items.kinds import Form
from qianliyan.items.models import Submission
from qianliyan.items.states import TAKE, UNTAKE
from qianliyan.offices.models import Seat

MOST_WEIGHT = 100


@transaction.atomic
def merge(submissions: Sequence[Submission], *, by: Seat) -> Draft:
    """Take several submissions, or none of them, into one composite draft, led by the first to report."""
    if len(submissions) < 2:
        raise Unreadable(_("合并至少要勾选两件。"))
    taken = [_taken(one, by) for one in sorted(submissions, key=lambda one: one.pk)]
    taken.sort(key=lambda one: (one.sent_at, one.pk))
    draft = begin(taken[0], by=by, weight=value(FIRST_WEIGHT, by.office))
    draft.form = Form.COMPOSITE
    draft.body = "\n\n".join(one.body for one in taken)
    draft.save(update_fields=["form", "body"])
    for one in taken[1:]:
        bring_verification(one, draft, by=by)
    Source.objects.bulk_create(Source(draft=draft, submission=one, role=Role.MERGED) for one in taken[1:])
    record("draft.merge", draft, by=by, submissions=len(taken))
    return shield(draft)


@transaction.atomic
def take_in(draft: Draft, submission: Submission, *, by: Seat) -> Draft:
    """Take one more submission into a draft that is being edited; its words stand beside the text, not in it."""
    fresh = opened(draft, by)
    refuse_if_sent_up(fresh, _("并入"))
    taken = _taken(submission, by)
    if taken.receiver_id != fresh.office_id:
        raise Unreadable(_("这件来稿不是报给本单位的，不能并入。"))
    insert_row(Source(draft=fresh, submission=taken, role=Role.MERGED))
    record("draft.take_in", fresh, by=by, submission=str(taken.uid))
    return shield(fresh)


@transaction.atomic
def share(draft: Draft, weights: Mapping[UUID, int], *, by: Seat) -> Draft:
    """Set what each submission gave to the draft."""
    fresh = opened(draft, by)
    refuse_if_sent_up(fresh, _("改份额"))
    for source in fresh.sources.select_related("submission").order_by("pk"):
        if source.submission is None or source.submission.uid not in weights:
            continue
        weight = weights[source.submission.uid]
        if not 1 <= weight <= MOST_WEIGHT:
            raise Unreadable(_("份额请填1到%(most)d的整数。") % {"most": MOST_WEIGHT})
        source.weight = weight
        source.save(update_fields=["weight"])
    record("draft.share", fresh, by=by, weights=" ".join(f"{uid}={weight}" for uid, weight in weights.items()))
    return fresh


@transaction.atomic
def split(draft: Draft, submission: Submission, *, by: Seat) -> Draft:
    """Take one submission out of the draft again; it lies on the desk as if signed for, the text stays as it is."""
    fresh = opened(draft, by)
    refuse_if_sent_up(fresh, _("拆出"))
    source = fresh.sources.filter(submission=submission).first()
    if source is None:
        raise Unreadable(_("这件来稿已经不在这份稿件里。"))
    if fresh.sources.count() == 1:
        raise Unreadable(_("只剩这一件来稿，不能再拆出；不用这份稿件请撤销选用。"))
    source.delete()
    move(submission, UNTAKE, by=by)
    _lead_again(fresh)
    record("draft.split", fresh, by=by, submission=str(submission.uid))
    return shield(fresh)


def _taken(submission: Submission, by: Seat) -> Submission:
    """Take one, and name it when it cannot be taken any more."""
    fresh = locked(submission)
    if fresh.state not in TAKE.sources:
        raise Unreadable(
            _("《%(title)s》现在是“%(state)s”，不能合并。请去掉它再合并。")
            % {"title": fresh.title, "state": fresh.get_state_display()}
        )
    return move(fresh, TAKE, by=by, also={"handler": by.person})


def _lead_again(draft: Draft) -> None:
    """Let the first of those that remain lead when the leading one was taken out."""
    if not draft.sources.filter(role=Role.MAIN).exists():
        first = draft.sources.order_by("pk")[0]
        first.role = Role.MAIN
        first.save(update_fields=["role"])
