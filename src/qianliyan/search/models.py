"""One row for everything that can be found, the fingerprints of what is compared, and how far a rebuilding has come."""

from django.db import models

from qianliyan.offices.models import Office


class Row(models.Model):
    """A thing that can be found: its words, and marks by which the index narrows a search.

    `place` is the day and the number of the row in one number, so that the index itself keeps the newest first.
    """

    source = models.CharField(max_length=20)
    thing_pk = models.BigIntegerField()
    place = models.BigIntegerField(unique=True, null=True)
    title = models.TextField(blank=True)
    body = models.TextField(blank=True)
    marks = models.TextField(blank=True)
    holder = models.ForeignKey(Office, on_delete=models.PROTECT, null=True, related_name="+")
    compared = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "thing_pk"], name="row_thing")]

    def __str__(self) -> str:
        return f"{self.source}:{self.thing_pk}"


class Fingerprint(models.Model):
    """That a row has a fingerprint. No reference to the row: looking for one would need a second index."""

    pk = models.CompositePrimaryKey("hash", "row_pk")
    hash = models.BigIntegerField()
    row_pk = models.BigIntegerField()

    def __str__(self) -> str:
        return f"{self.hash} {self.row_pk}"


class Likeness(models.Model):
    """That two things of one kind in one office's hands share passages, found when the later one was put."""

    row = models.ForeignKey(Row, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Row, on_delete=models.CASCADE, related_name="+")
    share = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["row", "other"], name="likeness_once")]

    def __str__(self) -> str:
        return f"{self.row} ~ {self.other} {self.share}%"


class Rebuilding(models.Model):
    """How far the rebuilding of the index has come; there is one at most, and none when it is whole."""

    source = models.CharField(max_length=20, blank=True)
    after_pk = models.BigIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.done}/{self.total}"
