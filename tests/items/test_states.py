import pytest
from tests.items.steps import submitted, written

from qianliyan.core.errors import WrongState
from qianliyan.history.actors import SYSTEM
from qianliyan.history.workflow import move
from qianliyan.items.models import Item, Submission
from qianliyan.items.states import (
    APPROVE,
    ITEM_TRANSITIONS,
    REOPEN,
    SUBMISSION_TRANSITIONS,
    ItemState,
    SubmissionState,
)

PEOPLE = ("officer", "checker", "reviewer", "signatory", "editor", "chief")


def starts(thing, step, actor):
    """Say whether the step starts here; any other refusal is a failure of the test."""
    due = {"due": "sign" if step.target == ItemState.IN_REVIEW else ""} if isinstance(thing, Item) else {}
    try:
        return move(thing, step, by=actor, also=due).state == step.target
    except WrongState:
        return False


@pytest.mark.parametrize("step", ITEM_TRANSITIONS, ids=lambda step: step.verb)
def test_a_step_of_an_item_starts_only_where_the_table_says(world, step):
    written(world)
    due = "review" if step is APPROVE else "sign"
    started = set()

    for state in ItemState.values:
        Item.objects.update(state=state, due=due if state == ItemState.IN_REVIEW else "")
        item = Item.objects.get()
        able = [world.seats[role] for role in PEOPLE if step is not REOPEN and step.allowed(world.seats[role], item)]
        if starts(item, step, [*able, SYSTEM][0]):
            started.add(state)

    assert started == set(step.sources)


@pytest.mark.parametrize("step", SUBMISSION_TRANSITIONS, ids=lambda step: step.verb)
def test_a_step_of_a_submission_starts_only_where_the_table_says(world, step):
    submission = submitted(world)
    able = [world.seats[role] for role in PEOPLE if step.allowed(world.seats[role], submission)]
    actor = [*able, SYSTEM][0]
    started = set()

    for state in SubmissionState.values:
        Submission.objects.update(state=state)
        if starts(submission, step, actor):
            started.add(state)

    assert started == set(step.sources)
