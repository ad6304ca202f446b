"""Rows of the desk in any state, for the test of the tables."""

from qianliyan.core import clock
from qianliyan.desk.models import Draft, Opinion
from qianliyan.desk.states import DraftState, OpinionState

ANSWERED = {"verdict": "agree", "answered_at": clock.now()}
SAID = {OpinionState.ANSWERED: ANSWERED, OpinionState.SILENT: {"silence_agrees": True}}


def draft_in(world, seat, state):
    text = {"title": "题", "body": "文", "kind": "problem", "form": "single"}
    return Draft.objects.create(office=seat.office, editor=world.seats["editor"].person, state=state, **text)


def opinion_in(world, seat, state):
    draft = draft_in(world, seat, DraftState.EDITING)
    text = {"who": "本室", "question": "请核", "body": "文", "due_on": clock.today(), **SAID.get(state, {})}
    return Opinion.objects.create(draft=draft, office=seat.office, asked_by=seat, state=state, **text)
