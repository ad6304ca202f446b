"""Notices and their deliveries."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from qianliyan.accounts.models import Person
from qianliyan.core import clock
from qianliyan.core.uids import new_uid
from qianliyan.offices.audiences import Path, audience


class NoticeKind(models.TextChoices):
    """What a notice says; nothing else is ever said."""

    TO_DO = "to_do", _("您有1件待办")
    DONE = "done", _("您有1件办结")
    NEWS = "news", _("您有1件新进展")


@audience(Path(_("通知的收件人本人"), person="person"))
class Notice(models.Model):
    """One line in somebody's bell."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=NoticeKind)
    url = models.CharField(max_length=300)
    at = models.DateTimeField(default=clock.now)
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["person", "read_at", "-at"], name="notice_bell")]
        constraints = [models.CheckConstraint(condition=Q(kind__in=NoticeKind.values), name="notice_kind")]

    def __str__(self) -> str:
        return self.get_kind_display()


class DeliveryState(models.TextChoices):
    """How far a delivery has come."""

    WAITING = "waiting", _("待发")
    SENT = "sent", _("已发")
    GIVEN_UP = "given_up", _("未能发出")


class Delivery(models.Model):
    """A notice on its way by e-mail; written with the notice, sent by the worker, tried again when it fails."""

    notice = models.ForeignKey(Notice, on_delete=models.CASCADE, related_name="deliveries")
    address = models.EmailField()
    state = models.CharField(max_length=10, choices=DeliveryState, default=DeliveryState.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField(default=clock.now)
    error = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [models.Index(fields=["state", "next_at"], name="delivery_due")]
        constraints = [models.CheckConstraint(condition=Q(state__in=DeliveryState.values), name="delivery_state")]

    def __str__(self) -> str:
        return f"{self.address} {self.state}"
