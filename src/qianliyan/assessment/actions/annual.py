"""Entering a figure of an earlier year with its source."""

from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from qianliyan.assessment.models import AnnualFigure
from qianliyan.assessment.permissions import may_assess
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, Unreadable
from qianliyan.history.trail import record
from qianliyan.offices.models import Seat


@transaction.atomic
def enter(*, figure: str, year: int, value: Decimal, evidence: str, by: Seat) -> AnnualFigure:
    """Enter a figure of a year that lies before the data; entered again it is replaced, and the trail keeps both."""
    if not may_assess(by, AnnualFigure(office=by.office)):
        raise NotAllowed(_("登记历年数"))
    if year >= clock.today().year:
        raise Unreadable(_("历年数只登记已经过去的年份；本年的数由系统统计。"))
    values = {"value": value, "evidence": evidence.strip()}
    made, _new = AnnualFigure.objects.update_or_create(office=by.office, year=year, figure=figure, defaults=values)
    record("annual_figure.enter", made, by=by, text=evidence, figure=figure, year=year, value=str(value))
    return made
