"""What the writing page and the reading page show of an item."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from qianliyan.core.templatetags.qianliyan import full_day, full_moment, moment
from qianliyan.core.web import Request
from qianliyan.history.workflow import Transition, open_to
from qianliyan.items.forms.review import ReasonForm, ReviewForm
from qianliyan.items.forms.sending import ReceiverForm
from qianliyan.items.forms.writing import PICKED, ItemForm
from qianliyan.items.models import Item, SignOff, Submission, Version
from qianliyan.items.models.sign_off import Decision
from qianliyan.items.queries import latest_version, receivers_for, sign_offs_of
from qianliyan.items.reading import Link, blocks_of, changes_between, links_of
from qianliyan.items.requirements import before_hand_over, before_submitting
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
    SubmissionState,
)
from qianliyan.offices.models import Seat

# Which address takes the decision that is due.
DECIDING = {APPROVE: "items:approval", SIGN: "items:signature"}


def writing_context(request: Request, item: Item, form: ItemForm) -> dict[str, Any]:
    """Return the context of the writing page; what is missing decides which picks are marked."""
    missing = before_hand_over(item)
    wanting = {name for name, _label in FURTHER if any(one.link.endswith(f"#id_{name}") for one in missing)}
    sign_offs = sign_offs_of(item)
    links = links_of(item, sign_offs)
    return {
        **_beside(item, sign_offs),
        "form": form,
        "missing": missing,
        "wanting": wanting,
        "links": links,
        "stages": [{"label": link.label} for link in links],
        "further_wanting": wanting - set(PICKED),
        "next": f"{links[0].label}：{links[0].name}" if links[0].name else links[0].label,
        "receivers": receivers_for(item.office),
        "returned": _returned(item, sign_offs),
        "unsaved": item.unsaved.filter(person_id=request.seat.person_id).exists(),
    }


def reading_context(request: Request, item: Item) -> dict[str, Any]:
    """Return the context of the reading page, with the forms of the steps that are open to the seat."""
    sign_offs = sign_offs_of(item)
    links = links_of(item, sign_offs)
    steps = open_to(ITEM_STEPS, item, request.seat)
    seen = _seen_before(item, request.seat, sign_offs)
    showing_changes = seen is not None and request.GET.get("view") == "changes"
    signed = item.state == ItemState.SIGNED
    beside = _beside(item, sign_offs)
    return {
        **beside,
        "blocks": blocks_of(item.body),
        "byline": f"{item.office.name} · {item.drafter.name} · {moment(item.saved_at)}",
        "facts": _facts(item),
        "links": links,
        "deciding": next((DECIDING[step] for step in steps if step in DECIDING), ""),
        "verbs": {step.verb for step in steps},
        "quiet": [*_quiet(item, steps), *_withdrawals(beside["submissions"], request.seat)],
        "correcting": "correct" in request.GET,
        "review_form": ReviewForm(initial={"asked": item.due, "title": item.title, "body": item.body}),
        "reason_form": ReasonForm(initial={"asked": item.due}),
        "seen": seen,
        "tabs": _tabs(showing_changes=showing_changes),
        "showing_changes": showing_changes,
        **_changes(item, seen if showing_changes else None),
        "following": _following(links),
        "missing": before_submitting(item) if signed else [],
        "receiver_form": ReceiverForm(receivers_for(item.office)) if signed else None,
    }


def _beside(item: Item, sign_offs: list[SignOff]) -> dict[str, Any]:
    """Return what stands beside the paper on both pages."""
    return {
        "item": item,
        "version": latest_version(item),
        "versions": list(item.versions.prefetch_related("corrections")),
        "sign_offs": sign_offs,
        "attachments": list(item.attachments.filter(removed_at=None).select_related("file")),
        "imports": list(item.imports.all()),
        "submissions": list(item.submissions.select_related("receiver").order_by("-pk")),
    }


def _returned(item: Item, sign_offs: list[SignOff]) -> dict[str, Any] | None:
    """Say who gave the text back in its last round, and why: its leaders, or the office above."""
    last = item.submissions.select_related("receiver").filter(round=item.round).order_by("-pk").first()
    if last is not None and last.state in (SubmissionState.RETURNED, SubmissionState.WITHDRAWN):
        return {"by": last.receiver.name, "state": last.state, "submission": last}
    back = next((one for one in sign_offs if one.round == item.round and one.decision == Decision.RETURNED), None)
    if back is not None:
        return {"by": back.signer, "at": back.at, "why": back.remark, "version": back.version}
    voided = next((one for one in sign_offs if one.round == item.round and one.voided_at), None)
    return {"voided": voided.voided_at, "why": voided.void_reason} if voided else None


def _seen_before(item: Item, seat: Seat, sign_offs: list[SignOff]) -> Version | None:
    """Return the text that the reader decided on last, else the version before the present one."""
    own = next((one.version for one in sign_offs if one.seat.person_id == seat.person_id), None)
    now = (item.title, item.body)
    if own is not None and (own.title, own.body) != now:
        return own
    earlier = (version for version in item.versions.all() if (version.title, version.body) != now)
    return next(iter(earlier), None)


def _following(links: list[Link]) -> str:
    """Say who is next after the stage that is due."""
    due = next((place for place, link in enumerate(links) if link.current), len(links))
    return f"{links[due + 1].label}（{links[due + 1].name}）" if due + 1 < len(links) else ""


def _tabs(*, showing_changes: bool) -> list[dict[str, Any]]:
    return [
        {"label": _("正文"), "url": "?", "current": not showing_changes},
        {"label": _("改动对照"), "url": "?view=changes", "current": showing_changes},
    ]


def _changes(item: Item, seen: Version | None) -> dict[str, Any]:
    if seen is None:
        return {}
    return {
        "changes": changes_between((seen.title, seen.body), (item.title, item.body)),
        "old_label": _("第%(number)d稿") % {"number": seen.number},
        "new_label": _("现在的文字"),
    }


def _facts(item: Item) -> list[tuple[str, str]]:
    """Return the filled fields in words."""
    values = {
        **{name: getattr(item, name) for name, _label in FURTHER},
        "occurred_at": full_moment(item.occurred_at),
        "as_of": full_day(item.as_of),
        "internal": _("是") if item.internal else "",
    }
    return [(str(label), values[name]) for name, label in FURTHER if values[name]]


def _quiet(item: Item, steps: "list[Transition[Item, Seat]]") -> list[dict[str, Any]]:
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


def _withdrawals(submissions: list[Submission], seat: Seat) -> list[dict[str, Any]]:
    """Return the links by which the signatory takes a submission back."""
    return [
        {"label": _("撤回报送"), "url": reverse("items:withdrawal", args=[submission.uid]), "post": False}
        for submission in submissions
        if open_to([WITHDRAW], submission, seat)
    ]
