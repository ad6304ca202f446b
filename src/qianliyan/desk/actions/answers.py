"""会签: an opinion given, recorded from the telephone, or not given in time; and its wording taken over."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from qianliyan.configuration.values import value
from qianliyan.core import clock
from qianliyan.core.errors import DomainError, Unreadable
from qianliyan.desk.actions.drafts import keep_version, opened, save
from qianliyan.desk.models import Draft, Opinion, Verdict
from qianliyan.desk.opinions import overdue
from qianliyan.desk.settings import SILENCE_AGREES
from qianliyan.desk.states import GIVE_OPINION, LAPSE, RECORD_OPINION
from qianliyan.history.actors import SYSTEM
from qianliyan.history.trail import record
from qianliyan.history.workflow import locked, move
from qianliyan.items.models.submission import Channel
from qianliyan.offices.actors import Unit
from qianliyan.offices.models import Seat

LONGEST_TEXT = 5000
LONGEST_WORDING = 1000


@dataclass(frozen=True)
class View:
    """What somebody says about the words he was shown: agreement, remarks with a better wording, or no concern."""

    verdict: str
    text: str = ""
    passage: str = ""
    wording: str = ""

    def checked(self, shown: str) -> dict[str, str]:
        """Return the columns; refuse remarks that say nothing and a passage that does not stand in the text."""
        if self.verdict not in Verdict.values:
            raise Unreadable(_("请选择同意、有意见或不涉及。"))
        said = {"text": self.text.strip(), "passage": self.passage.strip(), "wording": self.wording.strip()}
        if self.verdict == Verdict.REMARKS and not (said["text"] or said["wording"]):
            raise Unreadable(_("请写明意见，或写建议怎样改。"))
        if len(said["text"]) > LONGEST_TEXT or max(len(said["passage"]), len(said["wording"])) > LONGEST_WORDING:
            words = {"text": LONGEST_TEXT, "wording": LONGEST_WORDING}
            raise Unreadable(_("意见请不超过%(text)d字，原句和改法请各不超过%(wording)d字。") % words)
        if said["wording"] and (not said["passage"] or said["passage"] not in shown):
            raise Unreadable(_("“原句”请从文中原样抄一句，编辑才知道改哪里。"))
        return {"verdict": self.verdict, **said}


@transaction.atomic
def give(opinion: Opinion, *, by: Seat, view: View) -> Opinion:
    """Answer as the unit or the person that was asked; what was answered once stays."""
    said = view.checked(opinion.body)
    also = {**said, "answered_by": by.label, "answered_at": clock.now()}
    return move(opinion, GIVE_OPINION, by=by, text=said["text"], also=also, said=str(Verdict(view.verdict).label))


@transaction.atomic
def record_view(opinion: Opinion, *, by: Seat, view: View, channel: Channel, name: str = "") -> Opinion:
    """Record what they answered by telephone or on paper, on their behalf."""
    unit = Unit(opinion.office, name.strip() or (opinion.person.name if opinion.person else ""))
    also = {**view.checked(opinion.body), "answered_by": unit.label, "answered_at": clock.now(), "channel": channel}
    said = {"text": view.text.strip(), "said": str(Verdict(view.verdict).label)}
    return move(opinion, RECORD_OPINION, by=by, on_behalf_of=unit, recorded_from=channel.value, also=also, **said)


def lapse(opinion: Opinion) -> Opinion:
    """Note that nothing came by the day, and what silence counts for by the office's rule of today."""
    agrees = bool(value(SILENCE_AGREES, opinion.draft.office))
    return move(opinion, LAPSE, by=SYSTEM, also={"silence_agrees": agrees})


def lapse_overdue(most: int = 100) -> int:
    """Note every silence, each in a transaction of its own; whoever answers meanwhile is faster. Return how many."""
    return sum(_lapsed(one) for one in overdue().select_related("draft__office")[:most])


@transaction.atomic
def take_over(opinion: Opinion, *, by: Seat, why: str = "") -> Draft:
    """Put the proposed wording in the place of the passage, and keep a version that says whose it is and why."""
    draft = opened(opinion.draft, by)  # the draft is locked before its opinions, here as when it is dropped
    fresh = locked(opinion)
    if not fresh.can_be_taken_over:
        raise Unreadable(_("没有可以采纳的改法，或者已经采纳过。"))
    if draft.body.count(fresh.passage) != 1:
        raise Unreadable(_("正文里找不到原句（或不止一处），请对照意见手工改。"))
    text = draft.body.replace(fresh.passage, fresh.wording)
    saved = save(draft, by=by, revision=draft.revision, body=text)
    reason = _("采纳%(who)s的意见") % {"who": fresh.who}
    keep_version(saved, by=by, why="：".join(filter(None, (reason, why.strip())))[:200])
    fresh.taken_over_by, fresh.taken_over_at = by.label, clock.now()
    fresh.save(update_fields=["taken_over_by", "taken_over_at"])
    record("opinion.take_over", fresh, by=by, text=why.strip(), who=fresh.who)
    return saved


def _lapsed(opinion: Opinion) -> bool:
    try:
        lapse(opinion)
    except DomainError:
        return False
    return True
