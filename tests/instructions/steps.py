"""Leaders and their secretary, and the way of an instruction in small steps through the real actions."""

from datetime import date, timedelta

from qianliyan.bulletins.models import Entry
from qianliyan.core import clock
from qianliyan.files.actions import keep
from qianliyan.files.content import PHOTOS
from qianliyan.instructions.actions import forwarding, presenting, proposing, reading, registering
from qianliyan.instructions.actions.presenting import Addressed
from qianliyan.instructions.actions.registering import Leader, Proof
from qianliyan.instructions.models import Instruction, Presentation, Reader
from qianliyan.offices.models import Post
from qianliyan.offices.powers import Power
from tests import thread

WORDS = "请农业农村局牵头，会同青石县研究，提出统筹运维的办法。"
POSTS = {
    "mayor": ("市长", [Power.READ]),
    "vice_mayor": ("副市长", [Power.READ]),
    "secretary": ("呈送代录", [Power.PRESENT]),
}
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c626001000000"
    "05000106a1aa9d0000000049454e44ae426082"
)


def court(world):
    """Let a mayor, a vice mayor and their secretary sit in the city's office."""
    for order, (code, (name, powers)) in enumerate(POSTS.items(), start=50):
        world.posts[code] = Post.objects.create(code=code, name=name, powers=list(powers), order=order)
    world.seat("mayor", "mayor", world.city, "李明")
    world.seat("vice_mayor", "vice_mayor", world.city, "王岚")
    world.seat("secretary", "secretary", world.city, "许文")
    return world


def photo(by):
    import io

    from PIL import Image

    held = io.BytesIO()
    Image.new("RGB", (20, 20), "white").save(held, "JPEG")
    return keep(held.getvalue(), "批示.jpg", allowed=PHOTOS, by=by)


def strokes():
    import io

    from PIL import Image

    held = io.BytesIO()
    Image.new("RGBA", (300, 120), "white").save(held, "PNG")
    return held.getvalue()


def printed_entry(world, **fields):
    """A printed entry of the city's bulletin, made of the county's item."""
    return Entry.objects.get(issue=thread.printed_issue(world, **fields))


def presented(world, *roles, entry=None):
    """A paper laid before these leaders, one after the other."""
    paper = entry or printed_entry(world)
    readers = [Addressed(world.seats[role], place) for place, role in enumerate(roles or ("mayor",), start=1)]
    return presenting.present(paper, by=world.seats["secretary"], readers=readers)


def line(presentation: Presentation, seat) -> Reader:
    return Reader.objects.get(presentation=presentation, seat=seat)


def given(world, text=WORDS, **fields) -> Instruction:
    """What the mayor typed, still to be registered."""
    mayor = world.seats["mayor"]
    return reading.instruct(line(presented(world, **fields), mayor), by=mayor, text=text)


def registered(world, **fields) -> Instruction:
    return registering.register(given(world, **fields), by=world.seats["secretary"])


def proposed(world, **more) -> Instruction:
    instruction = registered(world)
    proposing.propose(
        instruction, by=world.seats["chief"], text="拟转农业农村局办理。", units=[world.department], **more
    )
    return Instruction.objects.get(pk=instruction.pk)


def decided(world) -> Instruction:
    return proposing.decide(proposed(world), by=world.seats["secretary_general"])


def forwarded(world, *units) -> Instruction:
    instruction = decided(world)
    day = clock.today() + timedelta(days=14)
    forwarding.forward(instruction, by=world.seats["chief"], units=units or (world.department,), due_on=day)
    return Instruction.objects.get(pk=instruction.pk)


def from_above(world, submission, *, on: date | None = None, **proof) -> Instruction:
    """A provincial leader's instruction on what the city sent up, recorded by the city."""
    leader = Leader("赵宁", "副省长", "province")
    return registering.record(
        submission,
        by=world.seats["secretary"],
        leader=leader,
        text="云川市的做法可以推广。",
        given_on=on or clock.today(),
        proof=Proof("notice", **(proof or {"evidence": "省政府办公厅批示抄清〔2026〕12号"})),
    )
