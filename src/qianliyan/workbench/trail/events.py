"""Which events belong to a page's thing: its own and those of what it came from (one query each)."""

from django.db.models import Q, QuerySet

from qianliyan.bulletins.models import Issue, PrintOrder
from qianliyan.desk.models import Draft, Opinion, Source
from qianliyan.history.models import Event
from qianliyan.instructions.models import Circle, Forwarding, Instruction, Presentation, Reader, Telling
from qianliyan.items.models import Item, Submission
from qianliyan.offices.models import Seat
from qianliyan.planning.models import Addressee, Commission

SIGNING = ("item.sign", "item.record_signing")


def of_item(item: Item, _seat: Seat) -> QuerySet[Event]:
    """Return what happened to the item and to everything that was sent of it."""
    sent = Submission.objects.filter(item=item).values("pk")
    own = _about("items.item", Q(thing_pk=item.pk)) | _about("items.submission", Q(thing_pk__in=sent))
    return _newest_first(own | _told(Telling.objects.filter(submission__item=item, office=item.office_id)))


def of_submission(submission: Submission, seat: Seat) -> QuerySet[Event]:
    """Return what happened to the submission and its signing; at its own unit the whole way of the item."""
    if seat.office_id == submission.sender_id:
        return of_item(submission.item, seat)
    own = _about("items.submission", Q(thing_pk=submission.pk))
    return _newest_first(own | _signed(submission))


def of_draft(draft: Draft, _seat: Seat) -> QuerySet[Event]:
    """Return what happened to the draft, to the opinions asked about it and to the submissions it was made of."""
    sources = Source.objects.filter(draft=draft).exclude(submission=None).values("submission")
    asked = Opinion.objects.filter(draft=draft).values("pk")
    own = _about("desk.draft", Q(thing_pk=draft.pk)) | _about("desk.opinion", Q(thing_pk__in=asked))
    return _newest_first(own | _about("items.submission", Q(thing_pk__in=sources)))


def of_issue(issue: Issue, _seat: Seat) -> QuerySet[Event]:
    """Return what happened to the issue and its print order."""
    orders = PrintOrder.objects.filter(issue=issue).values("pk")
    return _newest_first(
        _about("bulletins.issue", Q(thing_pk=issue.pk)) | _about("bulletins.printorder", Q(thing_pk__in=orders))
    )


def of_commission(commission: Commission, seat: Seat) -> QuerySet[Event]:
    """Return what happened to the commission, and with its units; a unit reads only of itself."""
    asked = Addressee.objects.filter(commission=commission)
    if seat.office_id != commission.office_id:
        asked = asked.filter(office=seat.office_id)
    own = _about("planning.commission", Q(thing_pk=commission.pk))
    return _newest_first(own | _about("planning.addressee", Q(thing_pk__in=asked.values("pk"))))


def of_instruction(instruction: Instruction, _seat: Seat) -> QuerySet[Event]:
    """Return what happened to the instruction, to each unit's part of it, and what the sources were told."""
    units = Forwarding.objects.filter(instruction=instruction).values("pk")
    own = _about("instructions.instruction", Q(thing_pk=instruction.pk))
    told = _told(Telling.objects.filter(instruction=instruction))
    return _newest_first(own | _about("instructions.forwarding", Q(thing_pk__in=units)) | told)


def of_forwarding(forwarding: Forwarding, _seat: Seat) -> QuerySet[Event]:
    """Return what happened between the two offices about one unit's part."""
    return _newest_first(_about("instructions.forwarding", Q(thing_pk=forwarding.pk)))


def of_presentation(presentation: Presentation, _seat: Seat) -> QuerySet[Event]:
    """Return what went to whom and came back; never what was opened, which nobody notes."""
    readers = Reader.objects.filter(presentation=presentation)
    circles = Circle.objects.filter(reader__in=readers.values("pk")).values("pk")
    own = _about("instructions.presentation", Q(thing_pk=presentation.pk))
    lines = _about("instructions.reader", Q(thing_pk__in=readers.values("pk")))
    return _newest_first(own | lines | _about("instructions.circle", Q(thing_pk__in=circles)))


def _told(tellings: QuerySet[Telling]) -> Q:
    return _about("instructions.telling", Q(thing_pk__in=tellings.values("pk")))


def _signed(submission: Submission) -> Q:
    """Return the signature under which it was sent: the last before it; what came later is the unit's own business."""
    before = Event.objects.filter(
        thing_type="items.item", thing_pk=submission.item_id, verb__in=SIGNING, at__lte=submission.sent_at
    )
    return Q(pk__in=before.order_by("-at", "-pk").values("pk")[:1])


def _about(thing_type: str, which: Q) -> Q:
    return Q(thing_type=thing_type) & which


def _newest_first(condition: Q) -> QuerySet[Event]:
    return Event.objects.filter(condition).select_related("text").order_by("-at", "-pk")
