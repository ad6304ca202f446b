"""Credits of printed entries agree with the sources of their drafts, and only printed entries have any."""

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from django.db.models import F, Sum

from qianliyan.bulletins.models import Credit, Entry
from qianliyan.bulletins.states import ONCE_PRINTED
from qianliyan.desk.lineage import Strand, lineages_of
from qianliyan.items.models import Submission
from qianliyan.items.states import SubmissionState
from qianliyan.workbench.checking.breach import Breach, named

BATCH = 200
# The weight of each submission of an office, and of which other one it stands behind.
Shares = Counter[tuple[int, int, int | None]]


def credits_agree_with_sources() -> Iterator[Breach]:
    """Compare what was frozen at printing with what the drafts were made of, through every level below."""
    printed = Entry.objects.filter(issue__state__in=ONCE_PRINTED, removed_at=None).select_related("draft")
    for batch in in_batches(printed.order_by("pk").iterator(chunk_size=BATCH)):
        given: dict[int, Shares] = {entry.pk: Counter() for entry in batch}
        for credit in Credit.objects.filter(entry__in=given).select_related("behind"):
            before = credit.behind.submission_id if credit.behind else None
            given[credit.entry_id][credit.submission_id, credit.office_id, before] += credit.weight
        lineages = lineages_of([entry.draft for entry in batch])
        for entry in batch:
            due = _due(lineages[entry.draft_id])
            if given[entry.pk] != due:
                yield Breach(
                    "credits", f"{named(entry)}的采用份额与来源不符：记{_written(given[entry.pk])}，应为{_written(due)}"
                )


def levels_add_up() -> Iterator[Breach]:
    """Require that what stands behind a credit adds up to it."""
    above = Credit.objects.filter(in_front_of__isnull=False).annotate(behind_sum=Sum("in_front_of__weight"))
    for credit in above.exclude(behind_sum=F("weight")).select_related("entry"):
        words = f"{credit.behind_sum}，应为{credit.weight}"
        yield Breach("credits", f"{named(credit.entry)}中来稿{credit.submission_id}之下各单位的份额合计{words}")


def only_printed_entries_have_credits() -> Iterator[Breach]:
    """Refuse credit for what was not printed, and credit of an office for another one's submission."""
    for credit in Credit.objects.exclude(entry__issue__state__in=ONCE_PRINTED).select_related("entry"):
        yield Breach("credits", f"{named(credit.entry)}没有刊发，却有采用份额")
    others = Credit.objects.exclude(office=F("submission__sender")).select_related("entry", "office")
    for credit in others:
        yield Breach("credits", f"{named(credit.entry)}的份额记给了{credit.office}，来稿单位不是它")


def published_submissions_have_credits() -> Iterator[Breach]:
    """Require that a submission counts as adopted (采用) exactly when an entry credits it."""
    credited = set(Credit.objects.filter(behind=None).values_list("submission", flat=True))
    from_state = dict(_published())
    for pk in from_state.keys() - credited:
        yield Breach("credits", f"来稿{from_state[pk]}记为采用，却没有刊发的条目")
    direct = Credit.objects.filter(behind=None)
    for credit in direct.exclude(submission__state=SubmissionState.PUBLISHED).select_related("submission"):
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


def _due(strands: list[Strand]) -> Shares:
    due: Shares = Counter()
    for strand in strands:
        before = None if strand.behind is None else strands[strand.behind].submission.pk
        due[strand.submission.pk, strand.office_pk, before] += strand.weight
    return due


def _written(shares: Shares) -> str:
    rows = sorted(shares.items(), key=lambda row: (row[0][2] is not None, row[0][2] or 0, row[0][0]))
    return "、".join(f"来稿{submission}×{weight}" for (submission, _office, _before), weight in rows) or "无"
