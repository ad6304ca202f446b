"""Recording on behalf (补录、代录): what a unit sent by paper, telephone, chat or mail becomes its item and submission.

The unit gets full credit from the moment at which the office received it; the trail says who recorded it, from what.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, Unreadable
from qianliyan.core.rows import insert_row
from qianliyan.files.models import File
from qianliyan.history.actors import Actor
from qianliyan.history.trail import record
from qianliyan.history.workflow import locked
from qianliyan.items.actions.importing import Original, note_import
from qianliyan.items.actions.versions import keep_version
from qianliyan.items.content import LONGEST_TITLE
from qianliyan.items.kinds import Form, Kind, Urgency
from qianliyan.items.models import Attachment, Item, Submission, Version
from qianliyan.items.models.submission import Channel
from qianliyan.items.models.version import Why
from qianliyan.items.permissions import may_edit, may_record
from qianliyan.items.queries import learn_of_new
from qianliyan.items.states import ItemState
from qianliyan.offices.actors import Unit
from qianliyan.offices.models import Office, Seat
from qianliyan.offices.seats import person_called
from qianliyan.planning.models import Commission, KeyTask
from qianliyan.text.parsing.counting import character_count

# Clocks of telephones and mail servers go wrong by minutes.
AHEAD = timedelta(minutes=10)
LONGEST_NAME = 60


@dataclass(frozen=True)
class Received:
    """What came in, how and when, and what the sender said about himself."""

    title: str
    body: str
    channel: Channel
    received_at: datetime
    kind: str = Kind.ORDINARY
    form: str = Form.SINGLE
    urgency: str = Urgency.ORDINARY
    drafter_name: str = ""
    drafter_phone: str = ""
    signatory_name: str = ""
    supplier: str = ""
    commission: Commission | None = None
    key_task: KeyTask | None = None


@transaction.atomic
def record_for(
    unit: Office,
    given: Received,
    *,
    to: Office,
    by: Actor,
    originals: Sequence[Original] = (),
    attached: Sequence[File] = (),
) -> Submission:
    """Make the unit's item and its submission in one act; nobody of the unit has to do anything."""
    _refuse_wrong(unit, given, by)
    item = _item(unit, given)
    for original in originals:
        note_import(item, original, by=by)
    going = Attachment.objects.bulk_create(Attachment(item=item, file=file) for file in attached)
    learn_of_new(item, going)
    version = keep_version(item, why=Why.RECORDED, by=by.label)
    submission = _submission(item, version, given, to, by)
    behalf = {"on_behalf_of": Unit(unit, given.drafter_name), "recorded_from": given.channel.value}
    record("item.record", item, by=by, target=ItemState.SUBMITTED, version=version.number, **behalf)  # type: ignore[arg-type]
    record("submission.record", submission, by=by, receiver=to.name, **behalf)  # type: ignore[arg-type]
    return submission


def _refuse_wrong(unit: Office, given: Received, by: Actor) -> None:
    if isinstance(by, Seat) and not may_record(by, unit):
        raise NotAllowed(_("补录"))
    if unit.closed_on is not None:
        raise Unreadable(_("%(unit)s已撤并，请选承接它的单位。") % {"unit": unit.name})
    if not (given.title.strip() and given.body.strip()):
        raise Unreadable(_("题目和正文都要有。"))
    if len(given.title) > LONGEST_TITLE:
        raise Unreadable(_("题目太长，请另写一个简短的题目。"))
    if given.received_at > clock.now() + AHEAD:
        raise Unreadable(_("收到时间还没有到，请核对。"))
    if given.commission is not None and not given.commission.addressees.filter(office=unit).exists():
        raise Unreadable(_("这条约稿没有约%(unit)s，请换一条或不选。") % {"unit": unit.short_name})


def _item(unit: Office, given: Received) -> Item:
    drafter = person_called(given.drafter_name, unit)
    return insert_row(
        Item(
            office=unit,
            drafter=drafter,
            state=ItemState.SUBMITTED,
            title=given.title.strip(),
            body=given.body.strip(),
            kind=given.kind,
            form=given.form,
            urgency=given.urgency,
            drafter_phone=given.drafter_phone or (drafter.phone if drafter else ""),
            supplier=given.supplier,
            commission=given.commission,
            key_task=given.key_task,
            round=1,
            created_at=clock.now(),
            saved_at=clock.now(),
            saved_by=drafter,
        )
    )


def _submission(item: Item, version: Version, given: Received, to: Office, by: Actor) -> Submission:
    phase = item.office.phase_on(clock.local(given.received_at).date())
    return insert_row(
        Submission(
            item=item,
            version=version,
            round=item.round,
            sender=item.office,
            sender_name=phase.name if phase else item.office.name,
            receiver=to,
            title=version.title,
            body=version.body,
            kind=item.kind,
            form=item.form,
            urgency=item.urgency,
            urgent=item.urgency != Urgency.ORDINARY,
            characters=character_count(version.body),
            drafter_name=given.drafter_name,
            drafter_phone=item.drafter_phone,
            signatory_name=given.signatory_name,
            signed_on_paper=given.channel in (Channel.PAPER, Channel.FAX) and bool(given.signatory_name),
            channel=given.channel,
            sent_at=given.received_at,
            recorded_by=by if isinstance(by, Seat) else None,
            recorded_at=clock.now(),
            commission=given.commission,
            key_task=given.key_task,
        )
    )


@transaction.atomic
def note_signatory(submission: Submission, name: str, *, by: Seat) -> Submission:
    """Add who signed at the unit, learnt later than the text; nothing is printed that nobody answers for."""
    fresh = locked(submission)
    if not may_edit(by, fresh):
        raise NotAllowed(_("补记签发人"))
    if fresh.recorded_at is None or fresh.signatory_name:
        raise Unreadable(_("签发人已经有了，不能再改。"))
    words = name.strip()
    if not 0 < len(words) <= LONGEST_NAME:
        raise Unreadable(_("请写签发人的姓名，不超过60字。"))
    fresh.signatory_name = words
    fresh.save(update_fields=["signatory_name"])
    record("submission.note_signatory", fresh, by=by, name=words)
    return fresh
