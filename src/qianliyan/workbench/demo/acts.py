"""What a unit and the desk do in the story: each verb of an item's script calls the real action."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from qianliyan.assessment.actions import hearing
from qianliyan.assessment.actions.recording import Paper
from qianliyan.core import clock
from qianliyan.desk.actions import drafts, submissions
from qianliyan.desk.models import Draft
from qianliyan.files.actions import keep
from qianliyan.files.content import PHOTOS
from qianliyan.items.actions import paper, review, sending, writing
from qianliyan.items.actions.paper import PaperSignature
from qianliyan.items.models import Item, Submission
from qianliyan.items.stages import POWER, Stage
from qianliyan.offices.models import Seat
from qianliyan.workbench.demo.photo import signed_sheet
from qianliyan.workbench.demo.script import Scene, Step
from qianliyan.workbench.demo.stage import World

FIELDS = ("kind", "form", "urgency", "supplier", "basis", "units_concerned")


@dataclass
class Thread:
    """One item on its way, with what became of it."""

    scene: Scene
    world: World
    item: Item | None = None
    submission: Submission | None = None
    draft: Draft | None = None

    @property
    def officer(self) -> Seat:
        """The one who writes."""
        return self.world.seats[self.scene.data["officer"]]

    def seat(self, step: Step) -> Seat:
        """Whoever the step names, else the writer."""
        return self.world.seats[step.who] if step.who else self.officer

    @property
    def written(self) -> Item:
        """The item as it stands now."""
        assert self.item is not None  # noqa: S101 - a script begins with `write`
        return Item.objects.get(pk=self.item.pk)

    @property
    def sent(self) -> Submission:
        """The newest submission as it stands now."""
        assert self.submission is not None  # noqa: S101 - the script has `submit` before
        return Submission.objects.get(pk=self.submission.pk)

    @property
    def edited(self) -> Draft:
        """The draft as it stands now."""
        assert self.draft is not None  # noqa: S101 - the script has `take` before
        return Draft.objects.get(pk=self.draft.pk)


def write(thread: Thread, _step: Step) -> None:
    """Write the item down."""
    data = thread.scene.data
    fields = {name: data[name] for name in FIELDS if name in data}
    thread.item = writing.start(by=thread.officer, title=data["title"], body=data["body"].strip(), **fields)


def revise(thread: Thread, _step: Step) -> None:
    """Correct what was returned."""
    text = thread.scene.data["revised"]
    item = thread.written
    writing.save(item, by=thread.officer, revision=item.revision, title=text["title"], body=text["body"].strip())


def sign_next(thread: Thread, _step: Step) -> None:
    """Let whoever is next in the chain sign, without a remark; a chain shorter than the longest is done already."""
    item = thread.written
    stage = item.current_stage
    if stage is None:
        return
    seat = thread.world.decider(item.office, POWER[stage])
    if stage == Stage.SIGN:
        review.sign(item, by=seat)
    else:
        review.approve(item, by=seat)


def sign_on_paper(thread: Thread, _step: Step) -> None:
    """Record the whole chain from the photo of the signed sheet."""
    item, today = thread.written, clock.today()
    stages = paper.remaining(item)
    signed = [PaperSignature(one, thread.world.decider(item.office, POWER[one]), today) for one in stages]
    photo = keep(signed_sheet(len(signed)), "审签单.jpg", allowed=PHOTOS, by=thread.officer)
    paper.record_signing(item, by=thread.officer, sheet=photo, signatures=signed)


def submit(thread: Thread, step: Step) -> None:
    """Send the item up; `who` names the receiver."""
    receiver = thread.world.offices[step.who]
    thread.submission = sending.submit(thread.written, by=thread.officer, receiver=receiver)


def take(thread: Thread, step: Step) -> None:
    """Take the submission into the drafts."""
    thread.draft = submissions.take(thread.sent, by=thread.seat(step))


def edit(thread: Thread, step: Step) -> None:
    """Save the editor's text and keep it as a version."""
    text, draft, seat = thread.scene.data["draft"], thread.edited, thread.seat(step)
    fields = {"title": text["title"], "gist": text["gist"], "body": text["body"].strip()}
    drafts.save(draft, by=seat, revision=draft.revision, **fields)
    drafts.keep_version(thread.edited, by=seat, why=step.words or "压缩篇幅，突出问题")


def claim(thread: Thread, step: Step) -> None:
    """Claim points for what became of the item elsewhere; `words` are the paper."""
    title, asked = thread.scene.data["title"], Decimal(thread.scene.data["asked"])
    hearing.claim(title, on=clock.today(), asked=asked, paper=Paper(step.words), by=thread.officer)


ACTS: dict[str, Callable[[Thread, Step], object]] = {
    "write": write,
    "revise": revise,
    "hand_over": lambda thread, _step: review.hand_over(thread.written, by=thread.officer),
    "approve": lambda thread, step: review.approve(thread.written, by=thread.seat(step), remark=step.words),
    "send_back": lambda thread, step: review.send_back(thread.written, by=thread.seat(step), reason=step.words),
    "sign": lambda thread, step: review.sign(thread.written, by=thread.seat(step), remark=step.words),
    "sign_next": sign_next,
    "sign_on_paper": sign_on_paper,
    "submit": submit,
    "withdraw": lambda thread, step: sending.withdraw(thread.sent, by=thread.seat(step), reason=step.words),
    "sign_for": lambda thread, step: submissions.sign_for(thread.sent, by=thread.seat(step)),
    "take": take,
    "return": lambda thread, step: submissions.send_back(thread.sent, by=thread.seat(step), reason=step.words),
    "decline": lambda thread, step: submissions.decline(thread.sent, by=thread.seat(step), reason=step.words),
    "reserve": lambda thread, step: submissions.reserve(thread.sent, by=thread.seat(step), reason=step.words),
    "edit": edit,
    "claim": claim,
    "hold_ready": lambda thread, step: drafts.hold_ready(thread.edited, by=thread.seat(step)),
}
