"""Numbers of issues: without gaps per publication and year, each as it was signed, the counter at the last one."""

from collections import defaultdict
from collections.abc import Iterator

from qianliyan.bulletins.models import Counter, Issue
from qianliyan.history.models import Event
from qianliyan.workbench.checking.breach import Breach, named

Year = tuple[int, int]


def numbers_have_no_gaps() -> Iterator[Breach]:
    """Walk the numbers of each publication's year; a number before the first one came from paper days."""
    taken: dict[Year, list[int]] = defaultdict(list)
    for publication, year, number in Issue.objects.exclude(number=None).values_list("publication", "year", "number"):
        if year is not None and number is not None:
            taken[publication, year].append(number)
    for counter in Counter.objects.select_related("publication"):
        yield from _of_year(counter, sorted(taken.pop((counter.publication_id, counter.year), [])))
    for publication_pk, year in taken:
        yield Breach("numbers", f"刊物{publication_pk}的{year}年有期号，却没有期号登记")


def numbers_are_as_signed() -> Iterator[Breach]:
    """Compare each number with the signature that took it; none is another one, none is lost."""
    issues = {issue.pk: issue for issue in Issue.objects.select_related("publication").exclude(number=None)}
    signed = Event.objects.filter(verb="issue.sign", thing_type="bulletins.issue")
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
    name = f"《{counter.publication}》{counter.year}年"
    for missing in sorted(set(range(numbers[0], numbers[-1] + 1)) - set(numbers)):
        yield Breach("numbers", f"{name}缺第{missing}期")
    if counter.last != numbers[-1]:
        yield Breach("numbers", f"{name}期号登记到第{counter.last}期，最后一期是第{numbers[-1]}期")
