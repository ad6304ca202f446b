"""Key tasks of the year and the units that are responsible for them."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from qianliyan.core import clock
from qianliyan.core.uids import new_uid
from qianliyan.offices.audiences import Path, audience
from qianliyan.offices.models import Office
from qianliyan.offices.powers import SECTION, UNIT
from qianliyan.planning.states import KeyTaskState


@audience(
    Path(_("列出任务的单位的信息工作人员"), office="office", powers=SECTION),
    Path(_("下级单位的信息员和审签人员"), office="office__children", powers=UNIT),
    Path(_("牵头、配合单位的信息员和审签人员"), office="units__office", powers=UNIT),
)
class KeyTask(models.Model):
    """One task from the year's task breakdown or the Government Work Report (重点任务)."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(_("任务"), max_length=300)
    heading = models.CharField(_("类别"), max_length=100, blank=True)
    source = models.CharField(_("出处"), max_length=200)
    year = models.PositiveSmallIntegerField(_("年度"))
    due_on = models.DateField(_("完成时限"), null=True, blank=True)
    order = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=10, choices=KeyTaskState, default=KeyTaskState.RUNNING)
    created_at = models.DateTimeField(default=clock.now)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["office", "year", "order", "id"], name="key_task_office_list")]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=KeyTaskState.values), name="key_task_state"),
            models.UniqueConstraint(fields=["office", "year", "title"], name="key_task_once"),
        ]

    def __str__(self) -> str:
        return self.title


class TaskRole(models.TextChoices):
    """What a unit has to do with a task."""

    LEAD = "lead", _("牵头")
    ASSIST = "assist", _("配合")


class KeyTaskUnit(models.Model):
    """A unit that leads a task or assists in it."""

    task = models.ForeignKey(KeyTask, on_delete=models.CASCADE, related_name="units")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=10, choices=TaskRole)

    class Meta:
        ordering = ["-role", "office__order", "office"]
        constraints = [
            models.UniqueConstraint(fields=["task", "office"], name="key_task_unit_once"),
            models.CheckConstraint(condition=Q(role__in=TaskRole.values), name="key_task_unit_role"),
        ]

    def __str__(self) -> str:
        return f"{self.office} {self.get_role_display()}"
