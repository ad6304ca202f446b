"""Founding a publication and editing its standing head and tail."""

from collections.abc import Collection, Mapping
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from qianliyan.accounts.models import Person
from qianliyan.bulletins.models import DistributionList, Publication, Series
from qianliyan.bulletins.permissions import may_start
from qianliyan.core.errors import NotAllowed, Unreadable, refuse_stale
from qianliyan.files.actions import keep
from qianliyan.files.content import JPEG, PNG
from qianliyan.history.trail import record
from qianliyan.history.workflow import locked
from qianliyan.offices.models import Office, Seat

STANDING = (
    *("name", "template", "masthead", "design", "caution", "number_format", "total_format", "yearly", "numbered"),
    *("contents", "columns", "kinds", "protected", "attribution", "scope", "proofs"),
    *("frequency", "deadline_day", "deadline_time"),
    *("report_to", "send_to", "distribute_to", "copies", "pages"),
)
Several = Collection[Office] | Collection[DistributionList] | Collection[Person]
SEVERAL = ("readers", "lists", "named", "signatories")


@transaction.atomic
def found(
    *, by: Seat, readers: Collection[Office] = (), many: Mapping[str, Several] | None = None, **fields: Any
) -> Publication:
    """Begin a new publication of the seat's office; `many` holds its lists, named readers, signatories."""
    publication = Publication(office=by.office)
    if not may_start(by, publication):
        raise NotAllowed(_("新设刊物"))
    publication.order = Publication.objects.filter(office=by.office).count()
    _fill(publication, fields)
    publication.save()
    _fill_several(publication, {"readers": readers, **(many or {})})
    record("publication.found", publication, by=by, name=publication.name)
    return publication


@transaction.atomic
def change(
    publication: Publication,
    *,
    by: Seat,
    revision: int | None = None,
    many: Mapping[str, Several] | None = None,
    **fields: Any,
) -> Publication:
    """Edit what holds for every issue; issues that are signed keep what they had.

    `revision` is that from which a form was filled in: a form that is older than the last change is refused.
    """
    publication = locked(publication)
    if not may_start(by, publication):
        raise NotAllowed(_("修改刊物设置"))
    refuse_stale(publication.revision, revision, reverse("bulletins:publication_settings", args=[publication.uid]))
    publication.revision += 1
    changed = _fill(publication, fields)
    publication.save()
    changed += _fill_several(publication, many or {})
    record("publication.change", publication, by=by, fields="、".join(changed))
    return publication


@transaction.atomic
def hang_picture(publication: Publication, *, by: Seat, content: bytes | None) -> Publication:
    """Set a picture in the place of the masthead's name, or take it down."""
    publication = locked(publication)
    if not may_start(by, publication):
        raise NotAllowed(_("修改刊物设置"))
    publication.picture = keep(content, f"{publication.name}.png", allowed=(PNG, JPEG), by=by) if content else None
    publication.save(update_fields=["picture"])
    digest = publication.picture.digest if publication.picture else ""
    record("publication.hang_picture", publication, by=by, digest=digest)
    return publication


@transaction.atomic
def add_series(publication: Publication, *, by: Seat, name: str, number_format: str, yearly: bool = True) -> Series:
    """Give the publication a further series with its own numbers, such as a supplement."""
    if not may_start(by, publication):
        raise NotAllowed(_("修改刊物设置"))
    if publication.series.filter(name=name).exists():
        raise Unreadable(_("本刊已有“%(name)s”，请换一个名称。") % {"name": name})
    order = publication.series.count()
    series = Series.objects.create(
        publication=publication, name=name, number_format=number_format, yearly=yearly, order=order
    )
    record("publication.add_series", publication, by=by, name=name)
    return series


def _fill(publication: Publication, fields: Mapping[str, Any]) -> list[str]:
    """Set what is a standing field and return the names of those that differ."""
    changed = [name for name in STANDING if name in fields and getattr(publication, name) != fields[name]]
    for name in changed:
        setattr(publication, name, fields[name])
    return changed


def _fill_several(publication: Publication, many: Mapping[str, Several]) -> list[str]:
    """Set the lists that are given and return the names of those that differ."""
    changed = []
    for name in SEVERAL:
        if name in many:
            relation = getattr(publication, name)
            before = set(relation.values_list("pk", flat=True))
            relation.set(many[name])
            changed += [name] if before != {one.pk for one in many[name]} else []
    return changed
