"""Posts and seats: person × office × post, for a time, in his own right or by delegation."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from qianliyan.accounts.models import Person
from qianliyan.core.memory import Rows
from qianliyan.core.uids import new_uid
from qianliyan.history.actors import Actor
from qianliyan.offices.models.office import Office
from qianliyan.offices.powers import Power


class Post(models.Model):
    """A post as an office calls it, with the powers it carries."""

    code = models.SlugField(unique=True)
    name = models.CharField(_("岗位"), max_length=40)
    powers = models.JSONField(_("权限"), default=list)
    order = models.PositiveIntegerField(default=0)

    objects = models.Manager["Post"]()
    known = Rows()

    class Meta:
        base_manager_name = "known"
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.name


class Enrolment(models.Model):
    """That somebody was entered for an office; a post follows when a security administrator gives one."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="enrolments")
    on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "office"], name="enrolment_once")]

    def __str__(self) -> str:
        return f"{self.person} {self.office}"


class SeatKind(models.TextChoices):
    """By what right somebody sits there."""

    OWN = "own", _("任职")
    STAND_IN = "stand_in", _("AB岗")
    DELEGATED = "delegated", _("授权代签")


class Seat(Actor, models.Model):
    """Somebody in a post of an office. It is `by=` everywhere and `request.seat` on every page."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="seats")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="seats")
    kind = models.CharField(max_length=10, choices=SeatKind, default=SeatKind.OWN)
    delegator = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="delegations")
    basis = models.CharField(_("依据"), max_length=200, blank=True)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = models.Manager["Seat"]()
    known = Rows()

    class Meta:
        base_manager_name = "known"
        ordering = ["kind", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "office", "post", "kind"],
                condition=models.Q(valid_to__isnull=True),
                name="seat_one_open",
            ),
            models.CheckConstraint(condition=models.Q(kind__in=SeatKind.values), name="seat_kind"),
            models.CheckConstraint(
                condition=models.Q(kind=SeatKind.OWN) | models.Q(delegator__isnull=False), name="seat_delegator"
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def seat_pk(self) -> int:
        """The seat's number, for the trail."""
        return int(self.pk)

    @property
    def person_pk(self) -> int:
        """The person's number, for the trail."""
        return self.person_id

    @property
    def office_pk(self) -> int:
        """The office's number, for the trail."""
        return self.office_id

    @property
    def label(self) -> str:
        """Office, post and name, as the trail keeps them."""
        kind = "" if self.kind == SeatKind.OWN else f"（{self.get_kind_display()}）"
        return f"{self.office.short_name} {self.post.name} {self.person.name}{kind}"

    def holds_on(self, day: date) -> bool:
        """Tell whether the seat is valid on `day` (the last day included)."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    def may(self, power: Power) -> bool:
        """Tell whether the post carries this power."""
        return power in self.post.powers

    def at(self, office_pk: int | None) -> bool:
        """Tell whether the seat is in this office."""
        return self.office_id == office_pk

    def may_at(self, power: Power, office_pk: int | None) -> bool:
        """Tell whether the post carries this power in this office."""
        return self.at(office_pk) and self.may(power)
