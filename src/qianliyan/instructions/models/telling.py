"""What a source is told of an instruction: decided by a person each time, never withdrawn."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from qianliyan.core import clock
from qianliyan.core.uids import new_uid
from qianliyan.instructions.models.instruction import Instruction
from qianliyan.instructions.permissions import STAFF
from qianliyan.items.models import Submission
from qianliyan.items.models.item import UNIT
from qianliyan.items.models.submission import SECTION
from qianliyan.offices.audiences import Path, audience
from qianliyan.offices.models import Office
from qianliyan.offices.powers import Level


class Depth(models.TextChoices):
    """How much a source is told."""

    NOTHING = "nothing", _("暂不告知")
    ONLY_THAT = "only_that", _("只告知有批示")
    EXCERPT = "excerpt", _("摘要告知")
    FULL = "full", _("全文告知")


# Whose instruction it was, as a source is told: the level and never a name.
LEADERS = {
    Level.UNIT.value: _("单位领导"),
    Level.COUNTY.value: _("县领导"),
    Level.CITY.value: _("市领导"),
    Level.PROVINCE.value: _("省领导"),
    Level.STATE.value: _("国务院领导"),
}
# From nothing to everything: what was told can only be added to.
ORDER = tuple(Depth.values)


@audience(
    Path(_("作出决定的单位的批办人员"), office="instruction__office", powers=STAFF),
    Path(_("来源单位的信息员和信息工作人员"), office="office", powers=(*UNIT, *SECTION), where=~Q(depth=Depth.NOTHING)),
)
class Telling(models.Model):
    """What one source office is told about one instruction, for one of its own submissions; the text as told."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    instruction = models.ForeignKey(Instruction, on_delete=models.PROTECT, related_name="tellings")
    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    depth = models.CharField(max_length=10, choices=Depth)
    level = models.CharField(max_length=10, choices=Level)
    text = models.TextField(blank=True)
    decided_by = models.CharField(max_length=200)
    decided_at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["instruction", "pk"]
        indexes = [models.Index(fields=["office", "-decided_at"], name="telling_office")]
        constraints = [
            models.UniqueConstraint(fields=["instruction", "submission", "office"], name="telling_once"),
            models.CheckConstraint(condition=Q(depth__in=Depth.values), name="telling_depth"),
            models.CheckConstraint(condition=Q(level__in=Level.values), name="telling_level"),
            models.CheckConstraint(
                condition=Q(depth__in=["excerpt", "full"]) | Q(text=""), name="telling_text_only_if_told"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.office} {self.get_depth_display()}"

    @property
    def whose(self) -> str:
        """Whose instruction it was, as the source is told."""
        return str(LEADERS[self.level])
