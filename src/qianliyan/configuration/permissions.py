"""Who may change an office's settings."""

from qianliyan.offices.models import Office, Seat
from qianliyan.offices.powers import Power


def may_configure(seat: Seat, office: Office) -> bool:
    """Those whose post configures rules, for their own office."""
    return seat.may_at(Power.CONFIGURE, office.pk)
