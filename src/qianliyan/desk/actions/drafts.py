"""Editing a draft and passing it on: saving, keeping versions, holding ready, dropping."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, NotReady, Stale, Unreadable, WrongState
from qianliyan.core.rows import insert_row
from qianliyan.desk.actions.opinions import withdraw_all
from qianliyan.desk.actions.shielding import shield
from qianliyan.desk.actions.upward import refuse_if_sent_up
from qianliyan.desk.models import Draft, DraftVersion, Source, UnsavedDraft
from qianliyan.desk.permissions import may_edit_draft
from qianliyan.desk.requirements import before_holding_ready
from qianliyan.desk.states import DROP, EDIT_AGAIN, HOLD_READY, PLACE, PRINT, UNPLACE, DraftState
from qianliyan.history.trail import record
from qianliyan.history.workflow import locked, move
from qianliyan.items.kinds import Form, Kind
from qianliyan.items.models import Submission
from qianliyan.items.states import UNTAKE, SubmissionState
from qianliyan.offices.models import Seat
from qianliyan.search.actions.putting import put

WRITABLE = ("title", "body", "gist", "kind", "form")


def save(draft: Draft, *, by: Seat, revision: int, **fields: str) -> Draft:
    """Save the text; a save that comes too late is kept aside and refused, so that both texts remain."""
    with _nothing_lost(draft, by, fields):
        return _saved(draft, by, revision, fields)


def settle(draft: Draft, *, by: Seat, revision: int, **fields: str) -> Draft:
    """Save what came of comparing two texts: the colleague's is kept as a version, the unsaved one is done with."""
    with _nothing_lost(draft, by, fields), transaction.atomic():
        before = opened(draft, by)
        _version(before, str(before.saved_by or before.editor), _("对照两份文字之前"))
        saved = _saved(before, by, revision, fields)
        give_up_unsaved(saved, by=by)
        return saved


def give_up_unsaved(draft: Draft, *, by: Seat) -> None:
    """Throw the person's own unsaved text away."""
    UnsavedDraft.objects.filter(draft=draft, person=by.person).delete()


@transaction.atomic
def keep_version(draft: Draft, *, by: Seat, why: str) -> DraftVersion:
    """Keep the text as it stands, with why it was changed; the same text twice is one version."""
    fresh = opened(draft, by)
    words = why.strip()
    if len(words) > 200:
        raise Unreadable(_("“改动说明”请不超过200字。"))
    version, new = _version(fresh, by.label, words)
    if new:
        record("draft.keep", fresh, by=by, text=words, number=version.number)
    return version


@transaction.atomic
def write(title: str, body: str, *, by: Seat, why: str) -> Draft:
    """Begin a text of the office's own, such as a circular: no submission stands behind it, so nobody is credited."""
    now, reason = clock.now(), why.strip()
    if not reason:
        raise Unreadable(_("请写明为什么没有来稿，由本单位自拟。"))
    draft = Draft(
        office=by.office,
        title=title,
        body=body,
        kind=Kind.ORDINARY,
        form=Form.SINGLE,
        own_reason=reason[:200],
        editor=by.person,
        created_at=now,
        saved_at=now,
        saved_by=by.person,
    )
    if not may_edit_draft(by, draft):
        raise NotAllowed(_("新写一稿"))
    draft.save()
    record("draft.write", draft, by=by, text=draft.own_reason)
    return draft


@transaction.atomic
def hold_ready(draft: Draft, *, by: Seat) -> Draft:
    """Say that the draft is edited and can go into an issue (编好待用)."""
    fresh = locked(draft)
    if missing := before_holding_ready(fresh):
        raise NotReady(missing)
    ready = move(fresh, HOLD_READY, by=by)
    _version(ready, by.label, str(HOLD_READY.label))
    return ready


def edit_again(draft: Draft, *, by: Seat) -> Draft:
    """Open a ready draft for editing once more."""
    return move(draft, EDIT_AGAIN, by=by)


@transaction.atomic
def drop(draft: Draft, *, by: Seat, reason: str) -> Draft:
    """Give the draft up (撤销选用): its submissions lie on the desk again, as if signed for."""
    words = reason.strip()
    if not words:
        raise Unreadable(_("请写明撤销选用的理由。"))
    refuse_if_sent_up(draft, str(DROP.label))
    dropped = move(draft, DROP, by=by, text=words[:500])
    withdraw_all(dropped, by=by, reason=words)
    sources = Source.objects.filter(draft=dropped, submission__state=SubmissionState.TAKEN)
    for submission in Submission.objects.filter(pk__in=sources.values("submission")).order_by("pk"):
        move(submission, UNTAKE, by=by, text=words[:500])
    return dropped


def place(draft: Draft, *, by: Seat) -> Draft:
    """Note that the draft stands in an issue."""
    return move(draft, PLACE, by=by)


def unplace(draft: Draft, *, by: Seat) -> Draft:
    """Note that the draft was taken out of its issue and is ready for another."""
    return move(draft, UNPLACE, by=by)


def mark_printed(draft: Draft, *, by: Seat) -> Draft:
    """Note that the issue with the draft was printed."""
    return move(draft, PRINT, by=by)


def opened(draft: Draft, by: Seat) -> Draft:
    """Return the draft locked; refuse whoever may not edit it, and everybody when it is not being edited."""
    fresh = locked(draft)
    if fresh.state != DraftState.EDITING:
        raise WrongState(_("编辑"), fresh.get_state_display())
    if not may_edit_draft(by, fresh):
        raise NotAllowed(_("编辑"))
    return fresh


@transaction.atomic
def _saved(draft: Draft, by: Seat, revision: int, fields: dict[str, str]) -> Draft:
    fresh = opened(draft, by)
    changed = [name for name, text in fields.items() if getattr(fresh, name) != text]
    # The same text again is no conflict: an answer got lost on the way, and the browser sent it once more.
    if changed:
        if fresh.revision != revision:
            raise Stale(reverse("desk:conflict", args=[fresh.uid]))
        if fresh.saved_by_id not in (None, by.person_id):
            _version(fresh, str(fresh.saved_by or fresh.editor), _("换人编辑"))
        for name in changed:
            setattr(fresh, name, fields[name])
        fresh.revision += 1
        fresh.saved_at, fresh.saved_by = clock.now(), by.person
        fresh.save(update_fields=[*changed, "revision", "saved_at", "saved_by"])
        if "kind" in changed:
            shield(fresh)
        put(fresh)
    return fresh


@contextmanager
def _nothing_lost(draft: Draft, by: Seat, fields: dict[str, str]) -> Iterator[None]:
    """Keep the text of a save that came too late for this person, until it is settled or given up."""
    if unknown := set(fields) - set(WRITABLE):
        raise TypeError(", ".join(sorted(unknown)))
    try:
        yield
    except Stale:
        text = {"title": fields.get("title", draft.title), "body": fields.get("body", draft.body), "at": clock.now()}
        others = {name: value for name, value in fields.items() if name not in text}
        UnsavedDraft.objects.update_or_create(draft=draft, person=by.person, defaults={**text, "fields": others})
        raise


def _version(draft: Draft, by: str, why: str) -> tuple[DraftVersion, bool]:
    """Return the version with this text and whether it is new."""
    last = draft.versions.order_by("-number").first()
    if last is not None and (last.title, last.body) == (draft.title, draft.body):
        return last, False
    number = last.number + 1 if last else 1
    kept = insert_row(
        DraftVersion(draft=draft, number=number, title=draft.title, body=draft.body, by=by, at=clock.now(), why=why)
    )
    return kept, True
