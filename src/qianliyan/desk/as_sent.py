"""A submission as it was sent: fields, attachments and the sign-off record, whatever its unit did afterwards."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _

from qianliyan.core import clock
from qianliyan.core.templatetags.qianliyan import full_day
from qianliyan.files.models import File
from qianliyan.items.models import Item, SignOff, Submission
from qianliyan.items.models.sign_off import Decision

FIELDS = (
    "occurred_at",
    "supplier",
    "internal",
    "readers",
    "units_concerned",
    "basis",
    "as_of",
    "published_elsewhere",
    "also_sent",
)


@dataclass(frozen=True)
class Line:
    """One field with its label."""

    label: str
    text: str


def fields_of(submission: Submission) -> list[Line]:
    """Return the fields that the unit filled in, from the signed version."""
    given = submission.version.fields
    drafter = (_("拟稿人"), f"{submission.drafter_name} {submission.drafter_phone}".strip())
    written = ((_label(name), _written(given.get(name))) for name in FIELDS)
    return [Line(label, text) for label, text in (drafter, *written) if text]


def sign_offs_of(submission: Submission) -> QuerySet[SignOff]:
    """Return who approved what was sent; inner refusals and earlier rounds stay with the unit."""
    standing = Q(voided_at=None) | Q(voided_at__gt=submission.sent_at)
    approved = SignOff.objects.filter(
        standing, item=submission.item_id, round=submission.round, decision=Decision.APPROVED
    )
    return approved.select_related("sheet").order_by("pk")


def attachments_of(submission: Submission) -> list[dict[str, str]]:
    """Return the files that went along, as the signed version names them: uid and name, no query."""
    named: list[dict[str, str]] = submission.version.fields.get("attachments", [])
    return named


def files_of(submission: Submission) -> QuerySet[File]:
    """Return every file that whoever reads the submission may open: attachments and the signed sheet."""
    sheets = sign_offs_of(submission).order_by().values("sheet")
    attached = [one["uid"] for one in attachments_of(submission)]
    return File.objects.filter(Q(uid__in=attached) | Q(pk__in=sheets))


def _label(name: str) -> str:
    field: Any = Item._meta.get_field(name)  # noqa: SLF001
    return str(field.verbose_name)


def _written(value: Any) -> str:
    if value is True:
        return _("是")
    if not value:
        return ""
    if not isinstance(value, str):
        return str(value)
    if moment := _moment(value):
        return moment
    return value


def _moment(text: str) -> str:
    """Write a stored day or moment as the office does; anything else is not one."""
    try:
        if "T" in text and (moment := parse_datetime(text)):
            return f"{full_day(moment)} {clock.local(moment):%H:%M}"
        return full_day(parse_date(text))
    except ValueError:
        return ""
