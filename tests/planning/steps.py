"""Commissions in small steps through the real actions."""

from datetime import timedelta

from qianliyan.core import clock
from qianliyan.planning.actions import commissions
from qianliyan.planning.models import Addressee, Commission

TITLE = "请报送农村供水冬季保障情况"
CONTENT = "本单位农村供水管网防冻、应急储备和停水处置情况，截至11月底的数据。"


def prepared(world, **fields) -> Commission:
    """A commission to both counties and the department, not sent out yet."""
    units = fields.pop("units", [world.county, world.neighbour_county, world.department])
    text = {"title": TITLE, "content": CONTENT, "due_at": clock.now() + timedelta(days=3), **fields}
    return commissions.prepare(by=world.seats["editor"], units=units, **text)


def issued(world, **fields) -> Commission:
    """A commission that its units have."""
    return commissions.issue(prepared(world, **fields), by=world.seats["editor"])


def row_of(commission, office) -> Addressee:
    """The row of one unit as it stands now."""
    return Addressee.objects.get(commission=commission, office=office)
