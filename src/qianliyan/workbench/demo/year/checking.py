"""How an editor verifies key figures before a draft is ready: who was asked, what he answered, on which basis."""

from random import Random

from qianliyan.core import clock
from qianliyan.desk.models import Draft
from qianliyan.desk.proofs import subject_of
from qianliyan.offices.models import Seat
from qianliyan.proofing.actions import Answer, ask, verify
from qianliyan.proofing.queries import proof_of
from qianliyan.workbench.demo.year.cast import Cast
from qianliyan.workbench.demo.year.units import Case

SHARE, STILL_ASKED, MOST = 0.3, 0.08, 3
ANSWERS = ("属实，与台账一致", "数据无误", "属实，系初步统计", "已与业务科室核对，无误", "属实，为累计数")
BASES = ("业务台账", "统计月报", "部门联合统计", "现场核查记录", "系统导出数据")


def verify_some(draft: Draft, case: Case, *, by: Seat, cast: Cast, chance: Random) -> None:
    """Ask the unit about some figures of some drafts, and write down what it answered."""
    if chance.random() > SHARE:
        return
    subject = subject_of(draft)
    asked = cast.officer(case.order.unit)
    for line in proof_of(subject).unverified[: chance.randrange(1, MOST + 1)]:
        whom = f"{asked.office.short_name} {asked.person.name}"
        if chance.random() < STILL_ASKED:
            ask(subject, line, by=by, answer=Answer(asked=whom))
            continue
        answered, basis = chance.choice(ANSWERS), chance.choice(BASES)
        verify(subject, line, by=by, answer=Answer(whom, clock.now(), answered, basis, clock.today()))
