"""Which printed texts go up to the province, and in which of its issues those stand that it adopts. Pure and seeded."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from qianliyan.workbench.demo.orders import IssuePlan
from qianliyan.workbench.demo.plan import Month

WorksOn = Callable[[date], bool]
Place = tuple[str, int]
# So many days before the end of a year nothing goes up that is still to be adopted in it.
LAST_DAYS, LAST_ADOPTED = 3, 20
MONTHS = 12
OF_THE_CITY = ("zhengwu", "zhuanbao")


def instructed_of(
    months: Sequence[Month], issues: Sequence[IssuePlan], reports: Mapping[Place, "Report"], seed: int
) -> Mapping[Place, str]:
    """Return which printed places leaders instruct on, and of what level they are: protected ones above all."""
    chance = Random(seed + 1)  # noqa: S311 - an invented year, not a secret
    found: dict[Place, str] = {}
    for year in sorted({month.year for month in months}):
        own = [month for month in months if month.year == year]
        last = date(year, own[-1].month, 28) - timedelta(days=LAST_ADOPTED)
        places = [
            (issue.name, place, issue.publication)
            for issue in issues
            for place in range(issue.places)
            if issue.publication in OF_THE_CITY and issue.day.year == year and issue.day <= last
        ]
        adopted = [(name, place) for name, place, _publication in places if (name, place) in reports]
        adopted = [one for one in adopted if reports[one].issue]
        above = chance.sample(adopted, min(len(adopted), sum(month.instructed_above for month in own)))
        found |= dict.fromkeys(above, "province")
        # Once in a whole year it is the State Council.
        if len(own) == MONTHS and (left := [one for one in adopted if one not in found]):
            found[left[0]] = "state"
        weighted = [one for one in places for _time in range(3 if one[2] == "zhuanbao" else 1)]
        rest = list(dict.fromkeys((name, place) for name, place, _p in chance.sample(weighted, len(weighted))))
        rest = [one for one in rest if one not in found]
        found |= dict.fromkeys(rest[: sum(month.instructed for month in own)], "city")
    return found


@dataclass(frozen=True)
class Report:
    """One report upward; `issue` names the province's issue in which it will stand, if any."""

    day: date
    issue: str = ""


def reports_of(
    months: Sequence[Month], issues: Sequence[IssuePlan], works_on: WorksOn, seed: int, middle: date
) -> tuple[Mapping[Place, Report], list[IssuePlan]]:
    """Return what is reported of each printed place, and the province's issues; none reaches over `middle`."""
    chance = Random(seed)  # noqa: S311 - an invented year, not a secret
    found: dict[Place, Report] = {}
    above: list[IssuePlan] = []
    for year in sorted({month.year for month in months}):
        own = [month for month in months if month.year == year]
        own_issues = [issue for issue in issues if issue.publication in OF_THE_CITY]
        places = [(issue.day, issue.name, place) for issue in own_issues for place in range(issue.places)]
        last = date(year, own[-1].month, 28) + timedelta(days=3 if own[-1].month != 2 else 0)
        open_places = [one for one in places if one[0].year == year and one[0] <= last - timedelta(days=LAST_DAYS)]
        wanted = min(len(open_places), sum(month.reported for month in own))
        chosen = sorted(chance.sample(open_places, wanted))
        early = [one for one in chosen if one[0] <= last - timedelta(days=LAST_ADOPTED)]
        adopted = sorted(chance.sample(early, min(len(early), sum(month.adopted for month in own))))
        found |= {(name, place): Report(day) for day, name, place in chosen}
        early, late = [one for one in adopted if one[0] < middle], [one for one in adopted if one[0] >= middle]
        for number, group in enumerate([*_groups(early, chance), *_groups(late, chance)]):
            label = f"yaoqing-{year}-{number:03}"
            found |= {(name, place): Report(day, label) for day, name, place in group}
            above.append(IssuePlan(label, "yaoqing", _after(group[-1][0], 5, works_on), len(group)))
    return found, above


def _groups(adopted: Sequence[tuple[date, str, int]], chance: Random) -> list[Sequence[tuple[date, str, int]]]:
    """Put what is adopted into issues of two to four."""
    groups, start = [], 0
    while start < len(adopted):
        size = chance.choice((2, 3, 3, 4))
        groups.append(adopted[start : start + size])
        start += size
    return groups


def by_day(places: Mapping[Place, Report]) -> Mapping[date, int]:
    """Count the reports of each day, for tests."""
    counted: dict[date, int] = defaultdict(int)
    for report in places.values():
        counted[report.day] += 1
    return counted


def _after(day: date, count: int, works_on: WorksOn) -> date:
    while count:
        day += timedelta(days=1)
        count -= works_on(day)
    return day
