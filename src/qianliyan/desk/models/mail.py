"""Letters that came into the section's mailbox, and which unit writes from which address."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from qianliyan.core import clock
from qianliyan.core.uids import new_uid
from qianliyan.desk.states import MailState
from qianliyan.files.models import File
from qianliyan.items.models import Submission
from qianliyan.items.models.submission import SECTION
from qianliyan.offices.audiences import Path, audience
from qianliyan.offices.models import Office


class Trouble(models.TextChoices):
    """Why a letter waits for an editor instead of being recorded by itself."""

    STRANGER = "stranger", _("发件地址没有登记")
    NO_TEXT = "no_text", _("没有读出文字")
    TOO_LARGE = "too_large", _("邮件太大，只收了信头")


@audience(Path(_("收信单位的信息工作人员"), office="office", powers=SECTION))
class Mail(models.Model):
    """One letter, kept as it came; each is taken in once, whatever the server says (Message-ID)."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=MailState, default=MailState.ARRIVED)
    trouble = models.CharField(max_length=10, choices=Trouble, blank=True)
    message_id = models.CharField(max_length=200)
    server_key = models.CharField(max_length=200)
    sender = models.CharField(max_length=254, blank=True)
    sender_name = models.CharField(max_length=100, blank=True)
    subject = models.CharField(max_length=300, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    arrived_at = models.DateTimeField(default=clock.now)
    whole = models.BooleanField(default=True)
    raw = models.ForeignKey(File, on_delete=models.PROTECT, related_name="+")
    parts = models.JSONField(default=list)
    files = models.ManyToManyField(File, related_name="+", blank=True)
    submissions = models.ManyToManyField(Submission, related_name="+", blank=True)
    reason = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["-arrived_at", "-pk"]
        indexes = [
            models.Index(fields=["office", "state", "-arrived_at"], name="mail_tray"),
            models.Index(fields=["office", "server_key"], name="mail_on_server"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["office", "message_id"], name="mail_once"),
            models.CheckConstraint(condition=Q(state__in=MailState.values), name="mail_state"),
            models.CheckConstraint(condition=Q(trouble__in=["", *Trouble.values]), name="mail_trouble"),
        ]

    def __str__(self) -> str:
        return self.subject or str(_("（无主题）"))


@audience(Path(_("收信单位的信息工作人员"), office="office", powers=SECTION))
class MailAddress(models.Model):
    """From which address which unit writes; an editor keeps the table."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    address = models.CharField(_("发件地址"), max_length=254)
    unit = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["address"]
        constraints = [models.UniqueConstraint(fields=["office", "address"], name="mail_address_once")]

    def __str__(self) -> str:
        return self.address
