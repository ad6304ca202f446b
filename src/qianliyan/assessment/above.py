"""How the office above sees this one: its names, its pieces, what the own ledger says was adopted up there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import BigIntegerField, Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import TruncDate

from qianliyan.assessment.models import RecordedFact
from qianliyan.assessment.models.recorded import FactName
from qianliyan.assessment.pasted.matching import Candidate
from qianliyan.bulletins.models import Credit, Entry
from qianliyan.bulletins.states import ONCE_PRINTED
from qianliyan.desk.models import Upward
from qianliyan.items.models import Submission
from qianliyan.items.states import SubmissionState
from qianliyan.offices.models import Office

# What may follow the place where the government is meant, not one of its departments.
GOVERNMENT = re.compile(r"(?:(?:人民)?政府(?:办公[室厅]|办)?)?")
PLACE = re.compile(r"^(.{2,20}?(?:自治区|省|自治州|州|地区|盟|市|县|自治县|区|旗))(?:人民)?政府")
# A circular about a month may list what was sent up long before.
REACH = timedelta(days=550)
Key = tuple[str, int]
COLUMNS = ("what", "pk", "uid", "title", "on", "raised", "sent")


@dataclass(frozen=True)
class Known:
    """One adoption above that the own ledger knows."""

    key: Key
    title: str
    on: date
    publication: str
    printed: bool = False

    def is_what(self, publication: str) -> bool:
        """Tell whether a circular that names this bulletin means this adoption; whoever names none means any."""
        return self.printed or not self.publication or not publication or self.publication == publication


def is_ours(unit: str, office: Office) -> bool:
    """Tell whether a circular means this office: by name, short name, or the place that it governs."""
    words = "".join(unit.split())
    place = place_of(office)
    if words in (office.name, office.short_name):
        return True
    if not place or len(words) < 2:
        return False
    return place.startswith(words) or (
        words.startswith(place) and GOVERNMENT.fullmatch(words[len(place) :]) is not None
    )


def place_of(office: Office) -> str:
    """Return the place that the office governs, such as 云川市; nothing for a department."""
    found = PLACE.match(office.name)
    return found[1] if found else ""


@dataclass(frozen=True)
class Pieces:
    """What a circular may mean, and for each printed entry that was sent up the submission by which it last was."""

    candidates: tuple[Candidate, ...]
    same: dict[Key, Key]


def pieces(office: Office, until: date) -> Pieces:
    """Return what was sent up, and what was printed without being sent up here (one query)."""
    since = until - REACH
    rows = list(_sent_up(office, since).union(_printed_here(office, since), all=True))
    rows.sort(key=lambda row: (row[0] == "submission", row[4], row[1]), reverse=True)
    found = (Candidate(kind, pk, str(uid), title, on) for kind, pk, uid, title, on, raised, _sent in rows if not raised)
    same = {(kind, pk): ("submission", sent) for kind, pk, _uid, _title, _on, _raised, sent in rows if sent}
    return Pieces(tuple(found), same)


def candidates(office: Office, until: date) -> tuple[Candidate, ...]:
    """Return what a circular may mean."""
    return pieces(office, until).candidates


def _sent_up(office: Office, since: date) -> QuerySet[Submission, Any]:
    sent = Submission.objects.filter(sender=office, receiver__in=office.lineage[1:], sent_at__date__gte=since)
    named = {"what": Value("submission"), "on": TruncDate("sent_at"), "raised": Value(value=False)}
    nothing = Value(None, output_field=BigIntegerField())
    lasting = sent.exclude(state=SubmissionState.WITHDRAWN).order_by()
    return lasting.annotate(**named, sent=nothing).values_list(*COLUMNS)


def _printed_here(office: Office, since: date) -> QuerySet[Entry, Any]:
    printed = {"issue__office": office, "issue__state__in": ONCE_PRINTED, "removed_at": None}
    upward = Upward.objects.filter(draft=OuterRef("draft"), draft__office=office)
    sent = upward.filter(item__submissions__sender=office).order_by("-item__submissions").values("item__submissions")
    named = {"what": Value("entry"), "on": F("issue__signed_on"), "raised": Exists(upward)}
    rows = Entry.objects.filter(**printed, issue__signed_on__gte=since).order_by()
    return rows.annotate(**named, sent=Subquery(sent[:1])).values_list(*COLUMNS)


def adopted_above(office: Office, level: str, first: date, last: date) -> list[Known]:
    """Return what the ledger says was adopted at a level in these days, the earliest first."""
    found = [*_recorded(office, level, first, last), *_printed(office, level, first, last)]
    return sorted(found, key=lambda one: (one.on, one.key))


def _recorded(office: Office, level: str, first: date, last: date) -> Iterator[Known]:
    days = Q(on__gte=first, on__lte=last)
    rows = RecordedFact.objects.filter(days, office=office, fact=FactName.ADOPTED, revocation__isnull=True)
    for row in rows.order_by("pk"):
        if row.level == level:
            yield Known(_piece(row), row.title, row.on, str(row.attributes.get("publication", "")))


def _piece(row: RecordedFact) -> Key:
    if row.submission_id:
        return ("submission", row.submission_id)
    return ("entry", row.entry_id) if row.entry_id else ("recordedfact", row.pk)


def _printed(office: Office, level: str, first: date, last: date) -> Iterator[Known]:
    printed = {"entry__issue__state__in": ONCE_PRINTED, "entry__removed_at": None, "submission__sender": office}
    days = {"entry__issue__signed_on__gte": first, "entry__issue__signed_on__lte": last}
    rows = Credit.objects.filter(**printed, **days, entry__issue__office__level=level).order_by("pk")
    names = ("submission_id", "submission__title", "entry__issue__signed_on", "entry__issue__publication__name")
    for submission, title, on, publication in rows.exclude(entry__issue__office=office).values_list(*names):
        if on is not None:
            yield Known(("submission", submission), title, on, publication, printed=True)
