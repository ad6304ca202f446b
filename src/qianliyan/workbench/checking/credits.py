"""Credits of printed entries agree with the sources of their drafts, and only printed entries have any."""

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from qianliyan.bulletins.models import Credit, Entry
from qianliyan.bulletins.states import IssueState
from qianliyan.desk.queries import shares_of_all
from qianliyan.items.models import Submission
from qianliyan.items.states import SubmissionState
from qianliyan.workbench.checking.breach import Breach, named

BATCH = 200
# A recalled issue was printed: what it brought its units stays.
ONCE_PRINTED = (IssueState.PRINTED, IssueState.RECALLED)


def credits_agree_with_sources() -> Iterator[Breach]:
    """Compare what was frozen at printing with what the drafts were made of."""
    printed = Entry.objects.filter(issue__state__in=ONCE_PRINTED, removed_at=None).select_related("draft")
    for batch in in_batches(printed.order_by("pk").iterator(chunk_size=BATCH)):
        given: dict[int, Counter[tuple[int, int]]] = {entry.pk: Counter() for entry in batch}
        for credit in Credit.objects.filter(entry__in=given):
            given[credit.entry_id][credit.submission_id, credit.office_id] += credit.weight
        shares = shares_of_all([entry.draft for entry in batch])
        for entry in batch:
            due = Counter({(s.submission.pk, s.office.pk): s.weight for s in shares[entry.draft_id]})
            if given[entry.pk] != due:
                yield Breach(
                    "credits", f"{named(entry)}的采用份额与来源不符：记{_written(given[entry.pk])}，应为{_written(due)}"
                )


def only_printed_entries_have_credits() -> Iterator[Breach]:
    """Refuse credit for what was not printed, and credit of an office for another one's submission."""
    for credit in Credit.objects.exclude(entry__issue__state__in=ONCE_PRINTED).select_related("entry"):
        yield Breach("credits", f"{named(credit.entry)}没有刊发，却有采用份额")
    for credit in Credit.objects.select_related("entry", "submission", "office"):
        if credit.office_id != credit.submission.sender_id:
            yield Breach("credits", f"{named(credit.entry)}的份额记给了{credit.office}，来稿单位不是它")


def published_submissions_have_credits() -> Iterator[Breach]:
    """Require that a submission counts as adopted (采用) exactly when an entry credits it."""
    credited = set(Credit.objects.values_list("submission", flat=True))
    from_state = dict(_published())
    for pk in from_state.keys() - credited:
        yield Breach("credits", f"来稿{from_state[pk]}记为采用，却没有刊发的条目")
    for credit in Credit.objects.exclude(submission__state=SubmissionState.PUBLISHED).select_related("submission"):
        yield Breach(
            "credits", f"来稿{named(credit.submission)}已刊发，状态却是“{credit.submission.get_state_display()}”"
        )


def in_batches(entries: Iterator[Entry]) -> Iterator[list[Entry]]:
    """Hand out so many at a time that memory stays small."""
    while batch := list(islice(entries, BATCH)):
        yield batch


def _published() -> Iterator[tuple[int, str]]:
    rows = Submission.objects.filter(state=SubmissionState.PUBLISHED)
    return ((row.pk, named(row)) for row in rows.only("pk", "uid", "title").iterator())


def _written(shares: "Counter[tuple[int, int]]") -> str:
    return "、".join(f"来稿{submission}×{weight}" for (submission, _office), weight in sorted(shares.items())) or "无"
