"""Presenting (呈送): one paper, and the leaders to whom it goes in order. Nobody notes whether a leader opened it."""

from functools import cached_property

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from qianliyan.accounts.models import Person
from qianliyan.bulletins.layouts import as_printed
from qianliyan.bulletins.models import Entry
from qianliyan.core import clock
from qianliyan.core.uids import new_uid
from qianliyan.files.models import File
from qianliyan.instructions.permissions import STAFF
from qianliyan.instructions.states import ReaderState
from qianliyan.items.models import Submission
from qianliyan.offices.audiences import Path, audience
from qianliyan.offices.models import Office, Seat
from qianliyan.offices.powers import Power


@audience(Path(_("呈送单位的批办人员"), office="office", powers=STAFF))
class Presentation(models.Model):
    """One printed entry, or one submission before print, that is laid before leaders."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    note = models.CharField(_("呈送说明"), max_length=200, blank=True)
    created_at = models.DateTimeField(default=clock.now)
    created_by = models.CharField(max_length=200)

    class Meta:
        indexes = [models.Index(fields=["office", "-created_at"], name="presentation_register")]
        constraints = [
            models.UniqueConstraint(fields=["office", "entry"], name="presentation_entry_once"),
            models.UniqueConstraint(fields=["office", "submission"], name="presentation_submission_once"),
            models.CheckConstraint(
                condition=Q(entry__isnull=False, submission__isnull=True)
                | Q(entry__isnull=True, submission__isnull=False),
                name="presentation_one_paper",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """The title of the paper."""
        return self._words[0]

    @property
    def body(self) -> str:
        """The text of the paper."""
        return self._words[1]

    @cached_property
    def _words(self) -> tuple[str, str]:
        if self.entry is not None:
            return as_printed(self.entry)
        return (self.submission.title, self.submission.body) if self.submission else ("", "")


class Medium(models.TextChoices):
    """How a paper reaches a leader."""

    SCREEN = "screen", _("在线")
    PAPER = "paper", _("纸质")


@audience(
    Path(_("呈送单位的批办人员"), office="office", powers=STAFF),
    Path(
        _("已呈送到的领导本人"),
        office="office",
        person="seat__person",
        powers=(Power.READ,),
        where=Q(state__in=[ReaderState.PRESENTED, ReaderState.BACK]),
    ),
)
class Reader(models.Model):
    """One leader in the range of a presentation: to present, presented (已呈), back (退件)."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    presentation = models.ForeignKey(Presentation, on_delete=models.PROTECT, related_name="readers")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=60)
    post = models.CharField(max_length=60)
    order = models.PositiveSmallIntegerField(default=1)
    medium = models.CharField(max_length=10, choices=Medium, default=Medium.SCREEN)
    state = models.CharField(max_length=12, choices=ReaderState, default=ReaderState.TO_PRESENT)
    presented_at = models.DateTimeField(null=True, blank=True)
    back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["presentation", "order", "pk"]
        indexes = [
            models.Index(fields=["seat", "state", "-presented_at"], name="reader_lying"),
            models.Index(fields=["office", "state", "-presented_at"], name="reader_register"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["presentation", "seat"], name="reader_once"),
            models.CheckConstraint(condition=Q(state__in=ReaderState.values), name="reader_state"),
            models.CheckConstraint(condition=Q(medium__in=Medium.values), name="reader_medium"),
            models.CheckConstraint(
                condition=Q(state__in=["to_present", "skipped"]) | Q(presented_at__isnull=False),
                name="reader_presented_at",
            ),
            models.CheckConstraint(condition=~Q(state="back") | Q(back_at__isnull=False), name="reader_back_at"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.get_state_display()}"


@audience(
    Path(_("呈送单位的批办人员"), office="reader__office", powers=STAFF),
    Path(_("圈阅的领导本人"), person="reader__seat__person", powers=(Power.READ,)),
)
class Circle(models.Model):
    """A leader's circle (圈阅): he has taken note. It is no instruction and no fact of assessment."""

    reader = models.OneToOneField(Reader, on_delete=models.PROTECT, related_name="circle")
    on = models.DateField()
    recorded_by = models.CharField(max_length=200, blank=True)
    scan = models.ForeignKey(File, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    def __str__(self) -> str:
        return f"{self.reader.name} {self.on}"


@audience(Path(_("领导本人"), person="person"))
class Phrases(models.Model):
    """A leader's own phrases; without them the office's phrases are offered."""

    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="+")
    lines = models.JSONField(default=list)

    def __str__(self) -> str:
        return str(self.person)
