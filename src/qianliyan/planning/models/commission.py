"""A commission, the units it is addressed to, and what was said with each of them about it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from qianliyan.accounts.models import Person
from qianliyan.core import clock
from qianliyan.core.kinds import Form, Kind
from qianliyan.core.uids import new_uid
from qianliyan.offices.audiences import Path, audience
from qianliyan.offices.models import Office, Seat
from qianliyan.offices.powers import SECTION, UNIT
from qianliyan.planning.states import WAITING, AddresseeState, CommissionState


@audience(
    Path(_("约稿单位的信息工作人员"), office="office", powers=SECTION),
    Path(
        _("被约单位的信息员和审签人员"),
        office="addressees__office",
        powers=UNIT,
        where=Q(issued_at__isnull=False),
    ),
)
class Commission(models.Model):
    """What an office wants to hear from certain units by a certain time (约稿)."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(_("题目"), max_length=200)
    content = models.TextField(_("内容"), max_length=4000)
    requirements = models.TextField(_("要求"), max_length=2000, blank=True)
    form = models.CharField(_("体裁"), max_length=20, choices=Form, blank=True)
    kind = models.CharField(_("种类"), max_length=20, choices=Kind, blank=True)
    due_at = models.DateTimeField(_("报送期限"))
    state = models.CharField(max_length=12, choices=CommissionState, default=CommissionState.PREPARING)
    follows = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="followed_by")
    created_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=clock.now)
    issued_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    end_reason = models.CharField(max_length=500, blank=True)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["office", "state", "-due_at"], name="commission_office_list")]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=CommissionState.values), name="commission_state"),
            models.CheckConstraint(condition=Q(form__in=["", *Form.values]), name="commission_form"),
            models.CheckConstraint(condition=Q(kind__in=["", *Kind.values]), name="commission_kind"),
            models.CheckConstraint(
                condition=Q(state__in=["preparing", "cancelled"]) | Q(issued_at__isnull=False),
                name="commission_issued_at",
            ),
        ]

    def __str__(self) -> str:
        return self.title


@audience(
    Path(_("约稿单位的信息工作人员"), office="asking", powers=SECTION),
    Path(_("被约单位的信息员和审签人员"), office="office", powers=UNIT, where=Q(commission__issued_at__isnull=False)),
)
class Addressee(models.Model):
    """One unit a commission is addressed to, with its own deadline and what it has made of it.

    `asking` repeats the commission's office, so that who may do what is decided from this row alone.
    """

    commission = models.ForeignKey(Commission, on_delete=models.PROTECT, related_name="addressees")
    asking = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=12, choices=AddresseeState, default=AddresseeState.PENDING)
    due_at = models.DateTimeField()
    signed_for_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    remark = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["office__order", "office"]
        indexes = [models.Index(fields=["office", "state", "due_at"], name="addressee_open")]
        constraints = [
            models.UniqueConstraint(fields=["commission", "office"], name="addressee_once"),
            models.CheckConstraint(condition=Q(state__in=AddresseeState.values), name="addressee_state"),
            models.CheckConstraint(condition=~Q(office=models.F("asking")), name="addressee_not_itself"),
        ]

    def __str__(self) -> str:
        return f"{self.commission} → {self.office}"

    @property
    def waits(self) -> bool:
        """Tell whether the unit has not answered yet."""
        return self.state in WAITING

    @property
    def suspected_late(self) -> bool:
        """Tell what the clock alone says (疑似迟报): the deadline passed before the answer."""
        return (clock.now() if self.waits else self.answered_at or self.due_at) > self.due_at


class ContactKind(models.TextChoices):
    """What was said with a unit about a commission."""

    REMINDER = "reminder", _("催办")
    CALL = "call", _("电话联系")
    EXTENSION = "extension", _("延期")


class Contact(models.Model):
    """One line of the log with a unit: reminded, telephoned, given more time."""

    addressee = models.ForeignKey(Addressee, on_delete=models.PROTECT, related_name="contacts")
    kind = models.CharField(max_length=12, choices=ContactKind)
    spoken_to = models.CharField(max_length=60, blank=True)
    said = models.CharField(max_length=500, blank=True)
    due_at = models.DateTimeField(null=True, blank=True)
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["addressee", "-at", "-pk"]
        constraints = [models.CheckConstraint(condition=Q(kind__in=ContactKind.values), name="contact_kind")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.said}"
