"""A kept file: its bytes lie under their SHA-256 and are never rewritten."""

from django.db import models

from qianliyan.core import clock
from qianliyan.core.uids import new_uid


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
