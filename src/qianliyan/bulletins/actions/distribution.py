"""Keeping the standing lists of those to whom bulletins go."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from qianliyan.bulletins.models import DistributionList, DistributionPlace
from qianliyan.bulletins.permissions import may_keep_lists
from qianliyan.bulletins.queries.publications import possible_readers
from qianliyan.core.errors import NotAllowed, Unreadable, refuse_stale
from qianliyan.history.trail import record
from qianliyan.history.workflow import locked
from qianliyan.offices.models import Office, Seat


@dataclass(frozen=True)
class Place:
    """One line of a list as it is typed."""

    name: str
    copies: int


@transaction.atomic
def keep_list(
    standing: DistributionList | None, *, by: Seat, name: str, places: Sequence[Place], revision: int | None = None
) -> DistributionList:
    """Begin a list or write it anew; a line whose name is an office of this installation goes to that office.

    `revision` is that from which a form was filled in: a form that is older than the last change is refused.
    """
    if not may_keep_lists(by):
        raise NotAllowed(_("编分送名单"))
    standing = locked(standing) if standing else None
    if standing:
        refuse_stale(standing.revision, revision, reverse("bulletins:list", args=[standing.uid]))
    others = DistributionList.objects.filter(office=by.office, name=name)
    if others.exclude(pk=standing.pk if standing else 0).exists():
        raise Unreadable(_("已有“%(name)s”名单，请换一个名称。") % {"name": name})
    order = DistributionList.objects.filter(office=by.office).count()
    standing = standing or DistributionList(office=by.office, order=order)
    standing.name = name
    standing.revision += 1
    standing.save()
    standing.places.all().delete()
    offices = _offices(by.office)
    DistributionPlace.objects.bulk_create(
        DistributionPlace(list=standing, name=one.name, copies=one.copies, office=offices.get(one.name), order=place)
        for place, one in enumerate(places)
    )
    record("distribution_list.keep", standing, by=by, name=name, places=len(places))
    return standing


def _offices(own: Office) -> dict[str, Office]:
    """Return the offices that can receive, by both of their names."""
    found: dict[str, Office] = {}
    for office in possible_readers(own):
        found[office.short_name] = office
        found[office.name] = office
    return found
