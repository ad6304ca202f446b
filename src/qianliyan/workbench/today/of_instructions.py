"""What waits for those who present papers and handle instructions, and for the units to which these were forwarded."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from qianliyan.core import clock
from qianliyan.core.templatetags.qianliyan import day
from qianliyan.instructions.models import Forwarding, Instruction
from qianliyan.instructions.queries.presenting import out, waiting_for_turn
from qianliyan.instructions.queries.register import errands_open, waiting_for
from qianliyan.instructions.states import ForwardingState, InstructionState
from qianliyan.offices.models import Seat
from qianliyan.workbench.counting import Counts, Pile
from qianliyan.workbench.today.job import Job, Rank

MOST = 6
OUT, TURN = Pile("with_leaders", out), Pile("next_leader", waiting_for_turn)
# The word on the button of each state, and how pressing it is.
NEXT = {
    InstructionState.GIVEN.value: (gettext_lazy("登记"), Rank.NEXT),
    InstructionState.REGISTERED.value: (gettext_lazy("拟办"), Rank.NEXT),
    InstructionState.PROPOSED.value: (gettext_lazy("审定"), Rank.SIGN),
    InstructionState.DECIDED.value: (gettext_lazy("转办"), Rank.NEXT),
    InstructionState.REPORTED.value: (gettext_lazy("办结"), Rank.ORDINARY),
}


def instructions(seat: Seat, counts: Counts) -> Iterator[Job]:
    """Give each instruction that this seat may carry on; no query when there is none."""
    if counts["instructions"]:
        for one in waiting_for(seat)[:MOST]:
            yield _instruction(one)


def papers(_seat: Seat, counts: Counts) -> Iterator[Job]:
    """Give what is to be presented, what the next leader may have, what lies with leaders."""
    page = reverse("instructions:presentations")
    if count := counts["to_present"]:
        what = ngettext("%(count)d条新刊发的可呈送", "%(count)d条新刊发的可呈送", count) % {"count": count}
        yield Job(Rank.NEXT, _("呈送"), what, page, _("去呈"), why=_("呈给谁、什么次序由您定"))
    if count := counts[TURN.code]:
        what = ngettext("%(count)d件可呈下一位", "%(count)d件可呈下一位", count) % {"count": count}
        yield Job(Rank.NEXT, _("呈送"), what, page, _("去呈"), why=_("前一位已退件"))
    if count := counts[OUT.code]:
        what = ngettext("%(count)d件在领导处", "%(count)d件在领导处", count) % {"count": count}
        yield Job(Rank.WHENEVER, _("退件"), what, page, _("去看"), why=_("退回后登记"))


def errands(seat: Seat, counts: Counts) -> Iterator[Job]:
    """Give each instruction that the unit has still to report on."""
    if counts["errands"]:
        for row in errands_open(seat)[:MOST]:
            yield _errand(row)


def reading(_seat: Seat, counts: Counts) -> Iterator[Job]:
    """Give a leader the way to what lies before him, and nothing that presses."""
    if count := counts["lying"]:
        what = ngettext("%(count)d件", "%(count)d件", count) % {"count": count}
        yield Job(Rank.WHENEVER, _("阅件"), what, reverse("instructions:reading"), _("去看"))


def _instruction(one: Instruction) -> Job:
    label, rank = NEXT[one.state]
    why = _("%(post)s%(name)s%(day)s批示") % {
        "post": one.leader_post,
        "name": one.leader_name,
        "day": day(one.given_on),
    }
    page = reverse("instructions:instruction", args=[one.uid])
    return Job(rank, _("批示"), one.title, page, str(label), since=one.recorded_at, why=why)


def _errand(row: Forwarding) -> Job:
    page, late = reverse("instructions:errand", args=[row.uid]), row.seems_late(clock.today())
    why = _("%(office)s转办 · %(day)s前反馈") % {"office": row.instruction.office.short_name, "day": day(row.due_on)}
    label = _("签收") if row.state == ForwardingState.SENT else _("反馈")
    rank = Rank.URGENT if late else Rank.NEXT
    return Job(rank, _("批示承办"), row.instruction.title, page, label, since=row.sent_at, why=why)
