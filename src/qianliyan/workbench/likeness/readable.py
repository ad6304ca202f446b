"""What a seat may read in full: what is visible to it, and entries of the issues it received."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Model, Q, QuerySet

from qianliyan.bulletins.models import Entry, Issue
from qianliyan.offices.audiences import visible_to
from qianliyan.offices.models import Seat


def entries_read_by(seat: Seat) -> QuerySet[Entry]:
    """Return entries the seat may see, and those it reads in an issue it received, unless they are protected."""
    received = visible_to(Issue, seat).filter(publication__protected=False)
    open_to_readers = Q(issue__in=received, removed_at=None) & Q(draft__shielded=False)
    seen = Q(pk__in=visible_to(Entry, seat).values("pk"))
    return Entry.objects.filter(seen | open_to_readers).select_related("issue__publication", "draft")


def readable(model: type[Model], uid: UUID, seat: Seat) -> Model | None:
    """Return one thing that the seat may read."""
    rows: QuerySet[Model] = entries_read_by(seat) if model is Entry else visible_to(model, seat)
    return rows.filter(uid=uid).first()


def entries_among(pks: Iterable[int], seat: Seat) -> list[Entry]:
    """Return those of these entries that the seat may read."""
    wanted = list(pks)
    return list(entries_read_by(seat).filter(pk__in=wanted)) if wanted else []
