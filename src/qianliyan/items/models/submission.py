"""A signed version sent to one receiving office: its content is frozen, its state moves."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from qianliyan.accounts.models import Person
from qianliyan.core import clock
from qianliyan.core.uids import new_uid
from qianliyan.items.kinds import PROTECTED, Form, Kind, Urgency
from qianliyan.items.models.item import UNIT, Item
from qianliyan.items.models.version import Version
from qianliyan.items.states import SubmissionState
from qianliyan.offices.audiences import Path, audience
from qianliyan.offices.models import Office, Seat
from qianliyan.offices.powers import SECTION as SECTION
from qianliyan.offices.powers import Power
from qianliyan.planning.models import Commission, KeyTask


class Channel(models.TextChoices):
    """How a submission came in."""

    SYSTEM = "system", _("系统报送")
    PAPER = "paper", _("书面")
    PHONE = "phone", _("电话")
    CHAT = "chat", _("微信")
    MAIL = "mail", _("邮件")
    FAX = "fax", _("传真")
    OTHER = "other", _("其他网络")


@audience(
    Path(_("报送单位的信息员和审签人员"), office="sender", powers=UNIT),
    Path(_("收稿单位的信息工作人员"), office="receiver", powers=SECTION),
    # Papers go to leaders before print too, and instructions from above are recorded on what was sent up.
    Path(_("收稿单位的呈送人员"), office="receiver", powers=(Power.PRESENT,)),
    Path(_("报送单位的批办人员"), office="sender", powers=(Power.PRESENT, Power.COMPOSE)),
    # What an office above made of it is entered by those who hold the paper, and reconciled by the assessors.
    Path(_("报送单位的编辑和考核人员"), office="sender", powers=(Power.EDIT, Power.ASSESS)),
)
class Submission(models.Model):
    """What arrived at an office, exactly as it was signed."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="submissions")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="submissions")
    round = models.PositiveSmallIntegerField()
    sender = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    sender_name = models.CharField(max_length=80)
    receiver = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=12, choices=SubmissionState, default=SubmissionState.RECEIVED)
    title = models.CharField(max_length=1000)
    body = models.TextField()
    kind = models.CharField(max_length=20, choices=Kind)
    form = models.CharField(max_length=20, choices=Form)
    urgency = models.CharField(max_length=10, choices=Urgency)
    urgent = models.BooleanField(default=False)
    characters = models.PositiveIntegerField()
    drafter_name = models.CharField(max_length=60)
    drafter_phone = models.CharField(max_length=40, blank=True)
    signatory_name = models.CharField(max_length=60, blank=True)
    signed_on_paper = models.BooleanField(default=False)
    channel = models.CharField(max_length=10, choices=Channel, default=Channel.SYSTEM)
    sent_at = models.DateTimeField(default=clock.now)
    handler = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    recorded_by = models.ForeignKey(Seat, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField(null=True, blank=True)
    follows = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="followed_by")
    commission = models.ForeignKey(Commission, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    key_task = models.ForeignKey(KeyTask, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["receiver", "state", "-urgent", "-sent_at"], name="submission_queue"),
            models.Index(fields=["receiver", "-sent_at"], name="submission_arrived"),
            models.Index(fields=["sender", "-sent_at"], name="submission_sent"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=SubmissionState.values), name="submission_state"),
            models.CheckConstraint(condition=Q(channel__in=Channel.values), name="submission_channel"),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="submission_kind"),
            models.CheckConstraint(condition=Q(form__in=Form.values), name="submission_form"),
            models.CheckConstraint(condition=Q(urgency__in=Urgency.values), name="submission_urgency"),
            models.CheckConstraint(
                condition=Q(recorded_at__isnull=True, recorded_by__isnull=True)
                | (Q(recorded_at__isnull=False) & ~Q(channel="system")),
                name="submission_recorded",
            ),
            # What was returned or withdrawn may be sent again without a changed word: a figure was verified, say.
            models.UniqueConstraint(
                fields=["version", "receiver"],
                condition=~Q(state__in=["returned", "withdrawn"]),
                name="submission_once",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def internal(self) -> bool:
        """Tell whether the unit marked it 内部, as the signed version says."""
        return bool(self.version.fields.get("internal"))

    @property
    def readers(self) -> str:
        """Return the 知悉范围 that the unit wrote down."""
        return str(self.version.fields.get("readers") or "")

    @property
    def is_confidential(self) -> bool:
        """Tell whether its text bears each reader's own watermark: internal ones, problems and warnings."""
        return self.internal or self.kind in PROTECTED
