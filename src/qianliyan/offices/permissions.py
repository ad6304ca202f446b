"""Who runs the directory: system administrators keep offices and people, security administrators give posts.

The two are separated (GB/T 22239-2019, 8.1.5): nobody may do both, and neither reaches beyond his own office's tree.
"""

from typing import TYPE_CHECKING

from qianliyan.offices.powers import Power

if TYPE_CHECKING:
    from qianliyan.offices.models import Office, Seat

SEPARATED = (Power.RUN, Power.GRANT, Power.AUDIT)


def is_below(seat: "Seat", office: "Office") -> bool:
    """Tell whether the office is the seat's own or stands below it."""
    return office.path.startswith(seat.office.path)


def may_run(seat: "Seat", office: "Office") -> bool:
    """System administrators keep the offices and people below them."""
    return seat.may(Power.RUN) and is_below(seat, office)


def may_grant(seat: "Seat", office: "Office") -> bool:
    """Security administrators give and end posts below them."""
    return seat.may(Power.GRANT) and is_below(seat, office)


def may_open_directory(seat: "Seat") -> bool:
    """Let only administrators into the directory; everybody else has no page of it."""
    return seat.may(Power.RUN) or seat.may(Power.GRANT)
