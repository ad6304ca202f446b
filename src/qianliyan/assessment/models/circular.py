"""A circular (采用情况通报) on its way: composed from figures, checked by the units, then printed in an issue."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from qianliyan.assessment.models.calculation import Calculation
from qianliyan.assessment.permissions import READERS
from qianliyan.assessment.states import CircularState, ReviewState
from qianliyan.core import clock
from qianliyan.core.uids import new_uid
from qianliyan.desk.models import Draft
from qianliyan.items.models.item import UNIT
from qianliyan.offices.audiences import Path, audience
from qianliyan.offices.models import Office

OPEN_TO_UNITS = (CircularState.CHECKING, CircularState.SETTLED, CircularState.ISSUED)


@audience(
    Path(_("编写单位的信息工作人员和考核人员"), office="office", powers=READERS),
    Path(_("被考核单位，送核分之后"), office="office__children", powers=UNIT, where=Q(state__in=OPEN_TO_UNITS)),
)
class Circular(models.Model):
    """The text with the calculation that its figures come from."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    label = models.CharField(max_length=20)
    calculation = models.ForeignKey(Calculation, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=CircularState, default=CircularState.COMPOSING)
    title = models.CharField(_("题目"), max_length=100)
    body = models.TextField(_("正文"))
    check_until = models.DateField(null=True, blank=True)
    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    revision = models.PositiveIntegerField(default=0)
    written_by = models.CharField(max_length=200)
    saved_at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["office", "-id"], name="circular_office_list")]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=CircularState.values), name="circular_state"),
            models.CheckConstraint(
                condition=~Q(state="checking") | Q(check_until__isnull=False), name="circular_check_until"
            ),
            models.CheckConstraint(condition=~Q(state="issued") | Q(draft__isnull=False), name="circular_draft"),
        ]

    def __str__(self) -> str:
        return self.title


@audience(
    Path(_("编写单位的信息工作人员和考核人员"), office="circular__office", powers=READERS),
    Path(_("申请单位"), office="unit", powers=UNIT),
)
class ReviewRequest(models.Model):
    """A unit does not agree with a line of a circular (申请复核), and what was decided."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    circular = models.ForeignKey(Circular, on_delete=models.PROTECT, related_name="reviews")
    unit = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=ReviewState, default=ReviewState.OPEN)
    line = models.CharField(_("哪一处"), max_length=300)
    reason = models.CharField(_("理由"), max_length=1000)
    asked_by = models.CharField(max_length=200)
    asked_at = models.DateTimeField(default=clock.now)
    answer = models.CharField(_("答复"), max_length=1000, blank=True)
    answered_by = models.CharField(max_length=200, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=ReviewState.values), name="review_state"),
            models.CheckConstraint(condition=Q(state="open") | ~Q(answer=""), name="review_answered"),
        ]

    def __str__(self) -> str:
        return self.line
