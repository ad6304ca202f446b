"""The stages of a unit's review chain (核稿、保密审查、会签、审核、报送把关、签发), each with the power it needs."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from qianliyan.offices.powers import Power


class Stage(models.TextChoices):
    """One stage of the chain, in the only order there is."""

    CHECK = "check", _("核稿")
    SCREEN = "screen", _("保密审查")
    COUNTERSIGN = "countersign", _("会签")
    REVIEW = "review", _("审核")
    CLEAR = "clear", _("报送把关")
    SIGN = "sign", _("签发")


# Clearance is a reviewing leader's work too, but one leader's by name (`Item.clearer`).
POWER = {stage: Power.REVIEW if stage == Stage.CLEAR else Power(stage.value) for stage in Stage}
