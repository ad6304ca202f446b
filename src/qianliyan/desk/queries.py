"""What lies on the desk: the queue with its tabs, the drafts, what was asked about them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from qianliyan.core.errors import Text
from qianliyan.core.panels import foretold
from qianliyan.desk.allotments import WHOSE, whose_called
from qianliyan.desk.models import Draft, Handling, HandlingKind, Question, UnsavedDraft
from qianliyan.desk.states import DraftState
from qianliyan.items.kinds import Kind
from qianliyan.items.models import Submission
from qianliyan.items.states import SubmissionState
from qianliyan.offices.audiences import visible_to
from qianliyan.offices.models import Seat
from qianliyan.proofing.queries import flags as proofing_flags

UNDECIDED = (SubmissionState.RECEIVED, SubmissionState.SIGNED_FOR, SubmissionState.RESERVED)
WAITING = Q(state__in=(SubmissionState.RECEIVED, SubmissionState.SIGNED_FOR))
RESERVED = Q(state=SubmissionState.RESERVED)
QUEUE_ORDER = ("urgent", "sent_at", "pk")
DRAFT_ORDER = ("saved_at", "pk")
RESERVED_TAB = "reserved"
DECIDED = (SubmissionState.RETURNED, SubmissionState.NOT_ADOPTED, SubmissionState.RESERVED)
OPEN_DRAFTS = (DraftState.EDITING, DraftState.READY, DraftState.PLACED)


@dataclass(frozen=True)
class Tab:
    """One part of the queue."""

    code: str
    label: Text
    condition: Q
    order: tuple[str, ...] = QUEUE_ORDER
    counted: bool = True


TABS = (
    Tab("", _("待处理"), WAITING),
    Tab("urgent", _("紧急"), WAITING & Q(urgent=True)),
    # What names another office's commission comes here without it.
    Tab("commissioned", _("约稿"), WAITING & Q(commission__isnull=False)),
    *(Tab(kind.value, kind.label, WAITING & Q(kind=kind)) for kind in Kind),
    Tab(RESERVED_TAB, _("备用"), RESERVED),
    Tab("done", _("已办"), ~Q(state__in=UNDECIDED), order=("sent_at", "pk"), counted=False),
)


def tab_called(code: str) -> Tab:
    """Return the tab with this code, or the first one."""
    return next((tab for tab in TABS if tab.code == code), TABS[0])


def arrived(seat: Seat) -> QuerySet[Submission]:
    """Return what was sent to the seat's office; what the office itself sent upward is not on its desk."""
    return visible_to(Submission, seat).filter(receiver=seat.office_id)


def with_paper(submissions: QuerySet[Submission]) -> QuerySet[Submission]:
    """Bring what the paper and its side show along: the signed version's fields and who handles it."""
    reserved = Handling.objects.filter(submission=OuterRef("pk"), kind=HandlingKind.RESERVED)
    beside = ("version", "handler", "recorded_by__person", "commission", "key_task")
    found = submissions.select_related(*beside).defer("version__body")
    said = {**proofing_flags(), **foretold("submission.side")}
    return with_questions(found.annotate(reserved_before=Exists(reserved), **said))


def queue(seat: Seat, tab: str = "", whose: str = "") -> QuerySet[Submission]:
    """Return one tab of the queue: what still waits with the urgent first, then the newest."""
    chosen = tab_called(tab)
    return (
        arrived(seat)
        .filter(chosen.condition, whose_called(whose).of(seat))
        .order_by(*(f"-{key}" for key in chosen.order))
    )


@dataclass(frozen=True)
class QueueCounts:
    """How much there is in each tab of one part of the queue, and of what waits in each part."""

    tabs: dict[str, int]
    parts: dict[str, int]


def queue_counts(seat: Seat, whose: str = "") -> QueueCounts:
    """Count every tab that is counted and every part, in one query."""
    part = whose_called(whose).of(seat)
    tabs = {f"t_{tab.code}": Count("pk", filter=tab.condition & part) for tab in TABS if tab.counted}
    parts = {f"w_{one.code}": Count("pk", filter=WAITING & one.of(seat)) for one in WHOSE}
    found = arrived(seat).filter(state__in=UNDECIDED).aggregate(**tabs, **parts)
    return QueueCounts({name[2:]: found[name] for name in tabs}, {name[2:]: found[name] for name in parts})


def was_reserved(submission: Submission) -> bool:
    """Tell whether it came back from the reserve, as far as the query that fetched it asked (`with_paper`)."""
    return bool(vars(submission).get("reserved_before"))


def handlings_of(submissions: Iterable[Submission]) -> dict[int, list[Handling]]:
    """Return the decisions about each of these submissions, newest first; no query when there can be none."""
    wanted = [one.pk for one in submissions if one.state in DECIDED or was_reserved(one)]
    found: dict[int, list[Handling]] = {}
    for handling in Handling.objects.filter(submission__in=wanted).order_by("-at", "-pk") if wanted else ():
        found.setdefault(handling.submission_id, []).append(handling)
    return found


def with_questions(submissions: QuerySet[Submission]) -> QuerySet[Submission]:
    """Say in the same query whether anything was asked about each, so that nothing is fetched where nothing was."""
    return submissions.annotate(has_questions=Exists(Question.objects.filter(submission=OuterRef("pk"))))


def questions_of(submissions: Iterable[Submission]) -> dict[int, list[Question]]:
    """Return what each was asked about, oldest first; no query when the query before said that there is nothing."""
    wanted = [one.pk for one in submissions if vars(one).get("has_questions", True)]
    found: dict[int, list[Question]] = {}
    for question in Question.objects.filter(submission__in=wanted).order_by("pk") if wanted else ():
        found.setdefault(question.submission_id, []).append(question)
    return found


def open_questions(seat: Seat) -> QuerySet[Question]:
    """Return what the seat's unit is asked and has not answered, longest first."""
    return visible_to(Question, seat).filter(submission__sender=seat.office_id, answered_at=None).order_by("pk")


def office_drafts(seat: Seat) -> QuerySet[Draft]:
    """Return every draft of the seat's office."""
    return visible_to(Draft, seat).filter(office=seat.office_id)


def drafts(seat: Seat, state: str | None = None) -> QuerySet[Draft]:
    """Return the drafts in one state, or all that are not finished, last saved first."""
    states = OPEN_DRAFTS if state is None else (state,)
    return office_drafts(seat).filter(state__in=states).order_by(*(f"-{key}" for key in DRAFT_ORDER))


def any_unsaved(seat: Seat) -> Exists:
    """Return the question by which a query says beforehand whether this person could not save something."""
    return Exists(UnsavedDraft.objects.filter(draft=OuterRef("pk"), person=seat.person_id))


def unsaved_of(draft: Draft, seat: Seat) -> UnsavedDraft | None:
    """Return what this person typed and could not save; no query when the query before said that there is nothing."""
    if not vars(draft).get("has_unsaved", True):
        return None
    return UnsavedDraft.objects.filter(draft=draft, person=seat.person_id).first()


def draft_counts(seat: Seat) -> dict[str, int]:
    """Count the unfinished drafts by state, in one query."""
    rows = office_drafts(seat).filter(state__in=OPEN_DRAFTS).order_by().values("state").annotate(n=Count("pk"))
    found = {row["state"]: row["n"] for row in rows}
    return {state.value: found.get(state.value, 0) for state in OPEN_DRAFTS}
