"""Events, their free text, the chain of seals, and one-time keys of forms."""

from typing import Any

from django.db import models

from qianliyan.core import clock
from qianliyan.core.uids import new_uid


class Event(models.Model):
    """One thing that happened. Rows are only ever inserted (triggers hold that)."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    verb = models.CharField(max_length=60)
    at = models.DateTimeField(default=clock.now)
    thing_type = models.CharField(max_length=60)
    thing_pk = models.BigIntegerField()
    seat_pk = models.BigIntegerField(null=True)
    person_pk = models.BigIntegerField(null=True)
    office_pk = models.BigIntegerField(null=True)
    actor = models.CharField(max_length=200)
    on_behalf_of = models.CharField(max_length=200, blank=True)
    recorded_from = models.CharField(max_length=60, blank=True)
    origin = models.CharField(max_length=40, blank=True)
    target = models.CharField(max_length=40, blank=True)
    details = models.JSONField(default=dict)
    text_digest = models.CharField(max_length=64, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["thing_type", "thing_pk", "id"], name="event_thing"),
            models.Index(fields=["office_pk", "id"], name="event_office"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.verb} {self.thing_type}:{self.thing_pk}"

    def payload(self) -> dict[str, Any]:
        """Return what the seal covers: everything but the free text, of which only the digest counts."""
        return {
            "uid": str(self.uid),
            "verb": self.verb,
            "at": self.at.isoformat(),
            "thing": f"{self.thing_type}:{self.thing_pk}",
            "seat": self.seat_pk,
            "person": self.person_pk,
            "office": self.office_pk,
            "actor": self.actor,
            "on_behalf_of": self.on_behalf_of,
            "recorded_from": self.recorded_from,
            "origin": self.origin,
            "target": self.target,
            "details": self.details,
            "text": self.text_digest,
        }


class EventText(models.Model):
    """The free text of an event: a reason, a remark. It can be purged without breaking the chain."""

    event = models.OneToOneField(Event, on_delete=models.PROTECT, primary_key=True, related_name="text")
    body = models.TextField()

    def __str__(self) -> str:
        return self.body[:40]


class Unsealed(models.Model):
    """An event that waits for its seal; written with the event, removed with the sealing."""

    event = models.OneToOneField(Event, on_delete=models.PROTECT, primary_key=True)

    def __str__(self) -> str:
        return str(self.pk)


class Seal(models.Model):
    """The place of an event in the chain. Rows are only ever inserted."""

    position = models.BigIntegerField(primary_key=True)
    event = models.OneToOneField(Event, on_delete=models.PROTECT, related_name="seal")
    digest = models.CharField(max_length=64)
    chain = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.position} {self.chain[:12]}"


class FormKey(models.Model):
    """The one-time key of a form that creates something: the same key twice is refused."""

    person_pk = models.BigIntegerField()
    key = models.CharField(max_length=64)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person_pk", "key"], name="form_key_once")]

    def __str__(self) -> str:
        return self.key


class Lease(models.Model):
    """A job that only one process may do at a time (the tick), until it runs out."""

    name = models.CharField(max_length=40, primary_key=True)
    holder = models.CharField(max_length=80)
    until = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name}: {self.holder}"
