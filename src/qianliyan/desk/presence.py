"""Who else is at a paper just now, in the words of the page."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _

from qianliyan.core import clock
from qianliyan.desk.models import Presence
from qianliyan.items.models import Submission
from qianliyan.offices.models import Seat

# A page renews its presence every 20 seconds; two of these may get lost on the way.
LASTS = timedelta(seconds=60)


def present_at(thing: UUID, seat: Seat) -> list[str]:
    """Say who else of the office is at the thing; whoever edits is named first."""
    others = _present(seat).filter(thing=thing).select_related("person").order_by("-editing", "pk")
    return words_of((one.person.name, one.editing) for one in others)


def words_of(people: Iterable[tuple[str, bool]]) -> list[str]:
    """Return a sentence for each."""
    return [
        _("%(name)s正在编辑") % {"name": name} if editing else _("%(name)s正在看") % {"name": name}
        for name, editing in people
    ]


def with_presence(submissions: QuerySet[Submission], seat: Seat) -> QuerySet[Submission]:
    """Bring along, in the same query, who else reads each submission."""
    here = _present(seat).filter(thing=OuterRef("uid")).order_by("pk")
    return submissions.annotate(read_by=Subquery(here.values("person__name")[:1]))


def _present(seat: Seat) -> QuerySet[Presence]:
    here = Presence.objects.filter(office=seat.office_id, seen_at__gte=clock.now() - LASTS)
    return here.exclude(person=seat.person_id)
