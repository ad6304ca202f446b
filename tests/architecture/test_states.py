"""The product of all steps and all states: arrows in the table work, all others are refused as a wrong state."""

from itertools import product
from uuid import uuid4

import pytest

from qianliyan.assessment import states as assessment
from qianliyan.bulletins.models import Issue, PrintOrder
from qianliyan.bulletins.states import ISSUE_TRANSITIONS, PRINT_TRANSITIONS, IssueState, PrintState
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, WrongState
from qianliyan.desk.states import (
    DRAFT_TRANSITIONS,
    MAIL_TRANSITIONS,
    OPINION_TRANSITIONS,
    DraftState,
    MailState,
    OpinionState,
)
from qianliyan.files.actions import keep
from qianliyan.files.content import PDF
from qianliyan.files.models import Making
from qianliyan.files.states import MAKING_TRANSITIONS, MakingState
from qianliyan.history.actors import SYSTEM
from qianliyan.history.models import Event
from qianliyan.history.workflow import move, open_to
from qianliyan.instructions.states import (
    FORWARDING_TRANSITIONS,
    INSTRUCTION_TRANSITIONS,
    READER_TRANSITIONS,
    ForwardingState,
    InstructionState,
    ReaderState,
)
from qianliyan.items.models import Item, Submission, Tip, Version
from qianliyan.items.stages import Stage
from qianliyan.items.states import (
    ITEM_TRANSITIONS,
    SUBMISSION_TRANSITIONS,
    TIP_TRANSITIONS,
    ItemState,
    SubmissionState,
    TipState,
)
from qianliyan.offices.powers import Power
from qianliyan.planning.models import Addressee, Commission, KeyTask
from qianliyan.planning.states import (
    ADDRESSEE_TRANSITIONS,
    COMMISSION_TRANSITIONS,
    KEY_TASK_TRANSITIONS,
    AddresseeState,
    CommissionState,
    KeyTaskState,
)
from qianliyan.proofing.models import Verification
from qianliyan.proofing.states import VERIFICATION_STEPS, VerificationState
from tests.architecture.letters import mail_in
from tests.assessment import rows as assessment_rows
from tests.desk.rows import ANSWERED, draft_in, opinion_in
from tests.instructions.rows import forwarding_in, instruction_in, reader_in

NUMBERED = {"signed", "printed", "void", "recalled", "reserved"}
EVERYTHING = [power.value for power in Power]


@pytest.fixture
def mighty(world):
    """Somebody who may do everything in one office, so that only the state can refuse."""
    post = world.posts["chief"]
    post.powers = EVERYTHING
    post.save()
    return world.seats["chief"]


def item_in(world, seat, state, due=""):
    due = due or ("sign" if state == ItemState.IN_REVIEW else "")
    return Item.objects.create(office=seat.office, drafter=world.seats["officer"].person, state=state, due=due)


def submission_in(world, seat, state):
    item = item_in(world, seat, ItemState.SUBMITTED)
    version = Version.objects.create(item=item, number=1, title="题", body="文", why="handed_over", by="", digest="")
    text = {
        "title": "题",
        "body": "文",
        "kind": "problem",
        "form": "single",
        "urgency": "ordinary",
        "characters": 1,
        "round": 1,
    }
    offices = {"sender": seat.office, "sender_name": "本", "receiver": seat.office}
    return Submission.objects.create(item=item, version=version, state=state, drafter_name="", **offices, **text)


def commission_in(world, seat, state):
    person, due = world.seats["editor"].person, clock.now()
    return Commission.objects.create(
        office=seat.office, created_by=person, title="题", content="文", due_at=due, issued_at=due, state=state
    )


def addressee_in(world, seat, state):
    commission = commission_in(world, seat, CommissionState.ISSUED)
    return Addressee.objects.create(
        commission=commission, asking=seat.office, office=world.county, due_at=commission.due_at, state=state
    )


def key_task_in(world, seat, state):
    return KeyTask.objects.create(office=seat.office, title="任务", source="分解表", year=2026, state=state)


def tip_in(world, seat, state):
    item = item_in(world, seat, ItemState.DRAFTING) if state == TipState.USED else None
    return Tip.objects.create(office=seat.office, supplier=seat.person, text="文", state=state, item=item)


def issue_in(world, seat, state):
    numbered = {"number": 1, "year": 2026} if state in NUMBERED else {}
    numbered |= {"void_reason": "印错"} if state == IssueState.VOID else {}
    composer = world.seats["editor"].person
    return Issue.objects.create(
        publication=world.bulletin, office=seat.office, composer=composer, state=state, **numbered
    )


def print_order_in(world, seat, state):
    made = {"file": keep(b"%PDF-1.7\n%%EOF", "1.pdf", allowed=(PDF,), by=SYSTEM)} if state == PrintState.MADE else {}
    issue = issue_in(world, seat, IssueState.PRINTED)
    return PrintOrder.objects.create(issue=issue, state=state, copies=60, ordered_by="", **made)


def making_in(world, seat, state):
    made = {"file": keep(b"%PDF-1.7\n%%EOF", "1.pdf", allowed=(PDF,), by=SYSTEM)} if state == MakingState.MADE else {}
    return Making.objects.create(seat=seat, maker="test", name="汇编", back="/", state=state, **made)


def verification_in(world, seat, state):
    text = {"subject": uuid4(), "start": 0, "end": 3, "quote": "83座"}
    return Verification.objects.create(office=seat.office, seat=world.seats["editor"], state=state, **text)


MACHINES = [
    (commission_in, COMMISSION_TRANSITIONS, CommissionState),
    (addressee_in, ADDRESSEE_TRANSITIONS, AddresseeState),
    (key_task_in, KEY_TASK_TRANSITIONS, KeyTaskState),
    (item_in, ITEM_TRANSITIONS, ItemState),
    (submission_in, SUBMISSION_TRANSITIONS, SubmissionState),
    (verification_in, VERIFICATION_STEPS, VerificationState),
    (tip_in, TIP_TRANSITIONS, TipState),
    (mail_in, MAIL_TRANSITIONS, MailState),
    (draft_in, DRAFT_TRANSITIONS, DraftState),
    (opinion_in, OPINION_TRANSITIONS, OpinionState),
    (issue_in, ISSUE_TRANSITIONS, IssueState),
    (print_order_in, PRINT_TRANSITIONS, PrintState),
    (making_in, MAKING_TRANSITIONS, MakingState),
    (reader_in, READER_TRANSITIONS, ReaderState),
    (instruction_in, INSTRUCTION_TRANSITIONS, InstructionState),
    (forwarding_in, FORWARDING_TRANSITIONS, ForwardingState),
    (assessment_rows.scheme_in, assessment.SCHEME_TRANSITIONS, assessment.SchemeState),
    (assessment_rows.calculation_in, assessment.CALCULATION_TRANSITIONS, assessment.CalculationState),
    (assessment_rows.period_in, assessment.PERIOD_TRANSITIONS, assessment.PeriodState),
    (assessment_rows.circular_in, assessment.CIRCULAR_TRANSITIONS, assessment.CircularState),
    (assessment_rows.review_in, assessment.REVIEW_TRANSITIONS, assessment.ReviewState),
    (assessment_rows.claim_in, assessment.CLAIM_TRANSITIONS, assessment.ClaimState),
    (assessment_rows.comment_in, assessment.COMMENT_TRANSITIONS, assessment.CommentState),
    (assessment_rows.determination_in, assessment.DETERMINATION_TRANSITIONS, assessment.DeterminationState),
]
CASES = [
    pytest.param(make, step, state, id=f"{step.verb}-from-{state}")
    for make, table, states in MACHINES
    for step, state in product(table, states)
]
# What a step changes beside the state, so that the row stays valid; the actions do the same.
BESIDE = {
    "tip.use": lambda tip: {"item": Item.objects.create(office=tip.office, drafter=tip.supplier)},
    "item.hand_over": {"due": "check"},
    "opinion.give": ANSWERED,
    "opinion.record": ANSWERED,
    "opinion.lapse": {"silence_agrees": False},
    "issue.sign": {"number": 1, "year": 2026},
    "issue.void": {"void_reason": "印错"},
    "issue.reserve": {"number": 1, "year": 2026},
    "reader.present": {"presented_at": clock.now()},
    "reader.give_back": {"back_at": clock.now()},
    "instruction.register": {"year": 2026, "number": 1},
    "instruction.supervise": {"supervision_number": "督〔2026〕1号"},
}


def beside(step, thing):
    if step.target in (PrintState.MADE, MakingState.MADE):
        return {"file": keep(b"%PDF-1.7\n%%EOF", "1.pdf", allowed=(PDF,), by=SYSTEM)}
    if isinstance(thing, Item) and step.target != ItemState.IN_REVIEW:
        return {"due": ""}
    found = BESIDE.get(step.verb) or assessment_rows.beside(step, thing)
    return found(thing) if callable(found) else found


@pytest.mark.parametrize(("make", "step", "state"), CASES)
def test_a_step_leads_where_the_table_says_and_from_nowhere_else(world, mighty, make, step, state):
    thing = make(world, mighty, state)
    if step.verb == "item.approve" and state == ItemState.IN_REVIEW:
        Item.objects.update(due=Stage.CHECK)
    by = SYSTEM if "by_system" in step.allowed.__name__ else mighty
    if step.verb == "addressee.sign_for":
        by = world.seats["officer"]

    if state not in step.sources:
        with pytest.raises(WrongState):
            move(thing, step, by=by)
        assert Event.objects.filter(verb=step.verb).count() == 0
        return
    moved = move(thing, step, by=by, also=beside(step, thing))

    assert moved.state == step.target
    event = Event.objects.get(verb=step.verb)
    assert (event.origin, event.target, event.thing_pk) == (state, step.target, thing.pk)


@pytest.mark.parametrize(
    ("make", "step", "state"), [case for case in CASES if case.values[2] in case.values[1].sources]
)
def test_somebody_from_another_office_may_take_no_step(world, mighty, outsider, make, step, state):
    thing = make(world, mighty, state)
    if step.verb == "item.approve":
        Item.objects.update(due=Stage.CHECK)

    with pytest.raises(NotAllowed):
        move(thing, step, by=outsider)

    assert open_to([step], thing, outsider) == []
