"""What people decided about places in a text: verified, set aside, released."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from qianliyan.core import clock
from qianliyan.core.uids import new_uid
from qianliyan.offices.audiences import Path, audience
from qianliyan.offices.models import Office, Seat
from qianliyan.proofing.permissions import WORKERS
from qianliyan.proofing.states import VerificationState

OWN = Path(_("本单位经手稿件的人员"), office="office", powers=WORKERS)


class Part(models.TextChoices):
    """Where in a text a place lies."""

    TITLE = "title", _("题目")
    BODY = "body", _("正文")


@audience(OWN)
class Verification(models.Model):
    """One figure of a text: who was asked, when, what he answered, on which basis and as of which day (核实)."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    subject = models.UUIDField()
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    part = models.CharField(max_length=5, choices=Part, default=Part.BODY)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.CharField(max_length=200)
    about = models.CharField(max_length=60, blank=True)
    asked = models.CharField(_("向谁核实"), max_length=100, blank=True)
    asked_at = models.DateTimeField(_("何时"), null=True, blank=True)
    answered = models.CharField(_("答复"), max_length=500, blank=True)
    basis = models.CharField(_("口径"), max_length=200, blank=True)
    as_of = models.DateField(_("截至时间"), null=True, blank=True)
    state = models.CharField(max_length=10, choices=VerificationState, default=VerificationState.OPEN)
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    carried = models.BooleanField(default=False)
    # It came along with a problem or a warning: who asked and was asked stays with the unit that did.
    shielded = models.BooleanField(default=False)

    class Meta:
        ordering = ["part", "start", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=VerificationState.values), name="verification_state"),
            models.CheckConstraint(condition=Q(part__in=Part.values), name="verification_part"),
            models.CheckConstraint(condition=Q(end__gt=models.F("start")), name="verification_span"),
            models.UniqueConstraint(fields=["subject", "part", "quote", "about"], name="verification_once"),
        ]

    def __str__(self) -> str:
        return f"{self.about}{self.quote} {self.get_state_display()}"


class Decided(models.Model):
    """A finding about which somebody decided; `mark` is its identity: the same words under the same rule."""

    subject = models.UUIDField()
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    rule = models.CharField(max_length=40)
    part = models.CharField(max_length=5, choices=Part, default=Part.BODY)
    quote = models.CharField(max_length=500)
    message = models.CharField(max_length=500)
    mark = models.CharField(max_length=32)
    reason = models.CharField(max_length=500)
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    by = models.CharField(max_length=200)
    at = models.DateTimeField(default=clock.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=Q(part__in=Part.values), name="%(class)s_part"),
            models.UniqueConstraint(
                fields=["subject", "mark"], condition=Q(ended_at__isnull=True), name="%(class)s_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rule} {self.quote}"


@audience(OWN)
class Ignored(Decided):
    """A finding that somebody set aside, with his reason."""


@audience(OWN)
class Release(Decided):
    """A blocking finding that a second person let pass: the secrecy reviewer, or the signatory with his reason."""
