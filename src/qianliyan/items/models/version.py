"""What is kept of an item's text: its versions, the listed corrections of typos, where it was imported from."""

from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from qianliyan.accounts.models import Person
from qianliyan.core import clock
from qianliyan.files.models import File
from qianliyan.items.models.item import Item


class Why(models.TextChoices):
    """Why a version was kept."""

    HANDED_OVER = "handed_over", _("送审")
    KEPT = "kept", _("存为一稿")
    CHANGED_HANDS = "changed_hands", _("换人修改之前")
    OVERRULED = "overruled", _("对照后未用")
    BEFORE_IMPORT = "before_import", _("导入之前")
    CORRECTED = "corrected", _("审签时修改")
    TYPOS = "typos", _("文字订正")
    RECORDED = "recorded", _("代录")


class Version(models.Model):
    """The text as it was when it changed hands; never changed afterwards."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=1000)
    body = models.TextField()
    fields = models.JSONField(default=dict)
    why = models.CharField(max_length=20, choices=Why)
    by = models.CharField(max_length=200)
    at = models.DateTimeField(default=clock.now)
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ["item", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["item", "number"], name="version_number"),
            models.CheckConstraint(condition=Q(why__in=Why.values), name="version_why"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    def content(self) -> dict[str, Any]:
        """Return title, body and fields as one thing, for digests and comparison."""
        return {"title": self.title, "body": self.body, **self.fields}


class Correction(models.Model):
    """One typo of a signed text that was put right (文字订正), with what stood there before."""

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="corrections")
    old = models.CharField(max_length=40)
    new = models.CharField(max_length=40, blank=True)
    by = models.CharField(max_length=200)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.old} → {self.new}"


class Attachment(models.Model):
    """A file that goes with an item."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="attachments")
    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="+")
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.file)


class Import(models.Model):
    """A foreign file or pasted text that became the item's text, and what was left out on the way."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="imports")
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20)
    file = models.ForeignKey(File, on_delete=models.PROTECT, null=True, related_name="+")
    removed = models.JSONField(default=list)
    by = models.CharField(max_length=200)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.name


class Unsaved(models.Model):
    """The text of somebody whose save came too late, kept until he has compared the two."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="unsaved")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    title = models.CharField(max_length=1000, blank=True)
    body = models.TextField(blank=True)
    fields = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "person"], name="unsaved_once")]

    def __str__(self) -> str:
        return self.title

    def given(self) -> dict[str, Any]:
        """Return the other fields as they were given."""
        return {name: Item._meta.get_field(name).to_python(value) for name, value in self.fields.items()}  # type: ignore[union-attr]  # noqa: SLF001
