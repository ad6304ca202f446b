"""What a unit or a person is asked about somebody's draft (会签), each with its day."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from qianliyan.core.templatetags.qianliyan import day
from qianliyan.desk.opinions import waiting_for
from qianliyan.offices.models import Seat
from qianliyan.offices.powers import SECTION, UNIT, Power
from qianliyan.workbench.counting import Counts, Pile
from qianliyan.workbench.today.job import Job, Rank

MOST = 6
# Units find it on the rail too; an editor who is asked in person only here.
OPEN = Pile("opinions", waiting_for)
# Everybody who handles information can be asked in person; leaders never are.
ASKED = (*UNIT, *SECTION, Power.PRESENT, Power.ASSESS)


def to_give(seat: Seat, counts: Counts) -> Iterator[Job]:
    """Give each open request; no query when the rail says that there is none."""
    if not counts[OPEN.code]:
        return
    for opinion in waiting_for(seat).select_related("draft__office")[:MOST]:
        yield Job(
            rank=Rank.RETURNED,
            tag=_("会签"),
            what=opinion.title or opinion.question,
            url=reverse("desk:opinion", args=[opinion.uid]),
            label=_("去反馈"),
            since=opinion.asked_at,
            why=_("%(office)s征求意见，%(day)s前反馈")
            % {"office": opinion.draft.office.short_name, "day": day(opinion.due_on)},
        )
