"""A kept file, whose bytes lie under their SHA-256 and are never rewritten; and a file that is being made."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from qianliyan.core import clock
from qianliyan.core.uids import new_uid
from qianliyan.files.states import MakingState
from qianliyan.offices.audiences import Path, audience
from qianliyan.offices.models import Seat


class File(models.Model):
    """One upload or one produced paper."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    digest = models.CharField(max_length=64, db_index=True)
    kept_at = models.DateTimeField(default=clock.now)
    kept_by = models.CharField(max_length=200)

    def __str__(self) -> str:
        return self.name

    @property
    def path(self) -> str:
        """Return where the bytes lie in the storage."""
        return f"{self.digest[:2]}/{self.digest}"


@audience(Path(_("要这份文件的人"), person="seat__person"))
class Making(models.Model):
    """Something ordered that takes longer than a page may: who ordered what, how far it is, and the file."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    maker = models.CharField(max_length=40)
    arguments = models.JSONField(default=dict)
    name = models.CharField(max_length=200)
    back = models.CharField(max_length=300)
    state = models.CharField(max_length=10, choices=MakingState, default=MakingState.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    file = models.ForeignKey(File, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    error = models.TextField(blank=True)
    ordered_at = models.DateTimeField(default=clock.now)
    made_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=MakingState.values), name="making_state"),
            models.CheckConstraint(condition=~Q(state="made") | Q(file__isnull=False), name="making_file"),
        ]

    def __str__(self) -> str:
        return self.name
