"""What the writing page shows."""

from typing import TYPE_CHECKING, Any

from qianliyan.items import proofs
from qianliyan.items.forms.writing import PICKED
from qianliyan.items.models.sign_off import Decision
from qianliyan.items.queries import receivers_for
from qianliyan.items.reading import links_of
from qianliyan.items.requirements import before_hand_over
from qianliyan.items.settings import FURTHER, TITLE_LIMIT
from qianliyan.items.states import SubmissionState
from qianliyan.proofing import panels

if TYPE_CHECKING:
    from qianliyan.items.beside import Beside
    from qianliyan.items.forms.writing import ItemForm
    from qianliyan.offices.models import Seat


def writing_context(beside: "Beside", form: "ItemForm", seat: "Seat") -> dict[str, Any]:
    """Return the context of the writing page; what is missing decides which picks are marked."""
    proof = proofs.proof(beside.item, values=beside.values)
    missing = before_hand_over(beside.item, unsaved=beside.unsaved, values=beside.values, able=beside.able, proof=proof)
    wanting = {name for name, _label in FURTHER if any(one.link.endswith(f"#id_{name}") for one in missing)}
    links = links_of(beside)
    return {
        **beside.shown(),
        "form": form,
        "missing": missing,
        "title_limit": beside.values[TITLE_LIMIT],
        "wanting": wanting,
        "links": links,
        "stages": [{"label": link.label} for link in links],
        "further_wanting": wanting - set(PICKED),
        "next": f"{links[0].label}：{links[0].name}" if links[0].name else links[0].label,
        "receivers": receivers_for(beside.item.office),
        "returned": _returned(beside),
        "unsaved": beside.unsaved,
        **panels.shown(proof, seat, live="write"),
    }


def _returned(beside: "Beside") -> dict[str, Any] | None:
    """Say who gave the text back in its last round, and why: the office above, or the unit's leaders."""
    here = [one for one in beside.sign_offs if one.round == beside.item.round]
    last = next((one for one in beside.submissions if one.round == beside.item.round), None)
    if last is not None and last.state in (SubmissionState.RETURNED, SubmissionState.WITHDRAWN):
        number = next(one.number for one in beside.versions if one.pk == last.version_id)
        return {"by": last.receiver.name, "state": last.state, "number": number}
    back = next((one for one in here if one.decision == Decision.RETURNED), None)
    if back is not None:
        return {"by": back.signer, "at": back.at, "why": back.remark, "number": back.version.number}
    voided = next((one for one in here if one.voided_at), None)
    return {"voided": voided.voided_at, "why": voided.void_reason} if voided else None
