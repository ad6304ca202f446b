"""Sets of items and what a page shows beside one: versions, sign-offs, receivers."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Case, Count, Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery, When
from django.db.models.functions import Coalesce

from qianliyan.core.memory import kept, learn
from qianliyan.core.panels import foretold
from qianliyan.files.models import File
from qianliyan.items.content import going_with
from qianliyan.items.kinds import Urgency
from qianliyan.items.models import Attachment, Import, Item, SignOff, Submission, Tip, Unsaved, Version
from qianliyan.items.models.sign_off import Decision
from qianliyan.items.models.version import Why
from qianliyan.items.stages import POWER, Stage
from qianliyan.items.states import ItemState, SubmissionState, TipState
from qianliyan.offices.audiences import visible_to
from qianliyan.offices.models import Office, Seat
from qianliyan.offices.powers import Power
from qianliyan.offices.seats import seats_in
from qianliyan.proofing.queries import flags as proofing_flags
from qianliyan.proofing.queries import learn_of_new_text


def list_for(seat: Seat, state: str | None = None) -> QuerySet[Item]:
    """Return the items of the seat's unit and the person's own, newest first, with what a row shows."""
    items = visible_to(Item, seat)
    chosen = items.filter(state=state) if state else items.exclude(state=ItemState.DISCARDED)
    return _for_rows(chosen).order_by("-saved_at", "-pk")


def awaiting_decision(seat: Seat) -> QuerySet[Item]:
    """Return what waits for this seat's review or signature, urgent first, then the oldest."""
    haste = Case(When(urgency=Urgency.EXTRA, then=0), When(urgency=Urgency.URGENT, then=1), default=2)
    waiting = _for_rows(visible_to(Item, seat).filter(_decided_by(seat))).annotate(came_at=_came_at())
    return waiting.order_by(haste, "came_at", "pk")


def returned_to(seat: Seat) -> QuerySet[Item]:
    """Return what came back to the unit for revision, from its own leaders or from the office above."""
    return _to_write(seat).filter(_came_back())


def signed_unsent(seat: Seat) -> QuerySet[Item]:
    """Return what is signed and waits to be sent."""
    return _to_write(seat).filter(state=ItemState.SIGNED).annotate(came_at=_came_at())


def counts_for(seat: Seat) -> dict[str, int]:
    """Count the unit's items by state, and under `awaiting` those that wait for this seat; one query."""
    by_state = {state.value: Count("pk", filter=Q(state=state)) for state in ItemState}
    return visible_to(Item, seat).aggregate(**by_state, awaiting=Count("pk", filter=_decided_by(seat)))


def open_tips(seat: Seat) -> QuerySet[Tip]:
    """Return what lies in the unit's box and waits for its officer, newest first; for others nothing waits."""
    here = visible_to(Tip, seat).filter(office=seat.office_id, state=TipState.OPEN)
    box = here if seat.may(Power.DRAFT) else here.none()
    return box.select_related("supplier").prefetch_related("photos").order_by("-dropped_at", "-pk")


def tips_of(seat: Seat) -> QuerySet[Tip]:
    """Return the person's own tips, newest first."""
    return visible_to(Tip, seat).filter(supplier=seat.person_id).order_by("-dropped_at", "-pk")


def with_flags(items: QuerySet[Item], seat: Seat) -> QuerySet[Item]:
    """Say in the same query what there is beside each item, so that its page does not ask for what is not there."""
    here = {"item": OuterRef("pk")}
    return items.annotate(
        has_versions=Exists(Version.objects.filter(**here)),
        has_attachments=Exists(Attachment.objects.filter(**here, removed_at=None)),
        has_imports=Exists(Import.objects.filter(**here)),
        has_submissions=Exists(Submission.objects.filter(**here)),
        has_unsaved=Exists(Unsaved.objects.filter(**here, person_id=seat.person_id)),
        **proofing_flags(),
        **foretold("item.side"),
    )


@kept
def latest_version(item: Item) -> Version | None:
    """Return the newest version."""
    return item.versions.order_by("-number").first()


def learn_of_new(item: Item, going: Sequence[Attachment] = ()) -> None:
    """Know of an item that was just made that there is nothing beside it yet but the files that go with it."""
    learn(latest_version, None, item)
    learn(going_with, list(going), item)
    learn(whose, (item.uid, item.drafter_id), item.pk)
    learn_of_new_text(item.uid)


@kept
def whose(item_pk: int) -> tuple[UUID, int | None]:
    """Return the uid of an item and the number of its drafter, without its text."""
    return Item.objects.values_list("uid", "drafter_id").get(pk=item_pk)


def sign_offs_of(item: Item) -> list[SignOff]:
    """Return every decision on the item, newest first, with who recorded it."""
    found = item.sign_offs.select_related("seat__person", "recorded_by__person", "sheet", "version")
    return list(found.order_by("-round", "-pk"))


def receivers_for(office: Office) -> list[Office]:
    """Return the offices to which this one may send: the office above it, while that exists."""
    parent = office.parent
    return [parent] if parent is not None and parent.closed_on is None else []


def is_outside(office: Office) -> bool:
    """Tell whether an office works elsewhere: it has a row here, so that it can be named, but nobody sits in it."""
    return not seats_in((office.pk,))


def files_sent(submission: Submission) -> QuerySet[File]:
    """Return the files that went with a submission: those that its version names, whatever became of them since."""
    named = [UUID(one["uid"]) for one in submission.version.fields.get("attachments", ())]
    return File.objects.filter(uid__in=named).order_by("pk")


def _came_at() -> Coalesce:
    """Say when an item came to where it lies: the last signature of this round, else when it was handed over."""
    here = {"item": OuterRef("pk")}
    signed = SignOff.objects.filter(**here, round=OuterRef("round")).order_by("-pk").values("at")[:1]
    handed = Version.objects.filter(**here, why=Why.HANDED_OVER).order_by("-number").values("at")[:1]
    return Coalesce(Subquery(signed), Subquery(handed), F("saved_at"))


def _for_rows(items: QuerySet[Item]) -> QuerySet[Item]:
    """Add what every list shows of an item: its drafter, where it was sent, whether it came back."""
    sent = Submission.objects.select_related("receiver").order_by("-pk")
    return (
        items.select_related("drafter")
        .defer("body")
        .annotate(came_back=_came_back())
        .prefetch_related(Prefetch("submissions", queryset=sent))
    )


def _came_back() -> Q:
    """Return the condition that the text was given back in its last round, by a leader or by the office above."""
    here = {"item": OuterRef("pk"), "round": OuterRef("round")}
    by_leader = SignOff.objects.filter(**here, decision=Decision.RETURNED)
    by_editor = Submission.objects.filter(**here, state=SubmissionState.RETURNED)
    return Q(state=ItemState.DRAFTING) & (Exists(by_leader) | Exists(by_editor))


def _decided_by(seat: Seat) -> Q:
    stages = [stage for stage, power in POWER.items() if seat.may(power)]
    due = Q(state=ItemState.IN_REVIEW, office_id=seat.office_id, due__in=stages)
    due &= ~Q(due=Stage.CLEAR) | Q(clearer_id=seat.person_id)
    return due & ~Q(drafter_id=seat.person_id)


def _to_write(seat: Seat) -> QuerySet[Item]:
    items = visible_to(Item, seat).select_related("drafter", "office").order_by("-saved_at", "-pk")
    return items.filter(office_id=seat.office_id) if seat.may(Power.DRAFT) else items.none()
