"""A closed period gives the same standings for ever: its file is worked out again and compared with its digest."""

from collections.abc import Iterator

from qianliyan.assessment.actions.closing import reproduced
from qianliyan.assessment.models import Period
from qianliyan.assessment.states import PeriodState
from qianliyan.workbench.checking.breach import Breach


def closed_periods_give_the_same_again() -> Iterator[Breach]:
    """Work every closed period out from its file alone."""
    closed = Period.objects.filter(state=PeriodState.CLOSED).select_related("closing__file", "office")
    for period in closed.order_by("pk"):
        if period.closing is None or not reproduced(period.closing):
            yield Breach("periods", f"{period.office.short_name}{period.label}按结账文件重算，结果与摘要不一致")
