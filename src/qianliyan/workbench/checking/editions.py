"""Editions of an issue: recalled as often as the trail says, one waiting while the issue is, copies by their lines."""

from collections import Counter
from collections.abc import Iterator

from qianliyan.bulletins.models import Dispatch, Edition, Issue
from qianliyan.bulletins.states import RECALL, IssueState
from qianliyan.history.models import Event
from qianliyan.workbench.checking.breach import Breach, named


def editions_are_as_recalled() -> Iterator[Breach]:
    """Require an edition for each recall, numbered from 1, and that only a recalled issue waits for its reprint."""
    recalls = Counter(Event.objects.filter(verb=RECALL.verb).values_list("thing_pk", flat=True))
    issues = Issue.objects.filter(editions__isnull=False) | Issue.objects.filter(pk__in=recalls.keys())
    for issue in issues.distinct().select_related("publication").prefetch_related("editions").order_by("pk"):
        editions: list[Edition] = list(issue.editions.all())
        if [one.number for one in editions] != list(range(1, recalls[issue.pk] + 1)):
            yield Breach("editions", f"{named(issue)}收回了{recalls[issue.pk]}次，留存的版次不是这么多")
        waiting = [one.number for one in editions if one.reprinted_at is None]
        if waiting != ([len(editions)] if issue.state == IssueState.RECALLED else []):
            yield Breach("editions", f"{named(issue)}的版次与“{issue.get_state_display()}”不符")


def returned_copies_were_given_out() -> Iterator[Breach]:
    """Require that what came back of a line was given out on it, and is counted right.

    Of lines from before numbers were noted only the count is known.
    """
    lines = Dispatch.objects.exclude(back=[]).select_related("issue__publication")
    for line in lines.order_by("pk").iterator():
        if not set(line.back) <= set(line.given) or len(line.back) != line.returned:
            yield Breach("editions", f"{named(line.issue)}发给{line.name}的份号与清退登记不符")
