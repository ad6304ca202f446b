"""What is done about an instruction: forwarded to a unit, asked for again, prolonged, reported."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from qianliyan.core import clock
from qianliyan.core.uids import new_uid
from qianliyan.files.models import File
from qianliyan.instructions.models.instruction import Instruction
from qianliyan.instructions.permissions import REPORTING, STAFF
from qianliyan.instructions.states import WITH_UNIT, ForwardingState
from qianliyan.items.models.item import UNIT
from qianliyan.offices.audiences import Path, audience
from qianliyan.offices.models import Office


@audience(
    Path(_("转办单位的批办人员"), office="instruction__office", powers=STAFF),
    Path(
        _("承办单位的信息员和审签人员"),
        office="office",
        powers=(*UNIT, *REPORTING),
        where=~Q(state=ForwardingState.RECALLED),
    ),
)
class Forwarding(models.Model):
    """An instruction on its way to one unit (转办), with the deadline and what is asked."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    instruction = models.ForeignKey(Instruction, on_delete=models.PROTECT, related_name="forwardings")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    office_name = models.CharField(max_length=80)
    lead = models.BooleanField(_("牵头"), default=False)
    request = models.TextField(_("办理要求"), blank=True)
    due_on = models.DateField(_("办结时限"))
    state = models.CharField(max_length=12, choices=ForwardingState, default=ForwardingState.SENT)
    sent_at = models.DateTimeField(default=clock.now)
    signed_for_at = models.DateTimeField(null=True, blank=True)
    reported_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["instruction", "-lead", "pk"]
        indexes = [models.Index(fields=["office", "state", "due_on"], name="forwarding_due")]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=ForwardingState.values), name="forwarding_state"),
            models.UniqueConstraint(
                fields=["instruction", "office"], condition=~Q(state="recalled"), name="forwarding_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.office_name} {self.get_state_display()}"

    def seems_late(self, today: date) -> bool:
        """Tell whether the day has passed without a report: 疑似逾期, which somebody still has to look at."""
        return self.state in WITH_UNIT and self.due_on < today


class HandlingReport(models.Model):
    """What a unit, or the supervision office, reported about the handling (办理情况反馈)."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    instruction = models.ForeignKey(Instruction, on_delete=models.PROTECT, related_name="reports")
    forwarding = models.ForeignKey(Forwarding, on_delete=models.PROTECT, null=True, blank=True, related_name="reports")
    text = models.TextField(_("办理情况"))
    file = models.ForeignKey(File, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    recorded_from = models.CharField(max_length=20, blank=True)
    by = models.CharField(max_length=200)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["instruction", "-pk"]

    def __str__(self) -> str:
        return self.text[:40]


class Answer(models.TextChoices):
    """What was answered to a request for more time."""

    OPEN = "open", _("待答复")
    GRANTED = "granted", _("同意")
    REFUSED = "refused", _("不同意")


class Extension(models.Model):
    """A unit asks for more time (申请延期), and what the section answered."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    forwarding = models.ForeignKey(Forwarding, on_delete=models.PROTECT, related_name="extensions")
    until = models.DateField(_("延至"))
    reason = models.CharField(_("理由"), max_length=500)
    asked_by = models.CharField(max_length=200)
    asked_at = models.DateTimeField(default=clock.now)
    answer = models.CharField(max_length=10, choices=Answer, default=Answer.OPEN)
    answered_by = models.CharField(max_length=200, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    remark = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["forwarding", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(answer__in=Answer.values), name="extension_answer"),
            models.UniqueConstraint(fields=["forwarding"], condition=Q(answer="open"), name="extension_one_open"),
        ]

    def __str__(self) -> str:
        return f"{self.until} {self.get_answer_display()}"


class Reminder(models.Model):
    """The section reminded a unit (催办): in the system, or by telephone with a note."""

    forwarding = models.ForeignKey(Forwarding, on_delete=models.PROTECT, related_name="reminders")
    by_phone = models.BooleanField(default=False)
    note = models.CharField(max_length=300, blank=True)
    by = models.CharField(max_length=200)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["forwarding", "-pk"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.by}"
