"""States agree with the trail and with each other, from the item to the issue."""

from collections.abc import Iterator

from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce

from qianliyan.bulletins.models import Entry, Issue, PrintOrder
from qianliyan.bulletins.states import IssueState, PrintState
from qianliyan.desk.models import Draft, Mail, Opinion, Source
from qianliyan.desk.states import DraftState, MailState, OpinionState
from qianliyan.history.models import Event
from qianliyan.instructions.models import Forwarding, Instruction, Reader
from qianliyan.instructions.states import ForwardingState, InstructionState, ReaderState
from qianliyan.items.kinds import PROTECTED
from qianliyan.items.models import Item, SignOff, Submission, Tip
from qianliyan.items.models.sign_off import Decision
from qianliyan.items.stages import Stage
from qianliyan.items.states import ItemState, SubmissionState, TipState
from qianliyan.planning.models import Addressee, Commission, KeyTask
from qianliyan.planning.states import AddresseeState, CommissionState, KeyTaskState
from qianliyan.workbench.checking.breach import Breach, named

# The models whose state moves by steps, with the state in which a row begins.
MOVING: tuple[tuple[type[models.Model], str], ...] = (
    (Commission, CommissionState.PREPARING),
    (Addressee, AddresseeState.PENDING),
    (KeyTask, KeyTaskState.RUNNING),
    (Item, ItemState.DRAFTING),
    (Submission, SubmissionState.RECEIVED),
    (Tip, TipState.OPEN),
    (Mail, MailState.ARRIVED),
    (Draft, DraftState.EDITING),
    (Opinion, OpinionState.WAITING),
    (Issue, IssueState.COMPOSING),
    (PrintOrder, PrintState.WAITING),
    (Reader, ReaderState.TO_PRESENT),
    (Instruction, InstructionState.GIVEN),
    (Forwarding, ForwardingState.SENT),
)
STANDING = (IssueState.COMPOSING, IssueState.AWAITING, IssueState.SIGNED)


def states_agree_with_the_trail() -> Iterator[Breach]:
    """Compare each state with what the last step in the trail led to."""
    for model, beginning in MOVING:
        steps = Event.objects.filter(thing_type=model._meta.label_lower, thing_pk=OuterRef("pk"))  # noqa: SLF001
        last = steps.exclude(target="").order_by("-pk").values("target")[:1]
        rows = model._default_manager.annotate(led_to=Coalesce(Subquery(last), Value(beginning)))  # noqa: SLF001
        for row in rows.exclude(state=F("led_to")):
            yield Breach("states", f"{named(row)}的状态与办理过程不符")


def submissions_are_as_signed() -> Iterator[Breach]:
    """Compare what was sent with the version it names and the office that wrote it."""
    wrong = ~Q(title=F("version__title")) | ~Q(body=F("version__body"))
    wrong |= ~Q(sender=F("item__office")) | ~Q(version__item=F("item"))
    for submission in Submission.objects.filter(wrong):
        yield Breach("submissions", f"来稿{named(submission)}与签发的稿件不符")


def signed_items_have_a_signature() -> Iterator[Breach]:
    """Require a standing signature of the round, by somebody else than the drafter, of what is signed or sent.

    What was recorded on behalf was signed elsewhere, if at all; its submission says by whom it was recorded.
    """
    signed = SignOff.objects.filter(
        item=OuterRef("pk"),
        round=OuterRef("round"),
        stage=Stage.SIGN,
        decision=Decision.APPROVED,
        voided_at=None,
    ).exclude(seat__person=OuterRef("drafter"))
    recorded = Submission.objects.filter(item=OuterRef("pk"), round=OuterRef("round"), recorded_at__isnull=False)
    rows = Item.objects.filter(state__in=(ItemState.SIGNED, ItemState.SUBMITTED))
    for item in rows.exclude(Exists(signed)).exclude(Exists(recorded)):
        yield Breach("items", f"{named(item)}已签发，却没有有效的签发")
    for item in Item.objects.filter(state=ItemState.SUBMITTED, submissions=None):
        yield Breach("items", f"{named(item)}已报送，却没有来稿")


def taken_submissions_lie_in_a_draft() -> Iterator[Breach]:
    """Require that what an editor took is the source of a draft that was not given up."""
    alive = Source.objects.filter(submission=OuterRef("pk")).exclude(draft__state=DraftState.DROPPED)
    for submission in Submission.objects.filter(state=SubmissionState.TAKEN).exclude(Exists(alive)):
        yield Breach("drafts", f"来稿{named(submission)}已选用，却不在任何待编稿里")


def drafts_are_shielded_by_what_is_in_them() -> Iterator[Breach]:
    """Require that a draft with a problem or a warning in it is marked so: the pages ask the mark."""
    protected = Source.objects.filter(draft=OuterRef("pk"), submission__kind__in=PROTECTED)
    for draft in Draft.objects.filter(shielded=False).filter(Q(kind__in=PROTECTED) | Exists(protected)):
        yield Breach("drafts", f"待编稿{named(draft)}含有问题或预警类来稿，却没有按此保护")


def drafts_stand_where_they_say() -> Iterator[Breach]:
    """Require a place in an open issue of placed drafts, in a printed one of printed drafts, of others none."""
    places = Entry.objects.filter(draft=OuterRef("pk"), removed_at=None)
    for state, wanted in (
        (DraftState.PLACED, places.filter(issue__state__in=STANDING)),
        (DraftState.PRINTED, places.filter(issue__state__in=(IssueState.PRINTED, IssueState.RECALLED))),
    ):
        for draft in Draft.objects.filter(state=state).exclude(Exists(wanted)):
            yield Breach("drafts", f"待编稿{named(draft)}“{draft.get_state_display()}”，却不在这样的一期里")
    for draft in Draft.objects.exclude(state__in=(DraftState.PLACED, DraftState.PRINTED)).filter(Exists(places)):
        yield Breach("drafts", f"待编稿{named(draft)}“{draft.get_state_display()}”，却占着一期的位置")
