"""What of 会签 stands beside a draft."""

from collections.abc import Sequence
from typing import Any

from qianliyan.desk.actions.opinions import OPEN
from qianliyan.desk.forms.recording import CHANNELS
from qianliyan.desk.models import Draft, Verdict
from qianliyan.desk.opinions import WAITING, opinions_on, source_named
from qianliyan.desk.permissions import may_edit_draft
from qianliyan.desk.shares import Share
from qianliyan.offices.models import Seat


def opinions_context(draft: Draft, shares: Sequence[Share], seat: Seat) -> dict[str, Any]:
    """Return the opinions, and what may be done about them; one key takes over the first wording that is open.

    A draft may have become a protected one after it was shown: then it is said which request names a source.
    """
    found = opinions_on(draft, seat)
    for one in found:
        if draft.shielded and one.state == WAITING:
            vars(one)["names_source"] = source_named(shares, f"{one.question}{one.title}{one.body}")
    return {
        "opinions": found,
        "may_ask_opinions": draft.state in OPEN and may_edit_draft(seat, draft),
        "first_wording": next((one for one in found if one.can_be_taken_over), None),
        "verdicts": Verdict.choices,
        "channels": CHANNELS,
    }
