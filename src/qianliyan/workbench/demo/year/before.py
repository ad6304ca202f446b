"""What stands before the first day: figures of earlier years, whose line is what, which leader clears what."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from qianliyan.assessment.actions import annual
from qianliyan.configuration.actions import set_value
from qianliyan.core import clock
from qianliyan.desk.actions import lines
from qianliyan.desk.actions.lines import Scope
from qianliyan.items.settings import CLEARANCE
from qianliyan.offices.models import Office, Seat
from qianliyan.workbench.demo.files import read


@cache
def told() -> Any:
    """Return what before.yaml says."""
    return read("before.yaml")


def enter_before(seats: Mapping[str, Seat], offices: Mapping[str, Office]) -> None:
    """Enter all of it as of today, the first day."""
    _enter_past(seats["city-kaohe"])
    chief = seats["city-kezhang"]
    for order, line in enumerate(told()["lines"]):
        scope = Scope(units=[offices[key] for key in line["units"]])
        lines.draw(line["name"], seats[line["editor"]], scope, by=chief, order=order)
    set_value(CLEARANCE, told()["clearance"], office=offices["city"], valid_from=clock.today(), by=chief)


def _enter_past(assessor: Seat) -> None:
    """Enter the figures of the years before as their circulars gave them."""
    first = clock.today().year - told()["years"]
    for figure, values in told()["figures"].items():
        for place, value in enumerate(values):
            year = first + place
            evidence = told()["evidence"].format(year=year)
            annual.enter(figure=figure, year=year, value=Decimal(value), evidence=evidence, by=assessor)
