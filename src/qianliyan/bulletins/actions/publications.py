"""Founding a publication and editing its standing head and tail."""

from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext as _

from qianliyan.bulletins.models import Publication
from qianliyan.bulletins.permissions import may_start
from qianliyan.core.errors import NotAllowed
from qianliyan.history.trail import record
from qianliyan.history.workflow import locked
from qianliyan.offices.models import Office, Seat

STANDING = (
    "name",
    "template",
    "caution",
    "number_format",
    "contents",
    "protected",
    "report_to",
    "send_to",
    "distribute_to",
    "copies",
    "pages",
)


@transaction.atomic
def found(*, by: Seat, readers: Collection[Office] = (), **fields: str | int | bool) -> Publication:
    """Begin a new publication of the seat's office."""
    publication = Publication(office=by.office)
    if not may_start(by, publication):
        raise NotAllowed(_("新设刊物"))
    publication.order = Publication.objects.filter(office=by.office).count()
    _fill(publication, fields)
    publication.save()
    publication.readers.set(readers)
    record("publication.found", publication, by=by, name=publication.name)
    return publication


@transaction.atomic
def change(
    publication: Publication, *, by: Seat, readers: Collection[Office] | None = None, **fields: str | int | bool
) -> Publication:
    """Edit head, tail, size and readers; issues that are signed keep what they had."""
    publication = locked(publication)
    if not may_start(by, publication):
        raise NotAllowed(_("修改刊物设置"))
    changed = _fill(publication, fields)
    publication.save()
    if readers is not None:
        publication.readers.set(readers)
        changed.append("readers")
    record("publication.change", publication, by=by, fields="、".join(changed))
    return publication


def _fill(publication: Publication, fields: "dict[str, str | int | bool]") -> list[str]:
    """Set what is a standing field and return the names of those that differ."""
    changed = [name for name in STANDING if name in fields and getattr(publication, name) != fields[name]]
    for name in changed:
        setattr(publication, name, fields[name])
    return changed
