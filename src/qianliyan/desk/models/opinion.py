"""An opinion on a draft (会签): who was asked by which day, what he was shown, and what he answered or did not."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from qianliyan.accounts.models import Person
from qianliyan.core import clock
from qianliyan.core.uids import new_uid
from qianliyan.desk.models.draft import Draft
from qianliyan.desk.states import OpinionState
from qianliyan.items.models.submission import SECTION, Channel
from qianliyan.offices.audiences import Path, audience
from qianliyan.offices.models import Office, Seat
from qianliyan.offices.powers import UNIT


class Verdict(models.TextChoices):
    """What somebody who was asked says."""

    AGREE = "agree", _("同意")
    REMARKS = "remarks", _("有意见")
    UNCONCERNED = "unconcerned", _("不涉及")


STANDING = ~Q(state=OpinionState.WITHDRAWN)


@audience(
    Path(_("征求意见的单位的信息工作人员"), office="draft__office", powers=SECTION),
    Path(
        _("被征求意见的单位的信息工作人员和审签人员"),
        office="office",
        powers=(*UNIT, *SECTION),
        where=STANDING & Q(person__isnull=True),
    ),
    Path(_("被征求意见的人"), person="person", where=STANDING),
)
class Opinion(models.Model):
    """One unit or person asked about a draft. They see the words that were put before them, never the draft itself."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="opinions")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    who = models.CharField(max_length=120)
    state = models.CharField(max_length=10, choices=OpinionState, default=OpinionState.WAITING)
    question = models.CharField(_("征求什么意见"), max_length=500)
    title = models.CharField(_("题目"), max_length=1000, blank=True)
    body = models.TextField(_("送阅的文字"))
    due_on = models.DateField(_("反馈期限"))
    asked_by = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=clock.now)
    verdict = models.CharField(max_length=12, choices=Verdict, blank=True)
    text = models.TextField(_("意见"), blank=True)
    passage = models.CharField(_("原句"), max_length=1000, blank=True)
    wording = models.CharField(_("建议改为"), max_length=1000, blank=True)
    answered_by = models.CharField(max_length=200, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    channel = models.CharField(max_length=10, choices=Channel, default=Channel.SYSTEM)
    # How silence counts, as the office's rule stood on the day it was noted.
    silence_agrees = models.BooleanField(null=True)
    taken_over_by = models.CharField(max_length=200, blank=True)
    taken_over_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["draft", "pk"]
        indexes = [
            models.Index(fields=["office", "state", "due_on"], name="opinion_asked"),
            models.Index(fields=["state", "due_on"], name="opinion_due"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=OpinionState.values), name="opinion_state"),
            models.CheckConstraint(condition=Q(verdict__in=["", *Verdict.values]), name="opinion_verdict"),
            models.CheckConstraint(condition=Q(channel__in=Channel.values), name="opinion_channel"),
            models.CheckConstraint(
                condition=(Q(state="answered") & ~Q(verdict="") & Q(answered_at__isnull=False))
                | (~Q(state="answered") & Q(verdict="", answered_at__isnull=True)),
                name="opinion_answered",
            ),
            models.CheckConstraint(
                condition=~Q(state="silent") | Q(silence_agrees__isnull=False), name="opinion_silence_counts"
            ),
            models.UniqueConstraint(
                fields=["draft", "office"], condition=Q(state="waiting", person__isnull=True), name="opinion_unit_once"
            ),
            models.UniqueConstraint(
                fields=["draft", "person"], condition=Q(state="waiting"), name="opinion_person_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.who} {self.said}"

    @property
    def whom(self) -> tuple[str, int]:
        """Who is asked: a person, wherever he sits, or an office."""
        return ("person", self.person_id) if self.person_id else ("office", self.office_id)

    @property
    def said(self) -> str:
        """What came of it in words; silence is said with what it counts for."""
        if self.verdict:
            return str(self.get_verdict_display())
        if self.state == OpinionState.SILENT and self.silence_agrees:
            return str(_("逾期未反馈，视为无意见"))
        return str(self.get_state_display())

    @property
    def can_be_taken_over(self) -> bool:
        """Tell whether there is a wording that nobody has taken over yet."""
        return bool(self.wording) and self.taken_over_at is None
