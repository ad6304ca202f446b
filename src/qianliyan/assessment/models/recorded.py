"""What happened outside the installation, entered with the paper it rests on."""

from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from qianliyan.accounts.models import Person
from qianliyan.assessment.permissions import READERS
from qianliyan.bulletins.models import Entry
from qianliyan.core import clock
from qianliyan.core.uids import new_uid
from qianliyan.files.models import File
from qianliyan.items.models import Submission
from qianliyan.items.models.item import UNIT
from qianliyan.offices.audiences import Path, audience
from qianliyan.offices.models import Office, Seat


class FactName(models.TextChoices):
    """What an editor or assessor may enter; docs/algorithms/facts.md defines each."""

    ADOPTED = "adopted", _("上级采用")
    INSTRUCTED = "instructed", _("领导批示")
    EFFECT = "effect", _("基层运用反映")
    COMMENDED = "commended", _("通报表扬")
    MEDIA = "media", _("图片、音像")
    ACTIVITY = "activity", _("调研、交流、培训等活动")
    CHECKED = "checked", _("现场检查")
    DEDUCTED_ABOVE = "deducted_above", _("上级扣分")
    BONUS = "bonus", _("酌情加分")
    SUBSCRIBED = "subscribed", _("报刊征订")
    RECORDED = "recorded", _("别处算出的数")
    OPENING = "opening", _("期初得分")


@audience(
    Path(_("登记单位的信息工作人员和考核人员"), office="office", powers=READERS),
    Path(_("有份的单位"), office="shares__unit", powers=UNIT),
)
class RecordedFact(models.Model):
    """One result that the office above, or a lower one, brought about and nobody can read from our own tables."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    fact = models.CharField(_("结果"), max_length=20, choices=FactName)
    on = models.DateField(_("日期"))
    title = models.CharField(_("题目"), max_length=1000)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    item_key = models.TextField(blank=True)
    attributes = models.JSONField(default=dict)
    value = models.DecimalField(_("数值"), max_digits=10, decimal_places=4, null=True, blank=True)
    evidence = models.CharField(_("依据"), max_length=300)
    file = models.ForeignKey(File, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    recorded_by = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=clock.now)

    class Meta:
        indexes = [models.Index(fields=["office", "on"], name="recorded_fact_office_on")]
        constraints = [
            models.CheckConstraint(condition=Q(fact__in=FactName.values), name="recorded_fact_name"),
            models.CheckConstraint(condition=~Q(evidence=""), name="recorded_fact_evidence"),
        ]

    def __str__(self) -> str:
        return f"{self.get_fact_display()} {self.title}"

    @property
    def level(self) -> str:
        """Whose bulletin or leader it was."""
        return str(self.attributes.get("level", ""))

    @property
    def further(self) -> dict[str, Any]:
        """Return the attributes and the value as a fact bears them."""
        given: dict[str, Any] = dict(self.attributes)
        if self.value is not None:
            given["value"] = Decimal(f"{self.value.normalize():f}")
        return given


class RecordedShare(models.Model):
    """Which unit has which part in it; fixed when it is entered."""

    recorded = models.ForeignKey(RecordedFact, on_delete=models.PROTECT, related_name="shares")
    unit = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    author = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    weight = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["recorded", "unit", "author"], name="recorded_share_once"),
            models.CheckConstraint(condition=Q(weight__gt=0), name="recorded_share_weight"),
        ]

    def __str__(self) -> str:
        return f"{self.unit_id} ×{self.weight}"


class Revocation(models.Model):
    """That an entry was wrong: it stays readable and no longer counts."""

    recorded = models.OneToOneField(RecordedFact, on_delete=models.PROTECT, related_name="revocation")
    reason = models.CharField(_("理由"), max_length=500)
    by = models.CharField(max_length=200)
    at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return self.reason
