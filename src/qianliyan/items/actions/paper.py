"""Recording on behalf what was signed on the printed sheet (代录), with its photo."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from qianliyan.core import clock
from qianliyan.core.errors import Missing, NotReady
from qianliyan.files.models import File
from qianliyan.history.workflow import locked, move
from qianliyan.items.actions.openness import refuse_unless
from qianliyan.items.actions.versions import keep_version
from qianliyan.items.models import Item, SignOff, Version
from qianliyan.items.models.sign_off import Decision
from qianliyan.items.models.version import Why
from qianliyan.items.queries import latest_version
from qianliyan.items.requirements import before_signing
from qianliyan.items.stages import POWER, Stage
from qianliyan.items.states import RECORD_SIGNING
from qianliyan.offices.models import Seat

# A sheet may have gone round on paper before the officer typed the text in; a week is the most an office bears out.
DAYS_BEFORE = 7


@dataclass(frozen=True)
class PaperSignature:
    """Who signed at a stage, and the date he put on the sheet."""

    stage: Stage
    seat: Seat
    on: date


@transaction.atomic
def record_signing(
    item: Item,
    *,
    by: Seat,
    sheet: File,
    signatures: Sequence[PaperSignature],
    title: str | None = None,
    body: str | None = None,
) -> Item:
    """Record the remaining stages as signed on paper; the item is signed from then on.

    What was corrected by pen on the text behind the sheet is entered with it, as a version of its own.
    """
    item = locked(item)
    refuse_unless(item, RECORD_SIGNING, by)
    if missing := [*before_signing(item, title=title, body=body), *_wrong(item, signatures)]:
        raise NotReady(missing)
    read = keep_version(item, why=Why.HANDED_OVER, by=by.label)
    item.title = item.title if title is None else title
    item.body = item.body if body is None else body
    version = keep_version(item, why=Why.CORRECTED, by=by.label)
    last = signatures[-1]
    rows = [_sign_off(item, version if one is last else read, one, sheet, by) for one in signatures]
    rows[-1].corrected = version != read
    SignOff.objects.bulk_create(rows)
    return move(
        item,
        RECORD_SIGNING,
        by=by,
        on_behalf_of=last.seat,
        recorded_from="paper",
        also={"stage": 0, "due": "", "title": item.title, "body": item.body},
        version=version.number,
        on=last.on.isoformat(),
        sheet=sheet.digest,
    )


def remaining(item: Item) -> list[Stage]:
    """Return the stages that are still to be signed."""
    return [Stage(stage) for stage in item.chain[item.stage :]]


def earliest(version: Version | None) -> date:
    """Return the earliest date that a sheet with this version can plausibly bear."""
    handed_over = clock.local(version.at).date() if version else clock.today()
    return handed_over - timedelta(days=DAYS_BEFORE)


def _wrong(item: Item, signatures: Sequence[PaperSignature]) -> Iterator[Missing]:
    due = remaining(item)
    for stage in due:
        if stage not in [one.stage for one in signatures]:
            yield Missing(_("没有写明%(stage)s由谁签字") % {"stage": stage.label}, f"#id_{stage.value}_seat")
    if [one.stage for one in signatures] != [stage for stage in due if stage in {one.stage for one in signatures}]:
        yield Missing(_("登记的环节与审签流程不符"))
    first_day, before = earliest(latest_version(item)), None
    for one in signatures:
        yield from _wrong_with(item, one, max(first_day, before or first_day))
        before = one.on


def _wrong_with(item: Item, one: PaperSignature, not_before: date) -> Iterator[Missing]:
    words = {"stage": one.stage.label, "name": one.seat.person.name, "day": not_before.isoformat()}
    link = f"#id_{one.stage.value}_on"
    strange = one.stage == Stage.CLEAR and one.seat.person_id != item.clearer_id
    if strange or not one.seat.may_at(POWER[one.stage], item.office_id) or not one.seat.holds_on(one.on):
        yield Missing(_("%(name)s在签字那天不能办“%(stage)s”") % words, f"#id_{one.stage.value}_seat")
    if one.seat.person_id == item.drafter_id:
        yield Missing(_("拟稿人不能办“%(stage)s”") % words, f"#id_{one.stage.value}_seat")
    if one.on > clock.today():
        yield Missing(_("%(stage)s的日期还没有到") % words, link)
    elif one.on < not_before:
        yield Missing(_("%(stage)s的日期早于%(day)s，与送审时间或前一环节不符，请核对审签单") % words, link)


def _sign_off(item: Item, version: Version, one: PaperSignature, sheet: File, by: Seat) -> SignOff:
    return SignOff(
        item=item,
        version=version,
        round=item.round,
        stage=one.stage,
        decision=Decision.APPROVED,
        seat=one.seat,
        signer=one.seat.label,
        at=_on_paper(one.on),
        sheet=sheet,
        recorded_by=by,
    )


def _on_paper(day: date) -> datetime:
    """Let noon stand for the day that a sheet bears, but never a moment that has not come."""
    noon = timezone.make_aware(datetime.combine(day, time(12)))
    return min(noon, clock.now())
