"""What still stands between a scheme and its publication, and between a period and its closing."""

from django.urls import reverse
from django.utils.translation import gettext as _

from qianliyan.assessment.models import Circular, Determination, Scheme
from qianliyan.assessment.queries import scheme_for
from qianliyan.assessment.states import DeterminationState, ReviewState
from qianliyan.core import clock
from qianliyan.core.errors import Missing
from qianliyan.offices.models import Office
from qianliyan.scoring import reading
from qianliyan.scoring.errors import Problem, SchemeRefused
from qianliyan.scoring.periods import Period


def problems_in(source: str) -> list[Problem]:
    """Return everything that is wrong with a scheme's text, each at its line."""
    try:
        reading.read_text(source)
    except SchemeRefused as refusal:
        return list(refusal.problems)
    return []


def before_publishing(scheme: Scheme) -> list[Missing]:
    """List what keeps a version of the rules from being published."""
    page = reverse("assessment:scheme_text", args=[scheme.uid])
    return [
        Missing(
            _("第%(line)d行：%(text)s") % {"line": problem.line, "text": problem.text}, f"{page}#line-{problem.line}"
        )
        for problem in problems_in(scheme.source)
    ]


def before_closing(office: Office, days: Period) -> list[Missing]:
    """List what keeps a period from being closed."""
    missing = []
    if days.last >= clock.today():
        missing.append(Missing(_("本考核期到%(day)s才结束，结束后才能结账") % {"day": days.last.isoformat()}))
    if scheme_for(office, days.last) is None:
        missing.append(Missing(_("还没有公布本考核期适用的计分办法"), reverse("assessment:schemes")))
    return missing


def before_settling(circular: Circular) -> list[Missing]:
    """List what keeps a circular from being settled: the days for checking, and applications without an answer."""
    missing = []
    if circular.check_until and clock.today() <= circular.check_until:
        words = _("各单位核分到%(day)s为止") % {"day": circular.check_until.isoformat()}
        missing.append(Missing(words))
    if waiting := circular.reviews.filter(state=ReviewState.OPEN).count():
        page = f"{reverse('assessment:circular', args=[circular.uid])}#reviews"
        missing.append(Missing(_("还有%(count)d件复核申请没有答复") % {"count": waiting}, page))
    return missing


def before_determining(opened: Determination) -> list[Missing]:
    """List what keeps a fault from being determined: the unit has not spoken and still may."""
    if opened.state == DeterminationState.STATED or clock.today() > opened.statement_until:
        return []
    words = _("单位还没有说明情况，可说明到%(day)s") % {"day": opened.statement_until.isoformat()}
    return [Missing(words)]
