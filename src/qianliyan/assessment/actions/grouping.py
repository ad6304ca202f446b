"""Putting units into groups for a year."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from qianliyan.assessment.models import Grouping
from qianliyan.assessment.permissions import may_assess
from qianliyan.core.errors import NotAllowed, Unreadable
from qianliyan.history.trail import record
from qianliyan.offices.models import Seat

LONGEST = 40


@transaction.atomic
def group(year: int, names: Mapping[int, str], *, by: Seat) -> list[Grouping]:
    """Let these units belong to these groups in a year; an empty name leaves a unit to the group of its network.

    A closed period keeps its groups, because they stand in its file.
    """
    if not may_assess(by, Grouping(office=by.office)):
        raise NotAllowed(_("考核分组"))
    if any(len(name.strip()) > LONGEST for name in names.values()):
        raise Unreadable(_("组名请不超过%(most)d字。") % {"most": LONGEST})
    Grouping.objects.filter(office=by.office, year=year, unit__in=names).delete()
    chosen = {unit: name.strip() for unit, name in names.items() if name.strip()}
    rows = [Grouping(office=by.office, year=year, unit_id=unit, name=name) for unit, name in chosen.items()]
    made = Grouping.objects.bulk_create(rows)
    record("grouping.set", by.office, by=by, year=year, units=len(made))
    return made
