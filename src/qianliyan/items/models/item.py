"""An item: the unit's working copy."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from qianliyan.accounts.models import Person
from qianliyan.core import clock
from qianliyan.core.uids import new_uid
from qianliyan.items.kinds import PROTECTED, Form, Kind, Urgency
from qianliyan.items.stages import Stage
from qianliyan.items.states import ItemState
from qianliyan.offices.audiences import Path, audience
from qianliyan.offices.models import Office
from qianliyan.offices.powers import UNIT as UNIT
from qianliyan.planning.models import Commission, KeyTask


@audience(
    Path(_("拟稿人本人"), person="drafter"),
    Path(_("本单位的信息员和审签人员"), office="office", powers=UNIT),
)
class Item(models.Model):
    """What a unit writes. The text columns are the working copy; versions arise when it changes hands."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    drafter = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=12, choices=ItemState, default=ItemState.DRAFTING)
    title = models.CharField(_("题目"), max_length=1000, blank=True)
    body = models.TextField(_("正文"), blank=True)
    kind = models.CharField(_("种类"), max_length=20, choices=Kind, default=Kind.ORDINARY)
    form = models.CharField(_("体裁"), max_length=20, choices=Form, default=Form.SINGLE)
    urgency = models.CharField(_("缓急"), max_length=10, choices=Urgency, default=Urgency.ORDINARY)
    occurred_at = models.DateTimeField(_("发生时间"), null=True, blank=True)
    drafter_phone = models.CharField(_("联系电话"), max_length=40, blank=True)
    supplier = models.CharField(_("供稿人"), max_length=60, blank=True)
    internal = models.BooleanField(_("内部"), default=False)
    readers = models.CharField(_("知悉范围"), max_length=200, blank=True)
    units_concerned = models.CharField(_("被反映单位"), max_length=200, blank=True)
    basis = models.CharField(_("数据口径"), max_length=200, blank=True)
    as_of = models.DateField(_("截至时间"), null=True, blank=True)
    published_elsewhere = models.CharField(_("已在何处公开"), max_length=200, blank=True)
    also_sent = models.CharField(_("一稿多报"), max_length=200, blank=True)
    commission = models.ForeignKey(
        Commission, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("约稿")
    )
    key_task = models.ForeignKey(
        KeyTask, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("重点任务")
    )
    revision = models.PositiveIntegerField(default=0)
    chain = models.JSONField(default=list)
    stage = models.PositiveSmallIntegerField(default=0)
    clearer = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    due = models.CharField(max_length=12, choices=Stage, blank=True)
    round = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField(default=clock.now)
    saved_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    saved_at = models.DateTimeField(default=clock.now)

    class Meta:
        indexes = [
            models.Index(fields=["office", "state", "-saved_at"], name="item_office_list"),
            models.Index(fields=["office", "-saved_at", "-id"], name="item_office_all"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=ItemState.values), name="item_state"),
            models.CheckConstraint(
                condition=Q(state="in_review", due__in=Stage.values) | (~Q(state="in_review") & Q(due="")),
                name="item_due_only_in_review",
            ),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="item_kind"),
            models.CheckConstraint(condition=Q(form__in=Form.values), name="item_form"),
            models.CheckConstraint(condition=Q(urgency__in=Urgency.values), name="item_urgency"),
        ]

    def __str__(self) -> str:
        return self.title or str(_("（未拟题目）"))

    @property
    def is_confidential(self) -> bool:
        """Tell whether its text bears each reader's own watermark: internal ones, problems and warnings."""
        return self.internal or self.kind in PROTECTED

    @property
    def drafter_name(self) -> str:
        """Return who drafted it; of what was recorded on behalf this may be unknown."""
        return self.drafter.name if self.drafter else ""

    @property
    def current_stage(self) -> Stage | None:
        """Return the stage of the chain that is due, while the item is in review."""
        return Stage(self.due) if self.due else None
