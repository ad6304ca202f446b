"""A circular of the office above, compared with the office's own ledger (采用对账)."""

from decimal import Decimal

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from qianliyan.assessment.models.recorded import RecordedFact
from qianliyan.assessment.permissions import READERS
from qianliyan.bulletins.models import Entry
from qianliyan.core import clock
from qianliyan.core.uids import new_uid
from qianliyan.files.models import File
from qianliyan.items.models import Submission
from qianliyan.offices.audiences import Path, audience
from qianliyan.offices.models import Office
from qianliyan.offices.powers import Level


def plain(value: Decimal | None) -> str:
    """Write a number without needless zeros."""
    return "" if value is None else f"{value.normalize():f}"


@audience(Path(_("对账单位的信息工作人员和考核人员"), office="office", powers=READERS))
class Reconciliation(models.Model):
    """The circular as it came, which days it covers, and where it puts this office."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(_("通报名称"), max_length=200)
    level = models.CharField(_("哪一级的通报"), max_length=10, choices=Level)
    label = models.CharField(_("考核期"), max_length=20)
    first = models.DateField()
    last = models.DateField()
    evidence = models.CharField(_("文号、期号"), max_length=300)
    text = models.TextField(_("通报内容"))
    file = models.ForeignKey(File, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    points = models.DecimalField(_("本单位得分"), max_digits=10, decimal_places=4, null=True, blank=True)
    rank = models.PositiveIntegerField(_("名次"), null=True, blank=True)
    units = models.PositiveIntegerField(_("参加排名的单位数"), null=True, blank=True)
    ahead = models.DecimalField(_("前一名得分"), max_digits=10, decimal_places=4, null=True, blank=True)
    ahead_name = models.CharField(_("前一名"), max_length=100, blank=True)
    entered_by = models.CharField(max_length=200)
    entered_at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["office", "-id"], name="reconciliation_list")]
        constraints = [models.CheckConstraint(condition=Q(level__in=Level.values), name="reconciliation_level")]

    def __str__(self) -> str:
        return self.title

    @property
    def said_points(self) -> str:
        """Our points as one writes them; nothing where the circular has none."""
        return plain(self.points)

    @property
    def gap(self) -> str:
        """How many points the office is behind the one before it; nothing for the first."""
        return "" if self.ahead is None or self.points is None else plain(self.ahead - self.points)


@audience(Path(_("对账单位的信息工作人员和考核人员"), office="reconciliation__office", powers=READERS))
class ReconciledLine(models.Model):
    """One piece that the circular lists as ours, and which of our pieces it is."""

    reconciliation = models.ForeignKey(Reconciliation, on_delete=models.PROTECT, related_name="lines")
    position = models.PositiveIntegerField()
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=1000)
    fact = models.CharField(max_length=20)
    level = models.CharField(max_length=10, choices=Level)
    publication = models.CharField(max_length=100, blank=True)
    on = models.DateField(null=True, blank=True)
    value = models.DecimalField(max_digits=10, decimal_places=4, null=True, blank=True)
    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    dismissed = models.BooleanField(default=False)
    decided_by = models.CharField(max_length=200, blank=True)
    recorded = models.ForeignKey(RecordedFact, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["reconciliation", "position"]
        constraints = [
            models.CheckConstraint(condition=Q(level__in=Level.values), name="reconciled_line_level"),
            models.CheckConstraint(
                condition=Q(submission__isnull=True) | Q(entry__isnull=True), name="reconciled_line_one_piece"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def said_value(self) -> str:
        """The points that the circular gives it, as one writes them."""
        return plain(self.value)

    @property
    def key(self) -> tuple[str, int] | None:
        """Which of our pieces it is, if that is known."""
        if self.submission_id:
            return ("submission", self.submission_id)
        return ("entry", self.entry_id) if self.entry_id else None
