"""By which rules a period is worked out, and which days its label means."""

from django.utils.translation import gettext as _

from qianliyan.assessment.models import Scheme
from qianliyan.assessment.queries import scheme_for
from qianliyan.assessment.shipped import TITLE, shipped
from qianliyan.core.errors import Unreadable
from qianliyan.offices.models import Office
from qianliyan.scoring import reading
from qianliyan.scoring.errors import Refused
from qianliyan.scoring.periods import Calendar, Period


def rules_for(office: Office, label: str, trial: Scheme | None = None) -> tuple[Scheme | None, str, str]:
    """Return the rules by which a period is worked out, with their title and text; the shipped ones if none hold."""
    last = days_of("", label).last
    scheme = trial or scheme_for(office, last)
    if scheme is None:
        return None, TITLE, shipped(office.level)
    return scheme, str(scheme), scheme.source


def days_of(source: str, label: str) -> Period:
    """Return the days a label means under the calendar of these rules; refuse a label that means none."""
    try:
        calendar = reading.read_text(source).calendar if source else Calendar()
        return calendar.read(label)
    except Refused as refusal:
        raise Unreadable(_("计分办法有误：%(first)s") % {"first": refusal.lines()[0]}) from refusal
    except ValueError as error:
        raise Unreadable(str(error)) from error
