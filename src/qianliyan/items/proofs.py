"""An item as a text to be proofed: who wrote it, who signs it, and who may look."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.urls import reverse

from qianliyan.core import clock
from qianliyan.items.kinds import PROTECTED
from qianliyan.items.models import Item
from qianliyan.items.states import ItemState
from qianliyan.offices.audiences import visible_to
from qianliyan.offices.powers import Power
from qianliyan.proofing.queries import Proof, proof_of
from qianliyan.proofing.subjects import Subject, flags_on

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
        url=reverse("items:item", args=[item.uid]),
        shielded=item.kind in PROTECTED,
        open=not ended,
        basis=item.basis,
        as_of=item.as_of,
        **flags_on(item),
    )


def proof(item: Item, *, title: str | None = None, body: str | None = None, values: "Values | None" = None) -> Proof:
    """Return the item proofed, in its own text or in the corrected one."""
    return proof_of(subject_of(item, title=title, body=body), values)


def find(seat: "Seat", uid: UUID) -> Subject | None:
    """Return the item with this uid if the seat may see it."""
    item = visible_to(Item, seat).select_related("office").filter(uid=uid).first()
    return subject_of(item) if item is not None else None
