"""The states of a verification record and the steps between them."""

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from qianliyan.history.workflow import Transition
from qianliyan.proofing import permissions

if TYPE_CHECKING:
    from qianliyan.offices.models import Seat
    from qianliyan.proofing.models import Verification


class VerificationState(models.TextChoices):
    """What is known about a figure."""

    OPEN = "open", _("待答复")
    VERIFIED = "verified", _("已核")
    DOUBTFUL = "doubtful", _("存疑")


S = VerificationState
ANY = (S.OPEN, S.VERIFIED, S.DOUBTFUL)
ASK: "Transition[Verification, Seat]" = Transition("verification.ask", ANY, S.OPEN, permissions.may_verify, _("去核实"))
VERIFY: "Transition[Verification, Seat]" = Transition(
    "verification.verify", ANY, S.VERIFIED, permissions.may_verify, _("已核")
)
DOUBT: "Transition[Verification, Seat]" = Transition(
    "verification.doubt", ANY, S.DOUBTFUL, permissions.may_verify, _("存疑")
)
VERIFICATION_STEPS = (ASK, VERIFY, DOUBT)
