"""What waits for those who write, review and sign in a unit."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import F, OuterRef, Subquery, TextField
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _

from qianliyan.desk.models import Handling
from qianliyan.items.models import Item, SignOff
from qianliyan.items.models.sign_off import Decision
from qianliyan.items.queries import awaiting_decision, list_for, returned_to, signed_unsent
from qianliyan.items.stages import Stage
from qianliyan.items.states import ItemState
from qianliyan.offices.models import Seat
from qianliyan.workbench.today.job import Job, Rank, rank_of

MOST = 6


def to_revise(seat: Seat) -> Iterator[Job]:
    """Give what came back, with the reason."""
    by_leader = SignOff.objects.filter(item=OuterRef("pk"), round=OuterRef("round"), decision=Decision.RETURNED)
    by_editor = Handling.objects.filter(submission__item=OuterRef("pk")).order_by("-at", "-pk")
    found = (
        returned_to(seat)
        .prefetch_related(None)
        .annotate(
            because=Coalesce(
                Subquery(by_leader.values("remark")[:1]),
                Subquery(by_editor.values("reason")[:1]),
                output_field=TextField(),
            ),
            back_at=Coalesce(Subquery(by_leader.values("at")[:1]), Subquery(by_editor.values("at")[:1]), F("saved_at")),
        )
    )
    for item in found[:MOST]:
        rank = rank_of(item.urgency, Rank.RETURNED)
        yield _job(item, rank, _("退回修改"), _("去修改"), since=item.back_at, why=item.because or "")


def to_send(seat: Seat) -> Iterator[Job]:
    """Give what is signed and not sent yet."""
    for item in signed_unsent(seat).prefetch_related(None)[:MOST]:
        rank = rank_of(item.urgency, Rank.NEXT)
        yield _job(item, rank, _("报送"), _("去报送"), since=_came_at(item), why=_("已签发，还没有报送"))


def to_finish(seat: Seat) -> Iterator[Job]:
    """Give the writer's own beginnings."""
    begun = list_for(seat, ItemState.DRAFTING).filter(drafter=seat.person, round=0).prefetch_related(None)
    for item in begun[:2]:
        yield _job(item, Rank.WHENEVER, _("拟稿"), _("接着写"), why=_("还没有送审"))


def to_decide(seat: Seat) -> Iterator[Job]:
    """Give what waits for this seat's review or signature."""
    for item in awaiting_decision(seat).prefetch_related(None)[:MOST]:
        stage = Stage(item.due)
        rank = rank_of(item.urgency, Rank.SIGN if stage == Stage.SIGN else Rank.NEXT)
        why = _("%(kind)s · %(drafter)s拟稿") % {"kind": item.get_kind_display(), "drafter": item.drafter_name}
        yield _job(item, rank, str(stage.label), str(stage.label), since=_came_at(item), why=why)


def _came_at(item: Item) -> datetime:
    """Return since when it lies here, as the query that fetched it says."""
    moment: datetime = vars(item)["came_at"]
    return moment


def _job(item: Item, rank: Rank, tag: str, label: str, **more: object) -> Job:
    url = reverse("items:item", args=[item.uid])
    return Job(rank=rank, tag=tag, what=str(item), url=url, label=label, **{"since": item.saved_at, **more})  # type: ignore[arg-type]
