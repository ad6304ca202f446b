"""Numbers of issues: without gaps per publication and year, each as it was signed, the counter at the last one."""

from collections import defaultdict
from collections.abc import Iterator

from qianliyan.bulletins.models import Counter, Issue
from qianliyan.bulletins.models.publication import RUNNING
from qianliyan.bulletins.queries.numbers import number_year
from qianliyan.history.models import Event
from qianliyan.workbench.checking.breach import Breach, named

# Publication, series (0: the main one), and the year under which its numbers count.
Row = tuple[int, int, int]


def numbers_have_no_gaps() -> Iterator[Breach]:
    """Walk the numbers of each series' year; a number before the first one came from paper days."""
    taken = _taken()
    for counter in Counter.objects.select_related("publication", "series"):
        row = (counter.publication_id, counter.series_id or 0, counter.year)
        yield from _of_year(counter, sorted(taken.pop(row, [])))
    for publication_pk, _series, year in taken:
        yield Breach("numbers", f"刊物{publication_pk}的{year or '各'}年有期号，却没有期号登记")


def _taken() -> dict[Row, list[int]]:
    """Return the numbers in use; running totals count under the year that never begins again."""
    taken: dict[Row, list[int]] = defaultdict(list)
    issues = Issue.objects.exclude(number=None).select_related("publication", "series").defer("layout")
    for issue in issues.order_by("pk").iterator():
        series = issue.series or issue.publication
        year = number_year(series, issue.year or 0)
        taken[issue.publication_id, issue.series_id or 0, year].append(issue.number or 0)
        if issue.total and year:
            taken[issue.publication_id, 0, RUNNING].append(issue.total)
    return taken


def numbers_are_as_signed() -> Iterator[Breach]:
    """Compare each number with the signature that took it; none is another one, none is lost."""
    numbered = Issue.objects.select_related("publication", "series").exclude(number=None).defer("layout")
    issues = {issue.pk: issue for issue in numbered}
    signed = Event.objects.filter(verb__in=("issue.sign", "issue.reserve"), thing_type="bulletins.issue")
    seen = set()
    for event in signed.order_by("pk").iterator():
        seen.add(event.thing_pk)
        issue = issues.get(event.thing_pk)
        if issue is None or issue.number != event.details.get("number"):
            yield Breach("numbers", f"签发记录 {event.uid} 取的是第{event.details.get('number')}期，现在不是")
    for pk in issues.keys() - seen:
        yield Breach("numbers", f"{named(issues[pk])}有期号，却没有签发记录")


def _of_year(counter: Counter, numbers: list[int]) -> Iterator[Breach]:
    if not numbers:
        return
    name = f"《{counter.publication}》{counter.series or ''}{f'{counter.year}年' if counter.year else '总'}"
    for missing in sorted(set(range(numbers[0], numbers[-1] + 1)) - set(numbers)):
        yield Breach("numbers", f"{name}缺第{missing}期")
    if counter.last != numbers[-1]:
        yield Breach("numbers", f"{name}期号登记到第{counter.last}期，最后一期是第{numbers[-1]}期")
