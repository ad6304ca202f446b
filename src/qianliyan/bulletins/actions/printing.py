"""Printing a signed issue: everything that follows is frozen in one transaction, then the worker makes the file."""

from collections.abc import Mapping, Sequence

from django.db import transaction

from qianliyan.bulletins import typesetter
from qianliyan.bulletins.actions.circulation import fix_readers
from qianliyan.bulletins.layouts import digest_of
from qianliyan.bulletins.models import Credit, Entry, Issue, OtherForm, PrintOrder
from qianliyan.bulletins.requirements import before_printing
from qianliyan.bulletins.searching import put_issue
from qianliyan.bulletins.states import FAIL, MAKE, PUBLISH, TYPESET_AGAIN, IssueState, PrintState
from qianliyan.core import clock
from qianliyan.core.errors import NotReady, Unreadable
from qianliyan.desk.actions import drafts
from qianliyan.desk.actions.upward import tell_behind
from qianliyan.desk.lineage import Strand, lineages_of
from qianliyan.desk.models import Draft
from qianliyan.files.actions import keep
from qianliyan.files.content import DOCX, OFD, PDF
from qianliyan.files.models import File
from qianliyan.history.actors import SYSTEM
from qianliyan.history.trail import record
from qianliyan.history.workflow import locked, move
from qianliyan.items import states as items
from qianliyan.items.models import Submission
from qianliyan.offices.models import Seat
from qianliyan.typesetting.model import Rendered

NATURES = {"docx": DOCX, "ofd": OFD}


@transaction.atomic
def publish(issue: Issue, *, by: Seat) -> Issue:
    """Print a signed issue: readers, credit and what became of every source are fixed; its file is ordered.

    Issue, drafts and submissions are locked in this order, each kind by its number.
    """
    printed = move(issue, PUBLISH, by=by, also={"printed_at": clock.now()}, number=issue.number or 0)
    if missing := before_printing(printed):
        raise NotReady(missing)
    entries = _locked_entries(printed)
    given = _credit(entries)
    fix_readers(printed)
    for entry in entries:
        drafts.mark_printed(entry.draft, by=by)
    for submission in _locked_submissions(given):
        if submission.state != items.SubmissionState.PUBLISHED:
            move(submission, items.PUBLISH, by=by, issue=str(printed))
        tell_behind(submission, by=by, office=printed.office.short_name, issue=_called(printed))
    order = PrintOrder.objects.create(
        issue=printed, copies=printed.copies, ordered_by=by.label, ordered_at=clock.now(), queued_at=clock.now()
    )
    record("print_order.give", order, by=by)
    put_issue(printed)
    return printed


def make_file(order_pk: int) -> PrintOrder:
    """Make the file of an order and keep it with its digest; one that is made is never rendered again.

    The worker may be killed anywhere in between and the order come back: until file and order are saved together
    nothing has happened, and afterwards there is nothing left to do. What was recalled meanwhile stays unmade: its
    reprint orders the file anew, of the mended text.
    """
    order = PrintOrder.objects.select_related("issue__publication").get(pk=order_pk)
    if order.state == PrintState.MADE or order.issue.state != IssueState.PRINTED:
        return order
    try:
        rendered = typesetter.pdf_of(order.issue.layout or {})
        return _keep(order, rendered)
    except Unreadable as refusal:
        return _fail(order, refusal.text)


def file_in(issue: Issue, form: str) -> File:
    """Return a printed issue as DOCX or OFD, made from what was frozen; it is made once and then kept."""
    layout = issue.layout or {}
    digest = digest_of(layout)
    kept = OtherForm.objects.select_related("file").filter(issue=issue, digest=digest, form=form).first()
    return kept.file if kept else _keep_form(issue, form, digest, typesetter.form_of(layout, form))


@transaction.atomic
def _keep_form(issue: Issue, form: str, digest: str, content: bytes) -> File:
    fresh = locked(issue)
    kept = OtherForm.objects.select_related("file").filter(issue=fresh, digest=digest, form=form).first()
    if kept is not None:
        return kept.file
    file = keep(content, f"{issue}.{form}", allowed=(NATURES[form],), by=SYSTEM)
    OtherForm.objects.create(issue=fresh, digest=digest, form=form, file=file)
    return file


def typeset_again(order: PrintOrder, *, by: Seat) -> PrintOrder:
    """Order the file once more after it could not be made."""
    return move(order, TYPESET_AGAIN, by=by, also={"error": "", "queued_at": clock.now()})


def _called(issue: Issue) -> str:
    """Name the issue as it is told to the offices below."""
    return f"《{issue.publication.name}》{issue.number_text}"


def _locked_entries(issue: Issue) -> list[Entry]:
    entries = list(issue.entries.filter(removed_at=None).select_related("draft").order_by("draft_id"))
    list(Draft.objects.select_for_update().filter(pk__in=[entry.draft_id for entry in entries]).order_by("pk"))
    return entries


def _locked_submissions(given: Sequence[Credit]) -> list[Submission]:
    pks = {credit.submission_id for credit in given if credit.behind_id is None}
    return list(Submission.objects.select_for_update(of=("self",)).filter(pk__in=pks).order_by("pk"))


def _credit(entries: Sequence[Entry]) -> list[Credit]:
    """Write down who gets which share of each entry, through every level below; each level in one statement."""
    lineages = lineages_of([entry.draft for entry in entries])
    made: dict[tuple[int, int], Credit] = {}
    waiting = [(entry, place, strand) for entry in entries for place, strand in enumerate(lineages[entry.draft_id])]
    while waiting:
        ready = [one for one in waiting if one[2].behind is None or (one[0].pk, one[2].behind) in made]
        made |= _given(ready, made)
        waiting = [one for one in waiting if (one[0].pk, one[1]) not in made]
    return list(made.values())


def _given(
    ready: Sequence[tuple[Entry, int, Strand]], made: Mapping[tuple[int, int], Credit]
) -> dict[tuple[int, int], Credit]:
    credits_ = Credit.objects.bulk_create(
        Credit(
            entry=entry,
            submission=strand.submission,
            office_id=strand.office_pk,
            weight=strand.weight,
            behind=None if strand.behind is None else made[entry.pk, strand.behind],
        )
        for entry, _place, strand in ready
    )
    return {(entry.pk, place): given for (entry, place, _strand), given in zip(ready, credits_, strict=True)}


@transaction.atomic
def _keep(order: PrintOrder, rendered: Rendered) -> PrintOrder:
    issue = locked(order.issue)
    fresh = locked(order)
    if fresh.state == PrintState.MADE or issue.state != IssueState.PRINTED or issue.layout != order.issue.layout:
        return fresh
    file = keep(rendered.data, f"{order.issue}.pdf", allowed=(PDF,), by=SYSTEM)
    made = {"file": file, "pages": rendered.pages, "made_at": clock.now(), "error": ""}
    told = "；".join(rendered.notices)
    return move(fresh, MAKE, by=SYSTEM, text=told, also=made, digest=file.digest, pages=rendered.pages)


@transaction.atomic
def _fail(order: PrintOrder, sentence: str) -> PrintOrder:
    fresh = locked(order)
    if fresh.state != PrintState.WAITING:
        return fresh
    return move(fresh, FAIL, by=SYSTEM, text=sentence, also={"error": sentence})
