"""An item as a text to be proofed: who wrote it, who signs it, and who may look."""

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from qianliyan.core import clock
from qianliyan.core.links import page_of
from qianliyan.items.kinds import PROTECTED
from qianliyan.items.models import Item, SignOff, Version
from qianliyan.items.states import ItemState
from qianliyan.offices.audiences import visible_to
from qianliyan.offices.powers import Power
from qianliyan.proofing.queries import Proof, proof_of
from qianliyan.proofing.subjects import Hand, Subject, flags_on

if TYPE_CHECKING:
    from qianliyan.configuration.values import Values
    from qianliyan.offices.models import Seat

ENDED = (ItemState.SUBMITTED, ItemState.DISCARDED)


def subject_of(item: Item, *, title: str | None = None, body: str | None = None) -> Subject:
    """Return the item's text, its own or as it was corrected; drafter and last writer are whose words these are."""
    ended = item.state in ENDED
    return Subject(
        uid=item.uid,
        office=item.office,
        title=item.title if title is None else title,
        body=item.body if body is None else body,
        kind=item.kind,
        form=item.form,
        written_on=clock.local(item.saved_at).date() if ended else clock.today(),
        occurred_on=clock.local(item.occurred_at).date() if item.occurred_at else None,
        writers=frozenset(pk for pk in (item.drafter_id, item.saved_by_id) if pk),
        signed_by=Power.SIGN,
        url=page_of("items:item", item.uid),
        shielded=item.kind in PROTECTED,
        open=not ended,
        basis=item.basis,
        as_of=item.as_of,
        **flags_on(item),
    )


def proof(
    item: Item,
    *,
    title: str | None = None,
    body: str | None = None,
    values: "Values | None" = None,
    hands: tuple[Hand, ...] = (),
) -> Proof:
    """Return the item proofed, in its own text or in the corrected one."""
    return proof_of(replace(subject_of(item, title=title, body=body), hands=hands), values)


def find(seat: "Seat", uid: UUID) -> Subject | None:
    """Return the item with this uid if the seat may see it."""
    item = visible_to(Item, seat).select_related("office").filter(uid=uid).first()
    return replace(subject_of(item), hands=hands_on(item)) if item is not None else None


def hands_on(item: Item) -> tuple[Hand, ...]:
    """Return who corrected the text while it was reviewed in this round, and what he found and left."""
    corrected = item.sign_offs.filter(round=item.round, corrected=True).select_related("seat", "version")
    return tuple(Hand(one.seat.person_id, *_before_and_after(one)) for one in corrected)


def _before_and_after(one: SignOff) -> tuple[str, str]:
    earlier = Version.objects.filter(item=one.item_id, number__lt=one.version.number).order_by("-number").first()
    before = f"{earlier.title}\n{earlier.body}" if earlier else ""
    return before, f"{one.version.title}\n{one.version.body}"
