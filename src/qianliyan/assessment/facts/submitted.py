"""What units sent to the office, and the pictures that came with it."""

from collections.abc import Iterator

from django.db.models import QuerySet
from django.utils import timezone

from qianliyan.assessment.facts.happening import Happening, Part, Span, item_key, moments
from qianliyan.items.models import Attachment, Submission
from qianliyan.items.states import SubmissionState
from qianliyan.offices.models import Office

PICTURES = ("jpeg", "png", "webp")
WHO = ("pk", "sent_at", "item_id", "sender_id", "item__drafter_id")
COLUMNS = (*WHO, "kind", "form", "characters", "urgent", "channel", "commission__uid")


def arrivals(office: Office, span: Span) -> QuerySet[Submission]:
    """Return what the office received in these days; what was withdrawn was never received."""
    first, after = moments(span)
    found = Submission.objects.filter(receiver=office, sent_at__gte=first, sent_at__lt=after)
    return found.exclude(state=SubmissionState.WITHDRAWN).order_by("pk")


def submitted(office: Office, span: Span) -> Iterator[Happening]:
    """Say of each submission that it came in."""
    zone = timezone.get_current_timezone()
    for pk, sent_at, item, sender, drafter, kind, form, characters, urgent, channel, commission in (
        arrivals(office, span).values_list(*COLUMNS).iterator(chunk_size=2000)
    ):
        more = {"kind": kind, "form": form, "characters": characters, "urgent": urgent, "channel": channel}
        more |= {"commission": str(commission)} if commission else {}
        on, parts = sent_at.astimezone(zone).date(), (Part(sender, 1, drafter),)
        yield Happening(f"items.submission:{pk}/submitted", on, "submitted", item_key([item]), parts, more)


def media(office: Office, span: Span) -> Iterator[Happening]:
    """Say of each submission with pictures that they came along, once however many there are."""
    with_pictures = Attachment.objects.filter(removed_at=None, file__kind__in=PICTURES).values("item")
    rows = arrivals(office, span).filter(item__in=with_pictures)
    zone = timezone.get_current_timezone()
    for pk, sent_at, item, sender, drafter in rows.values_list(*WHO).iterator(chunk_size=2000):
        on, parts = sent_at.astimezone(zone).date(), (Part(sender, 1, drafter),)
        yield Happening(f"items.submission:{pk}/media", on, "media", item_key([item]), parts, {"media": ["picture"]})
