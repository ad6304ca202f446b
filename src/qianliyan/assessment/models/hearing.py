"""What is decided after hearing a unit: results it claims (申报加分), and faults it is to answer for (认定)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from qianliyan.assessment.permissions import READERS
from qianliyan.assessment.states import ClaimState, DeterminationState
from qianliyan.core import clock
from qianliyan.core.uids import new_uid
from qianliyan.files.models import File
from qianliyan.items.models.item import UNIT
from qianliyan.offices.audiences import Path, audience
from qianliyan.offices.models import Office


class Fault(models.TextChoices):
    """What can be determined; docs/algorithms/facts.md says what each means."""

    LATE = "late", _("迟报")
    MISSED = "missed", _("漏报")
    CONCEALED = "concealed", _("瞒报")
    FALSE = "false", _("虚报")
    UNDERSTATED = "understated", _("少报")
    ERROR = "error", _("差错（非故意，不扣分）")
    COMMISSION_LATE = "commission_late", _("约稿迟报")
    COMMISSION_MISSED = "commission_missed", _("约稿未报")
    FEEDBACK_LATE = "feedback_late", _("批示反馈迟报")
    PERFUNCTORY = "perfunctory", _("敷衍应付")


@audience(
    Path(_("考核单位的信息工作人员和考核人员"), office="office", powers=READERS),
    Path(_("申报单位"), office="unit", powers=UNIT),
)
class Claim(models.Model):
    """A result elsewhere that a unit claims with its paper, and what was granted."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=ClaimState, default=ClaimState.OPEN)
    title = models.CharField(_("成果"), max_length=300)
    on = models.DateField(_("日期"))
    asked = models.DecimalField(_("申报分值"), max_digits=8, decimal_places=2)
    granted = models.DecimalField(_("核准分值"), max_digits=8, decimal_places=2, null=True, blank=True)
    evidence = models.CharField(_("依据"), max_length=300)
    file = models.ForeignKey(File, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    claimed_by = models.CharField(max_length=200)
    claimed_at = models.DateTimeField(default=clock.now)
    decision = models.CharField(_("审定意见"), max_length=500, blank=True)
    decided_by = models.CharField(max_length=200, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=ClaimState.values), name="claim_state"),
            models.CheckConstraint(condition=~Q(state="accepted") | Q(granted__isnull=False), name="claim_granted"),
        ]

    def __str__(self) -> str:
        return self.title


@audience(
    Path(_("考核单位的信息工作人员和考核人员"), office="office", powers=READERS),
    Path(_("被认定单位"), office="unit", powers=UNIT),
)
class Determination(models.Model):
    """A fault that is looked into: the unit states its side, then it is determined or dropped."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=12, choices=DeterminationState, default=DeterminationState.OPENED)
    fault = models.CharField(_("情形"), max_length=20, choices=Fault)
    matter = models.CharField(_("什么事"), max_length=500)
    happened_on = models.DateField(_("发生日期"))
    known = models.TextField(_("已知情况"), max_length=2000)
    statement_until = models.DateField()
    statement = models.TextField(_("情况说明"), blank=True)
    stated_by = models.CharField(max_length=200, blank=True)
    stated_at = models.DateTimeField(null=True, blank=True)
    opened_by = models.CharField(max_length=200)
    opened_at = models.DateTimeField(default=clock.now)
    basis = models.CharField(_("认定文号"), max_length=100, blank=True)
    decision = models.CharField(_("认定意见"), max_length=1000, blank=True)
    decided_by = models.CharField(max_length=200, blank=True)
    decided_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=DeterminationState.values), name="determination_state"),
            models.CheckConstraint(condition=Q(fault__in=Fault.values), name="determination_fault"),
            models.CheckConstraint(
                condition=Q(state__in=["opened", "stated"]) | Q(decided_on__isnull=False), name="determination_decided"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_fault_display()} {self.matter}"
