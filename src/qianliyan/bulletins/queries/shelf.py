"""What stands on the shelf, and how it is found there."""

import re
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from qianliyan.bulletins.models import Entry, Issue, Publication, Recipient
from qianliyan.bulletins.states import IssueState
from qianliyan.offices.audiences import visible_to
from qianliyan.offices.models import Seat

# What stands on the shelf; all but the printed ones only in the office that made them.
ON_SHELF = (IssueState.PRINTED, IssueState.VOID, IssueState.RECALLED, IssueState.RESERVED)


@dataclass(frozen=True)
class Volume:
    """An issue on the shelf."""

    issue: Issue
    titles: tuple[str, ...]


def shelf(seat: Seat, publication: Publication | None = None, year: int | None = None) -> QuerySet[Issue]:
    """Return what stands on the shelf, newest first: printed issues, and in the own office void numbers too."""
    found = visible_to(Issue, seat).filter(state__in=ON_SHELF)
    if publication is not None:
        found = found.filter(publication=publication)
    if year is not None:
        found = found.filter(year=year)
    return found.select_related("publication", "series", "office").order_by("-signed_on", "-pk")


def received(seat: Seat) -> QuerySet[Issue]:
    """Return what other offices sent here: first what nobody has signed for, each part the newest first."""
    mine = Recipient.objects.filter(issue=OuterRef("pk"), office=seat.office_id, signed_for_at=None)
    found = shelf(seat).exclude(office=seat.office_id).annotate(unsigned=Exists(mine))
    return found.order_by("-unsigned", "-signed_on", "-pk")


def titled(found: QuerySet[Issue], words: str) -> QuerySet[Issue]:
    """Keep the issues with these words in a title or in their own name and number."""
    if not words:
        return found
    titles = Entry.objects.filter(issue=OuterRef("pk"), removed_at=None, title__icontains=words)
    number = re.sub(r"\D", "", words)
    same = Q(publication__name__icontains=words) | (Q(number=int(number[:6])) if number else Q(pk__in=[]))
    return found.filter(Exists(titles) | same)


def with_titles(issues: list[Issue]) -> list[Volume]:
    """Return the issues with the titles printed in them, in one query; a void one keeps its reason instead."""
    titles: dict[int, list[str]] = defaultdict(list)
    for entry in Entry.objects.filter(issue__in=issues, removed_at=None).order_by("position", "pk"):
        titles[entry.issue_id].append(entry.title)
    return [Volume(issue, tuple(titles[issue.pk])) for issue in issues]


def years_on(found: QuerySet[Issue]) -> list[int]:
    """Return the years that a shelf holds, the newest first."""
    years = found.order_by("-year").values_list("year", flat=True).distinct()
    return [year for year in years if year is not None]
