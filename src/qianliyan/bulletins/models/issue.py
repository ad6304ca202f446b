"""An issue and its entries: open while it is composed, frozen when it is signed."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from qianliyan.accounts.models import Person
from qianliyan.bulletins.models.publication import Publication, Series, written_number
from qianliyan.bulletins.states import IssueState
from qianliyan.core import clock
from qianliyan.core.uids import new_uid
from qianliyan.desk.models import Draft
from qianliyan.items.models.sign_off import Decision
from qianliyan.items.models.submission import SECTION
from qianliyan.offices.audiences import Path, audience
from qianliyan.offices.models import Office, Seat
from qianliyan.offices.powers import Power


@audience(
    Path(_("编发单位的信息工作人员"), office="office", powers=(*SECTION, Power.PRESENT)),
    Path(_("本期的分送单位"), office="recipients__office", where=Q(state=IssueState.PRINTED)),
    Path(_("本期的指名阅读人"), person="named_readers__person", where=Q(state=IssueState.PRINTED)),
)
class Issue(models.Model):
    """One issue of a publication. Number, date and the frozen layout come with the signature."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="issues")
    series = models.ForeignKey(Series, on_delete=models.PROTECT, null=True, blank=True, related_name="issues")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=IssueState, default=IssueState.COMPOSING)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    number = models.PositiveIntegerField(null=True, blank=True)
    total = models.PositiveIntegerField(null=True, blank=True)
    signed_on = models.DateField(null=True, blank=True)
    scope = models.CharField(_("知悉范围"), max_length=200, blank=True)
    note = models.TextField(_("编者按"), blank=True)
    report_to = models.CharField(_("报"), max_length=500, blank=True)
    send_to = models.CharField(_("送"), max_length=500, blank=True)
    distribute_to = models.CharField(_("发"), max_length=500, blank=True)
    copies = models.PositiveIntegerField(_("印数"), default=60)
    composer = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    sent_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    signatory_name = models.CharField(max_length=60, blank=True)
    round = models.PositiveSmallIntegerField(default=0)
    revision = models.PositiveIntegerField(default=0)
    # Counts the savings of its entries' subjects, which go on after the print.
    index_revision = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(default=clock.now)
    printed_at = models.DateTimeField(null=True, blank=True)
    layout = models.JSONField(null=True, blank=True)
    void_reason = models.CharField(max_length=500, blank=True)

    class Meta:
        indexes = [models.Index(fields=["publication", "-year", "-number"], name="issue_shelf")]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=IssueState.values), name="issue_state"),
            models.UniqueConstraint(
                fields=["publication", "year", "number"], condition=Q(series__isnull=True), name="issue_number"
            ),
            models.UniqueConstraint(
                fields=["series", "year", "number"], condition=Q(series__isnull=False), name="issue_series_number"
            ),
            models.UniqueConstraint(fields=["publication", "total"], name="issue_total"),
            models.CheckConstraint(
                condition=Q(state__in=["composing", "awaiting", "abandoned"], number__isnull=True)
                | Q(
                    state__in=["signed", "printed", "void", "recalled", "reserved"],
                    number__isnull=False,
                    year__isnull=False,
                ),
                name="issue_numbered_when_signed",
            ),
            models.CheckConstraint(condition=~Q(state="void") | ~Q(void_reason=""), name="issue_void_with_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.publication.name}{self.number_text or _('（未取号）')}"

    @property
    def number_text(self) -> str:
        """Return the number as the publication prints it, or nothing before the signature."""
        if self.number is None:
            return ""
        return written_number((self.series or self.publication).number_format, self.number, self.year)


@audience(
    Path(_("编发单位的信息工作人员"), office="issue__office", powers=(*SECTION, Power.PRESENT)),
    Path(_("来稿单位"), office="credits__office", where=Q(issue__state=IssueState.PRINTED)),
)
class Entry(models.Model):
    """A draft's place in an issue; title, body and units are copied and frozen when the issue is signed."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    issue = models.ForeignKey(Issue, on_delete=models.PROTECT, related_name="entries")
    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveIntegerField()
    column = models.CharField(_("栏目"), max_length=40, blank=True)
    note = models.TextField(_("编者按"), blank=True)
    brief = models.BooleanField(_("排成简讯"), default=False)
    title = models.CharField(max_length=1000, blank=True)
    body = models.TextField(blank=True)
    units = models.TextField(blank=True)
    # Free words under which a year's index leads to the entry; they stand on no issue and may come after its print.
    subjects = models.JSONField(_("主题词"), default=list, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)
    # Counts the mendings of a recalled text; how the entry is printed is counted by itself.
    revision = models.PositiveIntegerField(default=0)
    setting_revision = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["issue", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["draft"], condition=Q(removed_at__isnull=True), name="entry_one_place_per_draft"
            )
        ]

    def __str__(self) -> str:
        return self.title or str(self.draft)


class IssueSignOff(models.Model):
    """What a signatory decided about an issue."""

    issue = models.ForeignKey(Issue, on_delete=models.PROTECT, related_name="sign_offs")
    round = models.PositiveSmallIntegerField()
    decision = models.CharField(max_length=10, choices=Decision)
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    signer = models.CharField(max_length=200)
    at = models.DateTimeField(default=clock.now)
    remark = models.TextField(blank=True)

    class Meta:
        ordering = ["issue", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(decision__in=Decision.values), name="issue_sign_off_decision")
        ]

    def __str__(self) -> str:
        return f"{self.signer} {self.get_decision_display()}"


class Recipient(models.Model):
    """An office to which a printed issue goes; frozen at printing."""

    issue = models.ForeignKey(Issue, on_delete=models.PROTECT, related_name="recipients")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    signed_for_at = models.DateTimeField(null=True, blank=True)
    signed_for_by = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["issue", "office"], name="recipient_once")]

    def __str__(self) -> str:
        return self.name
