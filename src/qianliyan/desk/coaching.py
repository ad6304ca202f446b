"""What one unit's texts keep being caught by, for the section's coaching: worked out when somebody looks, never stored.

One unit at a time, no totals, no order of units: it serves a talk with an officer and nothing else.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import timedelta

from django.db.models import Max, QuerySet

from qianliyan.configuration.values import Values
from qianliyan.core import clock
from qianliyan.desk.proofs import sent
from qianliyan.desk.queries import arrived
from qianliyan.items.models import Submission
from qianliyan.offices.models import Office, Seat
from qianliyan.proofing.findings import Found, found_in
from qianliyan.proofing.lists import settings_for
from qianliyan.text.checking.finding import Severity

DAYS = 90
MOST = 40
MOST_EXAMPLES = 3


@dataclass(frozen=True)
class Example:
    """One place that a rule found, with the text it stands in."""

    found: Found
    submission: Submission


@dataclass
class Habit:
    """One rule and the texts in which it spoke."""

    name: str
    relation: str
    why: str
    texts: int = 0
    examples: list[Example] = field(default_factory=list)


def units_of(seat: Seat) -> QuerySet[Office]:
    """Return the units that sent something in the last months, in the order of the directory."""
    senders = _recent(seat).order_by().values("sender").annotate(last=Max("pk")).values("sender")
    return Office.objects.filter(pk__in=senders)


def texts_of(seat: Seat, unit: Office) -> list[Submission]:
    """Return what the unit sent in the last months, the newest first."""
    return list(_recent(seat).filter(sender=unit).select_related("receiver").order_by("-sent_at", "-pk")[:MOST])


def habits_in(texts: list[Submission], seat: Seat) -> list[Habit]:
    """Return the rules of weight that spoke in these texts, those of most texts first, each with a few examples."""
    settings = settings_for(Values(seat.office), clock.today())
    habits: dict[str, Habit] = {}
    for submission in texts:
        for rule, found in _by_rule(found_in(sent(submission), settings)).items():
            finding = found[0].finding
            habit = habits.setdefault(rule, Habit(found[0].name, finding.relation, finding.explanation))
            habit.texts += 1
            if len(habit.examples) < MOST_EXAMPLES:
                habit.examples.append(Example(found[0], submission))
    return sorted(habits.values(), key=lambda habit: -habit.texts)


def _recent(seat: Seat) -> QuerySet[Submission]:
    return arrived(seat).filter(sent_at__gte=clock.now() - timedelta(days=DAYS))


def _by_rule(found: list[Found]) -> dict[str, list[Found]]:
    rules: dict[str, list[Found]] = defaultdict(list)
    for one in found:
        if one.finding.severity != Severity.NOTE:
            rules[one.finding.rule].append(one)
    return rules
