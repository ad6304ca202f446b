"""昨天以来: what others did since yesterday with the things of this seat, in the words of the trail."""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Any

from django.db.models import Case, CharField, Model, OuterRef, Q, QuerySet, Subquery, UUIDField, When
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from qianliyan.bulletins.models import Issue
from qianliyan.core import clock
from qianliyan.history.models import Event
from qianliyan.instructions.models import Telling
from qianliyan.items.models import Item, Submission
from qianliyan.items.models.item import UNIT
from qianliyan.offices.audiences import visible_to
from qianliyan.offices.models import Seat
from qianliyan.workbench.today.figures import in_section
from qianliyan.workbench.trail.reading import Step, steps_for

MOST = 8
SATURDAY = 5
# Things older than this have no news worth a line; the bound keeps the search short.
ALIVE = timedelta(days=90)

OF_ITEMS = ("item.approve", "item.send_back", "item.sign", "item.record_signing", "item.void_signature")
OF_SENT = (
    "submission.record",
    "submission.sign_for",
    "submission.take",
    "submission.return",
    "submission.decline",
    "submission.reserve",
    "submission.publish",
)
OF_TOLD = ("telling.tell",)
OF_ARRIVED = ("submission.send", "submission.withdraw")
OF_ISSUES = ("issue.send_for_signing", "issue.send_back", "issue.sign", "issue.publish", "issue.void")


@dataclass(frozen=True)
class Line:
    """One line of news."""

    step: Step
    title: str
    url: str


@dataclass(frozen=True)
class News:
    """The newest lines under their heading."""

    heading: str
    lines: list[Line]


def news_for(seat: Seat) -> News:
    """Return the last word on each thing since the day before, which on a Monday is Friday (one query)."""
    day = clock.today() - timedelta(days=1)
    heading = _("昨天以来") if day.weekday() < SATURDAY else _("周五以来")
    while day.weekday() >= SATURDAY:
        day -= timedelta(days=1)
    since = timezone.make_aware(datetime.combine(day, time()))
    latest: dict[tuple[str, int], Event] = {}
    for event in _events(seat, since)[: MOST * 4]:
        latest.setdefault((event.thing_type, event.thing_pk), event)
    return News(heading, [line for event in list(latest.values())[:MOST] for line in _lines(seat, event)])


def _lines(seat: Seat, event: Event) -> list[Line]:
    page = reverse(_page_name(event), args=[event.page])  # type: ignore[attr-defined]
    return [Line(_shorter(step, event.verb), event.title, page) for step in steps_for(seat, [event])]  # type: ignore[attr-defined]


def _shorter(step: Step, verb: str) -> Step:
    """Leave out to whom it was sent: it lies here."""
    return replace(step, what=_("报送")) if verb == "submission.send" else step


def _events(seat: Seat, since: datetime) -> QuerySet[Event]:
    others = Event.objects.filter(at__gte=since).exclude(person_pk=seat.person_id)
    about = Q(pk__in=[])
    if any(seat.may(power) for power in UNIT):
        about |= _of_unit(seat)
    if in_section(seat):
        about |= _of_section(seat)
    return others.filter(about).annotate(title=_titles(), page=_pages()).select_related("text").order_by("-pk")


def _of_unit(seat: Seat) -> Q:
    since = clock.now() - ALIVE
    items = visible_to(Item, seat).filter(office=seat.office_id, saved_at__gte=since)
    sent = visible_to(Submission, seat).filter(sender=seat.office_id, sent_at__gte=since)
    told = visible_to(Telling, seat).filter(office=seat.office_id, decided_at__gte=since)
    return _about(Item, items, OF_ITEMS) | _about(Submission, sent, OF_SENT) | _about(Telling, told, OF_TOLD)


def _of_section(seat: Seat) -> Q:
    since = clock.now() - ALIVE
    arrived = visible_to(Submission, seat).filter(receiver=seat.office_id, sent_at__gte=since)
    issues = visible_to(Issue, seat).filter(office=seat.office_id, created_at__gte=since)
    return _about(Submission, arrived, OF_ARRIVED) | _about(Issue, issues, OF_ISSUES)


def _about(model: type[Model], rows: QuerySet[Any], verbs: tuple[str, ...]) -> Q:
    return Q(thing_type=model._meta.label_lower, thing_pk__in=rows.order_by().values("pk"), verb__in=verbs)  # noqa: SLF001


def _titles() -> Case:
    """Look up what the thing is called; an issue is called after its publication."""
    return Case(
        When(thing_type="items.item", then=_of(Item, "title")),
        When(thing_type="items.submission", then=_of(Submission, "title")),
        When(thing_type="bulletins.issue", then=_of(Issue, "publication__name")),
        When(thing_type="instructions.telling", then=_of(Telling, "submission__title")),
        output_field=CharField(),
    )


def _pages() -> Case:
    """Look up whose page tells more: a unit reads what became of its submission on the item's page."""
    return Case(
        When(verb__in=OF_SENT, then=_of(Submission, "item__uid")),
        When(thing_type="instructions.telling", then=_of(Telling, "submission__item__uid")),
        When(thing_type="items.item", then=_of(Item, "uid")),
        When(thing_type="items.submission", then=_of(Submission, "uid")),
        When(thing_type="bulletins.issue", then=_of(Issue, "uid")),
        output_field=UUIDField(),
    )


def _of(model: type[Model], column: str) -> Subquery:
    return Subquery(model._default_manager.filter(pk=OuterRef("thing_pk")).values(column))  # noqa: SLF001


def _page_name(event: Event) -> str:
    if event.verb in OF_ARRIVED:
        return "desk:submission"
    return "bulletins:issue" if event.thing_type == "bulletins.issue" else "items:item"
