"""What follows when rules are published: the units are told that there is something to read."""

from django.urls import reverse

from qianliyan.assessment.models import Scheme
from qianliyan.history.actors import Actor
from qianliyan.notices.actions import tell
from qianliyan.notices.models import NoticeKind
from qianliyan.offices.powers import Power
from qianliyan.offices.seats import seats_with


def announce(scheme: Scheme, _by: Actor) -> None:
    """Tell the officers of every unit below that a scheme was published (公布)."""
    units = scheme.office.children.filter(closed_on=None).values_list("pk", flat=True)
    tell(seats_with(Power.DRAFT, list(units)), NoticeKind.NEWS, url=reverse("assessment:scheme", args=[scheme.uid]))


FOLLOWUPS = {"scheme.publish": announce}
