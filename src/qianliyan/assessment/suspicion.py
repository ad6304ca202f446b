"""One thing that a unit let pass its time: a reason to telephone, never yet a fault."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from qianliyan.assessment.models.hearing import Fault


@dataclass(frozen=True)
class Suspicion:
    """What was let pass, and the page on which an assessor can ask the unit about that."""

    unit: int
    name: str
    what: str
    due: date
    fault: Fault
    known: str = ""

    @property
    def url(self) -> str:
        """Open the matter with what is known filled in."""
        said = {"unit": self.unit, "fault": self.fault.value, "matter": self.what, "happened_on": self.due.isoformat()}
        return f"{reverse('assessment:new_matter')}?{urlencode(said | ({'known': self.known} if self.known else {}))}"
