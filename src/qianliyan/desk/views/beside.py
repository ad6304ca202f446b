"""What of 会签 stands beside a draft."""

from typing import Any

from qianliyan.desk.actions.opinions import OPEN
from qianliyan.desk.forms.recording import CHANNELS
from qianliyan.desk.models import Draft, Verdict
from qianliyan.desk.opinions import opinions_on
from qianliyan.desk.permissions import may_edit_draft
from qianliyan.offices.models import Seat


def opinions_context(draft: Draft, seat: Seat) -> dict[str, Any]:
    """Return the opinions, and what may be done about them; one key takes over the first wording that is open."""
    found = opinions_on(draft, seat)
    return {
        "opinions": found,
        "may_ask_opinions": draft.state in OPEN and may_edit_draft(seat, draft),
        "first_wording": next((one for one in found if one.can_be_taken_over), None),
        "verdicts": Verdict.choices,
        "channels": CHANNELS,
    }
