"""Very many submissions for measuring: rows in bulk, with the events that the trail and the checks ask for.

What is bulk here is made one by one everywhere else. Each submission came by mail and was recorded on behalf; most are
decided about. Only `qianliyan demo --bulk` and the benchmarks use this.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from random import Random
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import Model

from qianliyan.desk.models import Handling, HandlingKind
from qianliyan.history.models import Event, EventText, Unsealed
from qianliyan.items.content import digest_of, fields_of
from qianliyan.items.kinds import Kind
from qianliyan.items.models import Item, Submission, Version
from qianliyan.items.models.submission import Channel
from qianliyan.items.models.version import Why
from qianliyan.items.states import DECLINE, SIGN_FOR, ItemState, SubmissionState
from qianliyan.offices.models import Office, Seat
from qianliyan.search.actions.putting import put_new
from qianliyan.search.sources import source_of
from qianliyan.text.parsing.counting import character_count
from qianliyan.workbench.demo.city import units
from qianliyan.workbench.demo.texts.grammar import Filling
from qianliyan.workbench.demo.texts.shapes import Draft, brief
from qianliyan.workbench.demo.texts.writer import subjects

AT_ONCE = 1_000
REASON = "内容较一般，参考价值不大"
# Of a hundred arrivals: how many wait, are signed for, are not adopted.
STATES = (SubmissionState.RECEIVED, SubmissionState.SIGNED_FOR, SubmissionState.NOT_ADOPTED)
WEIGHTS = (1, 2, 97)
SEED = 200_000
M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Mill:
    """Who sends, who records, and over which time the arrivals are spread."""

    senders: Sequence[Seat]
    receiver: Office
    editor: Seat
    start: datetime
    step: timedelta

    def moment(self, number: int) -> datetime:
        """Return when a submission arrives: one after the other, evenly."""
        return self.start + number * self.step


def grind(mill: Mill, count: int, told: Callable[[int], None]) -> None:
    """Make `count` submissions, so many to a transaction."""
    chance = Random(SEED)  # noqa: S311 - invented arrivals, not a secret
    for first in range(0, count, AT_ONCE):
        numbers = range(first, min(first + AT_ONCE, count))
        with transaction.atomic():
            _one_batch(mill, numbers, chance)
        told(numbers[-1] + 1)


def _one_batch(mill: Mill, numbers: range, chance: Random) -> None:
    seats = [chance.choice(mill.senders) for _number in numbers]
    items = _added([_item(seat, number, mill, chance) for seat, number in zip(seats, numbers, strict=True)])
    versions = _added([_version(item, mill.editor) for item in items])
    pairs = list(zip(items, versions, strict=True))
    submissions = _added([_submission(item, version, mill, chance) for item, version in pairs])
    _record(items, submissions, mill.editor)
    put_new(source_of(Item), items)
    put_new(source_of(Submission), submissions)


def _added(rows: list[M]) -> list[M]:
    return type(rows[0])._default_manager.bulk_create(rows)  # noqa: SLF001


def _item(seat: Seat, number: int, mill: Mill, chance: Random) -> Item:
    title, body = _words(seat, number, mill.moment(number), chance)
    at = mill.moment(number)
    return Item(
        office=seat.office,
        drafter=seat.person,
        saved_by=seat.person,
        state=ItemState.SUBMITTED,
        title=title,
        body=body,
        kind=chance.choice(Kind.values),
        drafter_phone=seat.person.phone,
        round=1,
        created_at=at,
        saved_at=at,
    )


def _words(seat: Seat, number: int, at: datetime, chance: Random) -> tuple[str, str]:
    """Return a short text of the generator, without its care that none is like another."""
    author = next(unit.author for unit in units().values() if unit.above == "city" and unit.author.rank == "county")
    topic = chance.choice(subjects(author.scopes, at.month, "implementation"))
    names = author.names(at.date(), chance, topic.scopes) | {"名": seat.office.short_name}
    names |= {slot: chance.choice(words) for slot, words in topic.words.items()}
    body = brief(Draft(topic, Filling(chance, names), chance, short=True))
    return f"{seat.office.short_name}{topic.name}情况（{number + 1}）", body


def _version(item: Item, editor: Seat) -> Version:
    fields = fields_of(item, attachments=())
    return Version(
        item=item,
        number=1,
        title=item.title,
        body=item.body,
        fields=fields,
        why=Why.RECORDED,
        by=editor.label,
        at=item.created_at,
        digest=digest_of(item.title, item.body, fields),
    )


def _submission(item: Item, version: Version, mill: Mill, chance: Random) -> Submission:
    return Submission(
        item=item,
        version=version,
        round=1,
        sender=item.office,
        sender_name=item.office.name,
        receiver=mill.receiver,
        state=chance.choices(STATES, WEIGHTS)[0],
        title=item.title,
        body=item.body,
        kind=item.kind,
        form=item.form,
        urgency=item.urgency,
        characters=character_count(item.body),
        drafter_name=item.drafter.name if item.drafter else "",
        drafter_phone=item.drafter_phone,
        channel=Channel.MAIL,
        sent_at=item.created_at,
        recorded_by=mill.editor,
        recorded_at=item.created_at,
    )


def _record(items: Sequence[Item], submissions: Sequence[Submission], editor: Seat) -> None:
    """Write what the trail says of a recorded arrival and of the decision about it."""
    events = []
    for item, submission in zip(items, submissions, strict=True):
        events.append(_event("item.record", item, editor, item.created_at, target=ItemState.SUBMITTED))
        events.append(_event("submission.record", submission, editor, item.created_at, recorded_from="mail"))
        if submission.state == SubmissionState.SIGNED_FOR:
            events.append(_moved(SIGN_FOR, submission, editor))
        elif submission.state == SubmissionState.NOT_ADOPTED:
            events.append(_moved(DECLINE, submission, editor, text=REASON))
    events = _added(events)
    _added([Unsealed(event=event) for event in events])
    _added([EventText(event=event, body=REASON) for event in events if event.text_digest])
    declined = [one for one in submissions if one.state == SubmissionState.NOT_ADOPTED]
    _added([_handling(one, editor) for one in declined])


def _moved(step: Any, submission: Submission, editor: Seat, text: str = "") -> Event:
    words = {"origin": SubmissionState.RECEIVED, "target": step.target}
    digest = sha256(text.encode()).hexdigest() if text else ""
    return _event(step.verb, submission, editor, submission.sent_at, text_digest=digest, **words)


def _event(verb: str, thing: Model, by: Seat, at: datetime, **more: Any) -> Event:
    return Event(
        verb=verb,
        at=at,
        thing_type=thing._meta.label_lower,  # noqa: SLF001
        thing_pk=thing.pk,
        seat_pk=by.seat_pk,
        person_pk=by.person_pk,
        office_pk=by.office_pk,
        actor=by.label,
        **more,
    )


def _handling(submission: Submission, editor: Seat) -> Handling:
    kind = HandlingKind.NOT_ADOPTED
    return Handling(submission=submission, kind=kind, reason=REASON, seat=editor, at=submission.sent_at)
