"""Rows of this room in any state, for tests of the state tables alone."""

from qianliyan.core import clock
from qianliyan.instructions.models import Forwarding, Instruction, Presentation, Reader
from qianliyan.items.models import Item, Submission, Version

NOW_ON = {"presented": ("presented_at",), "back": ("presented_at", "back_at")}


def sent_by(world, seat):
    """What was submitted to the seat's own office."""
    item = Item.objects.create(office=world.county, drafter=world.seats["officer"].person, state="submitted")
    version = Version.objects.create(item=item, number=1, title="题", body="文", why="handed_over", by="", digest="")
    text = {"title": "题", "body": "文", "kind": "problem", "form": "single", "urgency": "ordinary", "characters": 1}
    offices = {"sender": world.county, "sender_name": "青石县政府办", "receiver": seat.office}
    return Submission.objects.create(item=item, version=version, round=1, drafter_name="", **offices, **text)


def reader_in(world, seat, state):
    presentation = Presentation.objects.create(office=seat.office, submission=sent_by(world, seat), created_by="")
    moments = {name: clock.now() for name in NOW_ON.get(state, ())}
    return Reader.objects.create(
        presentation=presentation, office=seat.office, seat=seat, name="李市长", post="市长", state=state, **moments
    )


def instruction_in(world, seat, state):
    numbered = {} if state in {"given", "void"} else {"year": 2026, "number": 1}
    numbered |= {"supervision_number": "督〔2026〕1号"} if state == "supervised" else {}
    leader = {"leader_name": "李明", "leader_post": "市长", "level": "city", "given_on": clock.today()}
    return Instruction.objects.create(
        office=seat.office,
        submission=sent_by(world, seat),
        state=state,
        form="paper",
        text="请研究。",
        **leader,
        **numbered,
    )


def forwarding_in(world, seat, state):
    instruction = instruction_in(world, seat, "forwarded")
    return Forwarding.objects.create(
        instruction=instruction, office=seat.office, office_name="本", due_on=clock.today(), state=state
    )
