"""Letters: taking them in once, recording what they bring for the unit that is known, setting the others aside."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import PurePosixPath
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from qianliyan.core import clock
from qianliyan.core.errors import DomainError, NotAllowed, Unreadable
from qianliyan.desk.letters import Parsed, parse
from qianliyan.desk.mailbox import Letter
from qianliyan.desk.models import Mail, MailAddress
from qianliyan.desk.models.mail import Trouble
from qianliyan.desk.permissions import may_keep_mail
from qianliyan.desk.reading_mail import Part, parts_of
from qianliyan.desk.states import ASIDE, ASSIGN, DISCARD_MAIL, FILE_MAIL, MailState
from qianliyan.files.actions import content_of, keep, keep_raw
from qianliyan.files.content import ATTACHMENTS
from qianliyan.files.models import File
from qianliyan.history.actors import SYSTEM, Actor
from qianliyan.history.trail import record
from qianliyan.history.workflow import locked, move
from qianliyan.items.actions.recording import Received, record_for
from qianliyan.items.models import Submission
from qianliyan.items.models.submission import Channel
from qianliyan.offices.models import Office, Seat
from qianliyan.offices.seats import person_called

# An older date on a letter is a wrong clock, or a letter that was forwarded late; the day of its arrival counts then.
OLDEST = timedelta(days=30)


def take_in(office: Office, letter: Letter) -> Mail | None:
    """Keep a letter as it came; the same one again is only remembered under its new place on the server."""
    parsed = parse(letter.content)
    try:
        with transaction.atomic():
            return _kept(office, letter, parsed)
    except IntegrityError:
        Mail.objects.filter(office=office, message_id=parsed.key).update(server_key=letter.key)
        return None


def read_letter(mail: Mail) -> Mail:
    """Read a letter and record what it brings, or set it aside; a letter that was read before is left alone."""
    if mail.state != MailState.ARRIVED:
        return mail
    parts = parts_of(parse(content_of(mail.raw))) if mail.whole else []
    with transaction.atomic():
        fresh = locked(mail)
        if fresh.state != MailState.ARRIVED:
            return fresh
        fresh.parts = [_said(part, _file_of(part)) for part in parts]
        fresh.save(update_fields=["parts"])
        fresh.files.set(File.objects.filter(uid__in=[part["file"] for part in fresh.parts if part["file"]]))
        return _filed(fresh)


@transaction.atomic
def assign(mail: Mail, unit: Office, *, by: Seat, remember_address: bool) -> Mail:
    """Record a letter of the tray for the unit that the editor picked; the address may be remembered for the next."""
    fresh = move(mail, ASSIGN, by=by, unit=unit.short_name)
    if not _recorded(fresh, unit, by):
        raise Unreadable(_("这封信没有读出文字。请打开原信，用“补录”录入，再把这封信丢弃并写明。"))
    if remember_address and fresh.sender:
        remember(fresh.sender, unit, by=by)
    return fresh


@transaction.atomic
def discard(mail: Mail, *, by: Seat, reason: str) -> Mail:
    """Put a letter out of the tray with a reason; it stays kept."""
    words = reason.strip()[:200]
    if not words:
        raise Unreadable(_("请写明丢弃的理由，如“广告”“已补录”。"))
    return move(mail, DISCARD_MAIL, by=by, text=words, also={"reason": words})


@transaction.atomic
def remember(address: str, unit: Office, *, by: Seat) -> MailAddress:
    """Note from which address a unit writes; an address belongs to one unit, the last word counts."""
    if not may_keep_mail(by):
        raise NotAllowed(_("登记发件地址"))
    words = address.strip().lower()
    if "@" not in words or len(words) > 254:
        raise Unreadable(_("发件地址请写完整，如 xinxi@example.gov.cn。"))
    row, _new = MailAddress.objects.update_or_create(office=by.office, address=words, defaults={"unit": unit})
    record("mail.remember", row, by=by, address=words, unit=unit.short_name)
    return row


@transaction.atomic
def forget(row: MailAddress, *, by: Seat) -> None:
    """Take an address out of the table."""
    if not (may_keep_mail(by) and by.at(row.office_id)):
        raise NotAllowed(_("删去发件地址"))
    record("mail.forget", row, by=by, address=row.address, unit=row.unit.short_name)
    row.delete()


def _kept(office: Office, letter: Letter, parsed: Parsed) -> Mail:
    raw = keep_raw(letter.content, f"{parsed.subject or _('来信')}.eml", by=SYSTEM)
    mail = Mail.objects.create(
        office=office,
        message_id=parsed.key,
        server_key=letter.key,
        sender=parsed.sender,
        sender_name=parsed.sender_name,
        subject=parsed.subject,
        sent_at=parsed.sent_at,
        arrived_at=clock.now(),
        whole=letter.whole,
        raw=raw,
    )
    record("mail.arrive", mail, by=SYSTEM)
    return mail


def _filed(mail: Mail) -> Mail:
    known = MailAddress.objects.filter(office=mail.office, address=mail.sender).select_related("unit").first()
    has_text = any(part["body"] for part in mail.parts)
    if known and has_text and mail.whole and _recorded(mail, known.unit, SYSTEM):
        return move(mail, FILE_MAIL, by=SYSTEM, unit=known.unit.short_name)
    trouble = Trouble.STRANGER if has_text and known is None else Trouble.NO_TEXT
    trouble = trouble if mail.whole else Trouble.TOO_LARGE
    return move(mail, ASIDE, by=SYSTEM, also={"trouble": trouble}, trouble=trouble.value)


def _recorded(mail: Mail, unit: Office, by: Actor) -> list[Submission]:
    """Record each text of the letter; what is no item after all says so beside its name."""
    made: list[Submission] = []
    files = {str(file.uid): file for file in mail.files.all()}
    others = [files[part["file"]] for part in mail.parts if not part["body"] and part["file"] in files]
    for part in mail.parts:
        if not part["body"]:
            continue
        own = [files[part["file"]]] if part["file"] in files else []
        try:
            made.append(_record(mail, part, unit, by, own if made else [*own, *others]))
        except DomainError as refusal:
            part["outcome"] = refusal.text
    mail.save(update_fields=["parts"])
    mail.submissions.set(made)
    return made


def _record(mail: Mail, part: dict[str, Any], unit: Office, by: Actor, attached: Sequence[File]) -> Submission:
    known = person_called(mail.sender_name, unit)
    given = Received(
        title=part["title"] or (PurePosixPath(part["name"]).stem if part["file"] else mail.subject),
        body=part["body"],
        channel=Channel.MAIL,
        received_at=_received_at(mail),
        drafter_name=known.name if known else "",
    )
    return record_for(unit, given, to=mail.office, by=by, attached=attached)


def _received_at(mail: Mail) -> datetime:
    sent = mail.sent_at
    plausible = sent is not None and mail.arrived_at - OLDEST <= sent <= mail.arrived_at
    return sent if sent is not None and plausible else mail.arrived_at


def _file_of(part: Part) -> tuple[str, str]:
    """Keep an attachment if it may be kept; else the letter itself has it."""
    if not part.content or part.name.startswith(_("信件正文")):
        return "", part.outcome
    try:
        return str(keep(part.content, part.name, allowed=ATTACHMENTS, by=SYSTEM).uid), part.outcome
    except DomainError as refusal:
        return "", part.outcome or refusal.text


def _said(part: Part, kept: tuple[str, str]) -> dict[str, str]:
    file, outcome = kept
    return {"name": part.name[:200], "title": part.title, "body": part.body, "file": file, "outcome": outcome}
