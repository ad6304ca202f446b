"""By which rules a period is worked out, and which days its label means."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext as _

from qianliyan.assessment.models import Scheme
from qianliyan.assessment.queries import scheme_for
from qianliyan.assessment.shipped import TITLE, shipped
from qianliyan.core.errors import Unreadable
from qianliyan.offices.models import Office
from qianliyan.scoring import reading
from qianliyan.scoring.errors import Refused
from qianliyan.scoring.periods import Calendar, Period
from qianliyan.scoring.points import Entered
from qianliyan.scoring.scheme import Rule


def rules_for(office: Office, label: str, trial: Scheme | None = None) -> tuple[Scheme | None, str, str]:
    """Return the rules by which a period is worked out, with their title and text; the shipped ones if none hold."""
    last = days_of("", label).last
    scheme = trial or scheme_for(office, last)
    if scheme is None:
        return None, TITLE, shipped(office.level)
    return scheme, str(scheme), scheme.source


def refuse_beyond_rules(office: Office, fact: str, value: Decimal, on: date) -> None:
    """Refuse a value that no rule in force takes: one such fact would stop every calculation of its period."""
    scheme = scheme_for(office, on)
    rules = reading.read_text(scheme.source if scheme else shipped(office.level)).rules
    taken = [rule.points for rule in rules if isinstance(rule.points, Entered) and _speaks_of(rule, fact)]
    if taken and not any(points.takes(Fraction(value)) for points in taken):
        ranges = _("或").join(points.bounds for points in taken)
        raise Unreadable(_("现行计分办法规定录入值为%(ranges)s，请核对。") % {"ranges": ranges})


def _speaks_of(rule: Rule, fact: str) -> bool:
    asked = rule.when.test("fact")
    return asked is not None and asked.holds(fact)


def days_of(source: str, label: str) -> Period:
    """Return the days a label means under the calendar of these rules; refuse a label that means none."""
    try:
        calendar = reading.read_text(source).calendar if source else Calendar()
        return calendar.read(label)
    except Refused as refusal:
        raise Unreadable(_("计分办法有误：%(first)s") % {"first": refusal.lines()[0]}) from refusal
    except ValueError as error:
        raise Unreadable(str(error)) from error
