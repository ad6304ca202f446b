"""What was printed, here and above: read from the flat credits that were frozen at printing."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.db.models import QuerySet

from qianliyan.assessment.facts.happening import Happening, Part, Span, item_key
from qianliyan.bulletins.models import Credit, Entry
from qianliyan.bulletins.states import ONCE_PRINTED
from qianliyan.offices.models import Office
from qianliyan.text.parsing.counting import character_count

WHO = ("entry_id", "office_id", "weight", "submission__item_id", "submission__item__drafter_id")
COLUMNS = (*WHO, "submission__commission__uid")
Described = dict[int, tuple[date, dict[str, object]]]


def credited(office: Office, span: Span) -> QuerySet[Credit]:
    """Return the credits of the office's own reporters, whoever printed: the same piece counts at every level.

    A province's entry credits the city for what the city sent up, and the county for what the city had made it of.
    The city assesses by the second kind: by what was sent to itself.
    """
    printed = {"entry__issue__state__in": ONCE_PRINTED, "entry__removed_at": None}
    days = {"entry__issue__signed_on__gte": span.first, "entry__issue__signed_on__lte": span.last}
    return Credit.objects.filter(submission__receiver=office, **printed, **days).order_by("entry_id", "pk")


def adopted(office: Office, span: Span) -> Iterator[Happening]:
    """Say of each printed entry that it was adopted; its sources share it by their weights."""
    given = credited(office, span)
    entries = _described(given)
    for entry, rows in groupby(given.values_list(*COLUMNS).iterator(chunk_size=2000), key=itemgetter(0)):
        found = list(rows)
        yield _adoption(entry, *entries[entry], found, "adopted")
        if answers := [row for row in found if row[5]]:
            yield _adoption(entry, *entries[entry], answers, "commission_adopted")


def _adoption(entry: int, on: date, more: dict[str, object], rows: list[Any], fact: str) -> Happening:
    parts = tuple(Part(unit, weight, drafter) for _entry, unit, weight, _item, drafter, _commission in rows)
    key = item_key(item for _entry, _unit, _weight, item, _drafter, _commission in rows)
    commissions = [str(row[5]) for row in rows if row[5]]
    asked = {"commission": commissions[0]} if commissions else {}
    return Happening(f"bulletins.entry:{entry}/{fact}", on, fact, key, parts, {**more, **asked})


def _described(given: QuerySet[Credit]) -> Described:
    found = Entry.objects.filter(pk__in=given.order_by().values("entry")).values_list(
        *("pk", "issue__signed_on", "issue__publication__name", "issue__office__level"),
        *("draft__kind", "draft__form", "body"),
    )
    return {
        pk: (
            signed_on,
            {"publication": name, "level": level, "kind": kind, "form": form, "characters": character_count(body)},
        )
        for pk, signed_on, name, level, kind, form, body in found.iterator(chunk_size=500)
    }
