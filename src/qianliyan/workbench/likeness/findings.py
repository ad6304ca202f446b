"""What is like a text, as far as the reader may know.

What he may see is named. Of what he may not see (the work of other units) he learns at most that there is something,
and whom to call.
"""

from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Model
from django.urls import reverse

from qianliyan.bulletins.models import Credit, Entry
from qianliyan.bulletins.searching import ENTRY
from qianliyan.configuration.values import Values
from qianliyan.items.models import Item, Submission
from qianliyan.items.searching import ITEM, SUBMISSION
from qianliyan.offices.audiences import visible_to
from qianliyan.offices.models import Seat
from qianliyan.search.alike import Match, alike
from qianliyan.search.places import day_of
from qianliyan.search.settings import ALARM, COMMONPLACE
from qianliyan.search.sources import source_called
from qianliyan.workbench.likeness.readable import entries_among
from qianliyan.workbench.likeness.subjects import subject_of

MOST = 8


@dataclass(frozen=True)
class Like:
    """Something like it that the reader may see; `sent` are the submissions of the same item, told in its line."""

    title: str
    about: str
    share: int
    printed: bool
    url: str
    on: Any
    sent: tuple["Like", ...] = ()


@dataclass(frozen=True)
class Findings:
    """What is named, what was printed before the rest, and whether there is more that is not."""

    named: list[Like]
    others: bool = False


def findings(thing: Model, kind: str, seat: Seat) -> Findings:
    """Compare a thing for this seat."""
    values = Values(seat.office)
    subject = subject_of(thing, seat)
    matches = alike(
        subject.text,
        subject.among,
        alarm=values[ALARM],
        commonplace=values[COMMONPLACE],
        besides=subject.besides,
    )
    seen = _seen(matches, seat)
    named = [_line(group, kind, thing) for group in _grouped([(one, seen.get(_key(one))) for one in matches])]
    named.sort(key=lambda like: (not like.printed, -max(one.share for one in (like, *like.sent))))
    return Findings(named[:MOST], others=bool({_key(match) for match in matches} - set(seen) - _behind(seen)))


def _grouped(pairs: list[tuple[Match, Any]]) -> list[list[tuple[Match, Any]]]:
    """Put an item and what was sent of it together, the item first; what was printed is a thing of its own."""
    groups: dict[tuple[str, int], list[tuple[Match, Any]]] = {}
    for match, found in pairs:
        if found is not None:
            one = (ITEM.code, found.item_id) if isinstance(found, Submission) else _key(match)
            groups.setdefault(one, []).append((match, found))
    return [sorted(group, key=lambda pair: not isinstance(pair[1], Item)) for group in groups.values()]


def _line(group: list[tuple[Match, Any]], kind: str, thing: Any) -> Like:
    (match, found), *others = group
    sent = tuple(replace(like_of(one, of, kind, thing), about=of.receiver.short_name) for one, of in others)
    return replace(like_of(match, found, kind, thing), sent=sent)


def _seen(matches: list[Match], seat: Seat) -> dict[tuple[str, int], Any]:
    found: dict[tuple[str, int], Any] = {}
    for code in sorted({match.row.source for match in matches}):
        source = source_called(code)
        pks = [match.row.thing_pk for match in matches if match.row.source == code]
        if code == ENTRY.code:
            found |= {(code, entry.pk): entry for entry in entries_among(pks, seat)}
        elif source:
            found |= {(code, one.pk): one for one in source.shown(visible_to(source.model, seat)).filter(pk__in=pks)}
    return found


def _behind(seen: dict[tuple[str, int], Any]) -> set[tuple[str, int]]:
    """Return what was printed as an entry that is named: whoever reads the entry has nobody to call."""
    entries = [pk for code, pk in seen if code == ENTRY.code]
    if not entries:
        return set()
    sent = Credit.objects.filter(entry__in=entries).values_list("submission", flat=True)
    return {(SUBMISSION.code, pk) for pk in sent}


def like_of(match: Match, found: Any, kind: str, thing: Any) -> Like:
    """Return a match as it is named, with the way to both texts side by side."""
    printed = isinstance(found, Entry)
    return Like(
        title=match.row.title,
        about=_about(found),
        share=match.share,
        printed=printed,
        url=reverse("workbench:side_by_side", args=[kind, thing.uid, match.row.source, found.uid]),
        on=day_of(match.row.place or 0),
    )


def _about(found: Any) -> str:
    if isinstance(found, Entry):
        return str(found.issue)
    if isinstance(found, Submission):
        return found.sender_name
    assert isinstance(found, Item)  # noqa: S101 - nothing else is compared
    return found.drafter.name if found.drafter else found.office.short_name


def _key(match: Match) -> tuple[str, int]:
    return match.row.source, match.row.thing_pk
