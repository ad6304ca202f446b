"""What lies in reserve, and how long."""

from django.db.models import Exists, OuterRef, QuerySet

from qianliyan.core import clock
from qianliyan.desk.models import Handling, HandlingKind
from qianliyan.items.models import Submission
from qianliyan.items.states import SubmissionState


def expired_reserves() -> QuerySet[Submission]:
    """Return what lies in reserve although its last time ran out, longest first."""
    times = Handling.objects.filter(submission=OuterRef("pk"), kind=HandlingKind.RESERVED)
    today = clock.today()
    over = Handling.objects.filter(kind=HandlingKind.RESERVED, expires_on__lt=today).values("submission")
    rows = Submission.objects.filter(state=SubmissionState.RESERVED, pk__in=over)
    return rows.exclude(Exists(times.filter(expires_on__gte=today))).order_by("sent_at", "pk")
