"""What the reading page shows, with the steps that are open to the reader."""

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _

from qianliyan.core.templatetags.qianliyan import full_day, full_moment, moment
from qianliyan.history.workflow import open_to
from qianliyan.items import proofs
from qianliyan.items.forms.review import ReasonForm, ReviewForm
from qianliyan.items.forms.sending import ReceiverForm
from qianliyan.items.queries import is_outside, receivers_for
from qianliyan.items.reading import Link, blocks_of, changes_between, links_of
from qianliyan.items.requirements import before_deciding, before_submitting
from qianliyan.items.settings import FURTHER
from qianliyan.items.states import (
    APPROVE,
    CORRECT_TYPOS,
    ITEM_STEPS,
    RECORD_SIGNING,
    SIGN,
    TAKE_BACK,
    VOID_SIGNATURE,
    WITHDRAW,
    ItemState,
)
from qianliyan.proofing import panels
from qianliyan.proofing.queries import Proof

if TYPE_CHECKING:
    from qianliyan.core.web import Request
    from qianliyan.history.workflow import Transition
    from qianliyan.items.beside import Beside
    from qianliyan.items.models import Item, Submission, Version
    from qianliyan.offices.models import Seat

# Which address takes the decision that is due.
DECIDING = {APPROVE: "items:approval", SIGN: "items:signature"}


def reading_context(request: "Request", beside: "Beside", review_form: ReviewForm | None = None) -> dict[str, Any]:
    """Return the context of the reading page, with the forms of the steps that are open to the seat.

    A decision that could not be read comes back as `review_form`, with the words that were typed.
    """
    item = beside.item
    links = links_of(beside)
    steps = open_to(ITEM_STEPS, item, request.seat)
    seen = _seen_before(beside, request.seat)
    showing_changes = seen is not None and request.GET.get("view") == "changes"
    signed = item.state == ItemState.SIGNED
    proof = _proof(beside) if item.state not in proofs.ENDED else None
    deciding = next((DECIDING[step] for step in steps if step in DECIDING), "")
    return {
        **beside.shown(),
        "blocks": blocks_of(item.body),
        "byline": " · ".join(filter(None, (item.office.name, item.drafter_name, moment(item.saved_at)))),
        "facts": _facts(item),
        "links": links,
        "deciding": deciding,
        "barred": before_deciding(item, values=beside.values, proof=proof) if deciding else [],
        "verbs": {step.verb for step in steps},
        "quiet": [*_quiet(item, steps), *_withdrawals(beside.submissions, request.seat)],
        "correcting": "correct" in request.GET or "body" in request.POST,
        "review_form": review_form or ReviewForm(initial={"asked": item.due, "title": item.title, "body": item.body}),
        "reason_form": ReasonForm(initial={"asked": item.due}),
        "seen": seen,
        "tabs": _tabs(showing_changes=showing_changes),
        "showing_changes": showing_changes,
        **_changes(item, seen if showing_changes else None),
        "following": _following(links),
        "missing": before_submitting(item, beside=beside) if signed else [],
        "receiver_form": ReceiverForm(receivers_for(item.office)) if signed else None,
        **(panels.shown(proof, request.seat) if proof else {}),
        "outside": signed and all(is_outside(office) for office in receivers_for(item.office)),
    }


def _proof(beside: "Beside") -> Proof:
    """Proof the text; who corrected it while reviewing is asked for only where somebody did."""
    corrected = any(one.corrected and one.round == beside.item.round for one in beside.sign_offs)
    hands = proofs.hands_on(beside.item) if corrected else ()
    return proofs.proof(beside.item, values=beside.values, hands=hands)


def _seen_before(beside: "Beside", seat: "Seat") -> "Version | None":
    """Return the text that the reader decided on last, else the version before the present one."""
    now = (beside.item.title, beside.item.body)
    own = [one.version for one in beside.sign_offs if one.seat.person_id == seat.person_id][:1]
    return next((one for one in [*own, *beside.versions] if (one.title, one.body) != now), None)


def _following(links: list[Link]) -> str:
    """Say who is next after the stage that is due."""
    due = next((place for place, link in enumerate(links) if link.current), len(links))
    return f"{links[due + 1].label}（{links[due + 1].name}）" if due + 1 < len(links) else ""


def _tabs(*, showing_changes: bool) -> list[dict[str, Any]]:
    return [
        {"label": _("正文"), "url": "?", "current": not showing_changes},
        {"label": _("改动对照"), "url": "?view=changes", "current": showing_changes},
    ]


def _changes(item: "Item", seen: "Version | None") -> dict[str, Any]:
    if seen is None:
        return {}
    return {
        "changes": changes_between((seen.title, seen.body), (item.title, item.body)),
        "old_label": _("第%(number)d稿") % {"number": seen.number},
        "new_label": _("现在的文字"),
    }


def _facts(item: "Item") -> list[tuple[str, str]]:
    """Return the filled fields in words."""
    values = {
        **{name: getattr(item, name) for name, _label in FURTHER},
        "occurred_at": full_moment(item.occurred_at),
        "as_of": full_day(item.as_of),
        "internal": _("是") if item.internal else "",
    }
    return [(str(label), values[name]) for name, label in FURTHER if values[name]]


def _quiet(item: "Item", steps: "list[Transition[Item, Seat]]") -> list[dict[str, Any]]:
    """Return the lesser steps as links."""
    pages = {
        RECORD_SIGNING: (_("登记书面签发"), "items:paper"),
        CORRECT_TYPOS: (_("文字订正"), "items:typos"),
        VOID_SIGNATURE: (_("改稿重签"), "items:voiding"),
        TAKE_BACK: (_("撤回送审"), "items:round_end"),
    }
    return [
        {"label": pages[step][0], "url": reverse(pages[step][1], args=[item.uid]), "post": step is TAKE_BACK}
        for step in steps
        if step in pages
    ]


def _withdrawals(submissions: "list[Submission]", seat: "Seat") -> list[dict[str, Any]]:
    """Return the links by which the signatory takes a submission back."""
    return [
        {"label": _("撤回报送"), "url": reverse("items:withdrawal", args=[submission.uid]), "post": False}
        for submission in submissions
        if open_to([WITHDRAW], submission, seat)
    ]
