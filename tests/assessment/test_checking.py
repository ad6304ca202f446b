"""`qianliyan check` works every closed period out again."""

from qianliyan.assessment.actions import closing
from qianliyan.core import clock
from qianliyan.workbench.checking.periods import closed_periods_give_the_same_again


def test_a_closed_period_that_does_not_come_out_the_same_is_named(made, judge):
    with clock.at(clock.now().replace(year=clock.now().year + 1)):
        period = closing.close(str(clock.today().year - 1), by=judge)
    assert list(closed_periods_give_the_same_again()) == []

    kept = period.closing
    kept.digest = "0" * 64
    kept.save()

    assert [breach.text for breach in closed_periods_give_the_same_again()] == [
        f"市政府办{period.label}按结账文件重算，结果与摘要不一致"
    ]
