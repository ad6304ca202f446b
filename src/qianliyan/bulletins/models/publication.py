"""A publication (刊物): its head and tail, its template, who signs and reads it, its numbering."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from qianliyan.accounts.models import Person
from qianliyan.bulletins.models.distribution import DistributionList
from qianliyan.core.uids import new_uid
from qianliyan.files.models import File
from qianliyan.items.models.submission import SECTION
from qianliyan.offices.audiences import Path, audience
from qianliyan.offices.models import Office

# The "year" of a counter that never begins again: a running number (总期数), or a series without years.
RUNNING = 0


class Frequency(models.TextChoices):
    """How often a publication appears (刊期)."""

    IRREGULAR = "irregular", _("不定期")
    DAILY = "daily", _("每个工作日")
    WEEKLY = "weekly", _("每周")
    MONTHLY = "monthly", _("每月")


@audience(Path(_("本单位的信息工作人员"), office="office", powers=SECTION))
class Publication(models.Model):
    """A bulletin that an office prints under one name, e.g. 《政务信息》 or 《专报信息》."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(_("刊名"), max_length=40)
    template = models.CharField(_("版式"), max_length=40, default="zhengwu")
    masthead = models.CharField(_("报头文字"), max_length=80, blank=True)
    picture = models.ForeignKey(File, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    design = models.JSONField(default=dict, blank=True)
    caution = models.CharField(_("提示语"), max_length=40, default="内部资料　注意保存", blank=True)
    number_format = models.CharField(_("期号格式"), max_length=40, default="第{number}期")
    total_format = models.CharField(_("总期数格式"), max_length=40, blank=True)
    yearly = models.BooleanField(_("期号每年重新编起"), default=True)
    numbered = models.BooleanField(_("编份号，印完收回"), default=False)
    contents = models.BooleanField(_("本期要目"), default=True)
    columns = models.JSONField(_("栏目"), default=list, blank=True)
    kinds = models.JSONField(_("收哪些种类"), default=list, blank=True)
    protected = models.BooleanField(_("限定阅读范围、隐去来源"), default=False)
    attribution = models.CharField(_("隐去来源时写"), max_length=40, default="据基层反映")
    scope = models.CharField(_("知悉范围"), max_length=200, blank=True)
    named = models.ManyToManyField(Person, verbose_name=_("指名阅读人"), blank=True, related_name="+")
    signatories = models.ManyToManyField(Person, verbose_name=_("默认签发人"), blank=True, related_name="+")
    proofs = models.PositiveSmallIntegerField(_("校对"), default=0)
    frequency = models.CharField(_("刊期"), max_length=10, choices=Frequency, default=Frequency.IRREGULAR)
    deadline_day = models.PositiveSmallIntegerField(_("截稿日"), null=True, blank=True)
    deadline_time = models.TimeField(_("截稿时间"), null=True, blank=True)
    report_to = models.CharField(_("报"), max_length=500, blank=True)
    send_to = models.CharField(_("送"), max_length=500, blank=True)
    distribute_to = models.CharField(_("发"), max_length=500, blank=True)
    copies = models.PositiveIntegerField(_("印数"), default=60)
    pages = models.PositiveIntegerField(_("篇幅（页）"), default=4)
    readers = models.ManyToManyField(Office, verbose_name=_("分送单位"), blank=True, related_name="+")
    lists = models.ManyToManyField(DistributionList, verbose_name=_("分送名单"), blank=True, related_name="+")
    order = models.PositiveIntegerField(default=0)
    revision = models.PositiveIntegerField(default=0)
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["office", "name"], name="publication_name"),
            models.CheckConstraint(condition=Q(frequency__in=Frequency.values), name="publication_frequency"),
            models.CheckConstraint(condition=Q(proofs__lte=2), name="publication_proofs"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def number_example(self) -> str:
        """How a number looks, with signs in the places of number and year."""
        return self.number_format.replace("{number}", "×").replace("{year}", "××××")

    def number_as_printed(self, number: int | str, year: int | None) -> str:
        """Write a number as it stands on paper; only the two known words are replaced."""
        return written_number(self.number_format, number, year)

    def total_as_printed(self, total: int | str | None) -> str:
        """Write the running total as it stands on paper, or nothing where the publication has none."""
        return self.total_format.replace("{total}", str(total)) if self.total_format and total else ""


class Series(models.Model):
    """A series with its own numbers beside the main one: a supplement (增刊) or special issues (专期)."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="series")
    name = models.CharField(_("名称"), max_length=20)
    number_format = models.CharField(_("期号格式"), max_length=40, default="增刊第{number}期")
    yearly = models.BooleanField(_("期号每年重新编起"), default=True)
    order = models.PositiveIntegerField(default=0)
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["order", "pk"]
        constraints = [models.UniqueConstraint(fields=["publication", "name"], name="series_name")]

    def __str__(self) -> str:
        return self.name

    @property
    def number_example(self) -> str:
        """How a number looks, with signs in the places of number and year."""
        return self.number_format.replace("{number}", "×").replace("{year}", "××××")


class Counter(models.Model):
    """The last number taken in a year of a publication or of one of its series; locked while a number is taken."""

    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="counters")
    series = models.ForeignKey(Series, on_delete=models.PROTECT, null=True, blank=True, related_name="counters")
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "year"], condition=Q(series__isnull=True), name="counter_year"
            ),
            models.UniqueConstraint(
                fields=["series", "year"], condition=Q(series__isnull=False), name="counter_series_year"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.publication} {self.series or ''} {self.year}: {self.last}"


def written_number(form: str, number: int | str, year: int | None) -> str:
    """Put number and year into a format; nothing else in it means anything."""
    return form.replace("{number}", str(number)).replace("{year}", str(year or ""))
