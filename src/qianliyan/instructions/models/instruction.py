"""Instructions (批示) and what is proposed about them (拟办)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from qianliyan.accounts.models import Person
from qianliyan.bulletins.models import Entry
from qianliyan.core import clock
from qianliyan.core.uids import new_uid
from qianliyan.files.models import File
from qianliyan.instructions.permissions import STAFF
from qianliyan.instructions.states import ForwardingState, InstructionState
from qianliyan.items.models import Submission
from qianliyan.items.models.item import UNIT
from qianliyan.offices.audiences import Path, audience
from qianliyan.offices.models import Office, Seat
from qianliyan.offices.powers import Level, Power


class InstructionForm(models.TextChoices):
    """In what form the instruction was given."""

    TYPED = "typed", _("键入")
    PEN = "pen", _("手写")
    PAPER = "paper", _("纸质件批示")
    NOTICE = "notice", _("上级转来")
    SPOKEN = "spoken", _("口头（记录）")


# What a leader wrote himself on his reading page.
OWN_HAND = (InstructionForm.TYPED, InstructionForm.PEN)


@audience(
    Path(_("登记单位的批办人员"), office="office", powers=STAFF),
    Path(_("登记单位的编辑"), office="office", powers=(Power.EDIT,), where=Q(restricted=False)),
    Path(_("作出批示的领导本人"), person="seat__person", powers=(Power.READ,)),
    Path(_("请其审定的分管领导"), person="decider__person", powers=(Power.READ,)),
    Path(
        _("承办单位的信息员和审签人员"),
        office="forwardings__office",
        powers=UNIT,
        # Said positively: a negation would hide the instruction from all units as soon as one is recalled.
        where=Q(forwardings__state__in=[state for state in ForwardingState if state != ForwardingState.RECALLED]),
    ),
)
class Instruction(models.Model):
    """What one leader instructed about one printed entry, or about a submission (also outside this installation)."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=12, choices=InstructionState, default=InstructionState.GIVEN)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    number = models.PositiveIntegerField(null=True, blank=True)
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    leader_name = models.CharField(_("批示领导"), max_length=60)
    leader_post = models.CharField(_("职务"), max_length=60)
    level = models.CharField(_("层级"), max_length=10, choices=Level)
    principal = models.BooleanField(_("主要领导"), default=False)
    given_on = models.DateField(_("批示日期"))
    form = models.CharField(_("形式"), max_length=10, choices=InstructionForm)
    text = models.TextField(_("批示内容"), blank=True)
    strokes = models.ForeignKey(File, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    scan = models.ForeignKey(File, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    evidence = models.CharField(_("依据（文号）"), max_length=200, blank=True)
    restricted = models.BooleanField(_("限批办人员知悉"), default=False)
    once = models.CharField(max_length=64, blank=True)
    recorded_at = models.DateTimeField(default=clock.now)
    recorded_by = models.CharField(max_length=200)
    checked_by = models.CharField(max_length=200, blank=True)
    proposer = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    decider = models.ForeignKey(Seat, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    supervision_number = models.CharField(_("督查编号"), max_length=60, blank=True)
    supervised_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    outcome = models.TextField(_("办理结果"), blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["office", "-given_on", "-id"], name="instruction_register"),
            models.Index(fields=["office", "state", "-given_on"], name="instruction_by_state"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=InstructionState.values), name="instruction_state"),
            models.CheckConstraint(condition=Q(level__in=Level.values), name="instruction_level"),
            models.CheckConstraint(condition=Q(form__in=InstructionForm.values), name="instruction_form"),
            models.CheckConstraint(
                condition=Q(entry__isnull=False, submission__isnull=True)
                | Q(entry__isnull=True, submission__isnull=False),
                name="instruction_one_paper",
            ),
            models.UniqueConstraint(fields=["office", "year", "number"], name="instruction_number"),
            models.UniqueConstraint(fields=["seat", "once"], condition=~Q(once=""), name="instruction_sent_once"),
            models.CheckConstraint(
                condition=Q(state__in=["given", "void"]) | Q(number__isnull=False, year__isnull=False),
                name="instruction_numbered",
            ),
            models.CheckConstraint(condition=~Q(form="pen") | Q(strokes__isnull=False), name="instruction_pen"),
            models.CheckConstraint(
                condition=~Q(state="supervised") | ~Q(supervision_number=""), name="instruction_supervised"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.leader_post}{self.leader_name} {self.given_on}"

    @property
    def own_hand(self) -> bool:
        """Tell whether the leader wrote it himself on his reading page."""
        return self.form in OWN_HAND

    @property
    def number_text(self) -> str:
        """The number in the register, as it is printed."""
        return f"〔{self.year}〕第{self.number}号" if self.number else ""

    @property
    def title(self) -> str:
        """The title of the paper on which it was given."""
        paper = self.entry or self.submission
        return paper.title if paper else ""


class Register(models.Model):
    """The last number taken in an office's register of instructions in one year."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["office", "year"], name="register_year")]

    def __str__(self) -> str:
        return f"{self.office} {self.year}: {self.last}"


class Verdict(models.TextChoices):
    """What was decided about a proposal."""

    OPEN = "open", _("待审定")
    APPROVED = "approved", _("同意")
    RETURNED = "returned", _("退回重拟")


class Proposal(models.Model):
    """What the section proposes to do (拟办), and what the secretary-general or the leader in charge decided."""

    instruction = models.ForeignKey(Instruction, on_delete=models.PROTECT, related_name="proposals")
    text = models.TextField(_("拟办意见"))
    lead = models.ForeignKey(
        Office, on_delete=models.PROTECT, null=True, blank=True, verbose_name=_("拟定牵头单位"), related_name="+"
    )
    units = models.ManyToManyField(Office, verbose_name=_("拟定配合单位"), blank=True, related_name="+")
    supervise = models.BooleanField(_("拟移交督查"), default=False)
    due_on = models.DateField(_("拟定时限"), null=True, blank=True)
    proposed_by = models.CharField(max_length=200)
    proposed_at = models.DateTimeField(default=clock.now)
    verdict = models.CharField(max_length=10, choices=Verdict, default=Verdict.OPEN)
    decided_by = models.CharField(max_length=200, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    remark = models.TextField(blank=True)
    sheet = models.ForeignKey(File, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["instruction", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(verdict__in=Verdict.values), name="proposal_verdict"),
            models.UniqueConstraint(fields=["instruction"], condition=Q(verdict="open"), name="proposal_one_open"),
        ]

    def __str__(self) -> str:
        return self.text[:40]
