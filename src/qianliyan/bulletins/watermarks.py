"""The reader's name across the pages, for whoever reads an issue outside the office that made it."""

from collections.abc import Mapping
from typing import Any

from qianliyan.bulletins.layouts import written
from qianliyan.bulletins.models import Issue
from qianliyan.bulletins.settings import WATERMARK
from qianliyan.configuration.values import value
from qianliyan.core import clock
from qianliyan.offices.models import Seat


def is_marked(issue: Issue, seat: Seat) -> bool:
    """Tell whether this reader's pages bear his name."""
    return not seat.at(issue.office_id) and value(WATERMARK, issue.office)


def for_reader(layout: Mapping[str, Any], issue: Issue, seat: Seat) -> dict[str, Any]:
    """Return the layout as this reader may see it."""
    if not is_marked(issue, seat):
        return dict(layout)
    return {**layout, "watermark": f"{seat.office.short_name}　{seat.person.name}　{written(clock.today())}"}
