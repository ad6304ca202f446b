"""What the office reported upward of what it had received."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from django.utils import timezone

from qianliyan.assessment.chains import shares_behind
from qianliyan.assessment.facts.happening import Happening, Span, item_key, moments
from qianliyan.items.models import Submission
from qianliyan.items.states import SubmissionState
from qianliyan.offices.models import Office


class Sent(NamedTuple):
    """The first sending of one of the office's own items."""

    at: datetime
    level: str
    kind: str
    form: str


def sent_up(office: Office, span: Span) -> Iterator[Happening]:
    """Say of each piece that was sent up that it was, to which level; everybody behind it shares it.

    Sent again after it came back, it is one piece: the first sending counts. What the office wrote by itself has
    nobody behind it: it is counted, and earns nobody anything.
    """
    first, after = moments(span)
    rows = Submission.objects.filter(sender=office, receiver__in=office.lineage[1:], sent_at__lt=after)
    sent: dict[int, Sent] = {}
    given = rows.exclude(state=SubmissionState.WITHDRAWN).order_by("sent_at", "pk")
    for item, at, level, kind, form in given.values_list("item_id", "sent_at", "receiver__level", "kind", "form"):
        sent.setdefault(item, Sent(at, level, kind, form))
    within = {item: one for item, one in sent.items() if one.at >= first}
    zone = timezone.get_current_timezone()
    behind = shares_behind(within, office.pk) if within else {}
    for item, one in within.items():
        shares = behind.get(item, [])
        key = item_key([number for number, _part in shares] or [item])
        more = {"level": one.level, "kind": one.kind, "form": one.form}
        parts = tuple(part for _item, part in shares)
        yield Happening(f"items.item:{item}/sent_up", one.at.astimezone(zone).date(), "sent_up", key, parts, more)
