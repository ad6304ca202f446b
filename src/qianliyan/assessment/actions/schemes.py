"""Writing, saving, publishing and giving up a version of the rules."""

from datetime import date

from django.db import transaction
from django.db.models import Max
from django.urls import reverse
from django.utils.translation import gettext as _

from qianliyan.assessment.models import Scheme
from qianliyan.assessment.permissions import may_assess
from qianliyan.assessment.requirements import before_publishing
from qianliyan.assessment.states import GIVE_UP, PUBLISH, SchemeState
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, NotReady, Stale, Unreadable, WrongState
from qianliyan.history.trail import record
from qianliyan.history.workflow import locked, move
from qianliyan.offices.models import Office, Seat

LONGEST = 200_000


@transaction.atomic
def begin(title: str, *, source: str, valid_from: date, by: Seat, follows: Scheme | None = None) -> Scheme:
    """Begin a version of the office's rules: from last year's, from the shipped one, or from nothing."""
    Office.objects.select_for_update(of=("self",)).get(pk=by.office_id)
    last = Scheme.objects.filter(office=by.office_id).aggregate(last=Max("number"))["last"] or 0
    scheme = Scheme(
        office=by.office,
        number=last + 1,
        title=title,
        source=_readable(source),
        valid_from=valid_from,
        follows=follows,
        written_by=by.label,
        saved_at=clock.now(),
    )
    if not may_assess(by, scheme):
        raise NotAllowed(_("起草计分办法"))
    scheme.save()
    record("scheme.begin", scheme, by=by, number=scheme.number)
    return scheme


@transaction.atomic
def save(scheme: Scheme, *, revision: int, title: str, source: str, valid_from: date, basis: str, by: Seat) -> Scheme:
    """Save the text, also one that does not work yet; refuse when somebody else saved meanwhile."""
    fresh = _being_written(scheme, revision, by)
    fresh.title, fresh.source, fresh.valid_from, fresh.basis = title, _readable(source), valid_from, basis
    return _saved(fresh, ["title", "source", "valid_from", "basis"], by)


@transaction.atomic
def save_source(scheme: Scheme, *, revision: int, source: str, by: Seat) -> Scheme:
    """Save a text whose numbers were changed in the table."""
    fresh = _being_written(scheme, revision, by)
    fresh.source = _readable(source)
    return _saved(fresh, ["source"], by)


@transaction.atomic
def publish(scheme: Scheme, *, by: Seat) -> Scheme:
    """Publish the version to the units (公布); from then on its text never changes."""
    fresh = locked(scheme)
    if missing := before_publishing(fresh):
        raise NotReady(missing)
    return move(fresh, PUBLISH, by=by, also={"published_at": clock.now()}, number=fresh.number)


def give_up(scheme: Scheme, *, by: Seat) -> Scheme:
    """Give a version up that was never published."""
    return move(scheme, GIVE_UP, by=by)


def _being_written(scheme: Scheme, revision: int, by: Seat) -> Scheme:
    fresh = locked(scheme)
    if fresh.state != SchemeState.WRITING:
        raise WrongState(_("修改办法"), fresh.get_state_display())
    if not may_assess(by, fresh):
        raise NotAllowed(_("修改办法"))
    if fresh.revision != revision:
        raise Stale(reverse("assessment:scheme_text", args=[fresh.uid]))
    return fresh


def _saved(fresh: Scheme, fields: list[str], by: Seat) -> Scheme:
    fresh.revision += 1
    fresh.saved_at, fresh.written_by = clock.now(), by.label
    fresh.save(update_fields=[*fields, "revision", "saved_at", "written_by"])
    record("scheme.save", fresh, by=by, revision=fresh.revision)
    return fresh


def _readable(source: str) -> str:
    text = source.replace("\r\n", "\n")
    if len(text) > LONGEST:
        raise Unreadable(_("办法太长，请不超过%(most)d字。") % {"most": LONGEST})
    return text
