"""A publication (刊物): its head and tail, its template, its numbering."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from qianliyan.core.uids import new_uid
from qianliyan.items.models.submission import SECTION
from qianliyan.offices.audiences import Path, audience
from qianliyan.offices.models import Office


@audience(Path(_("本单位的信息工作人员"), office="office", powers=SECTION))
class Publication(models.Model):
    """A bulletin that an office prints under one name, e.g. 《政务信息》 or 《专报信息》."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(_("刊名"), max_length=40)
    template = models.CharField(_("版式"), max_length=40, default="zhengwu")
    caution = models.CharField(_("提示语"), max_length=40, default="内部资料　注意保存", blank=True)
    number_format = models.CharField(_("期号格式"), max_length=40, default="第{number}期")
    contents = models.BooleanField(_("本期要目"), default=True)
    protected = models.BooleanField(_("限定阅读范围、隐去来源"), default=False)
    report_to = models.CharField(_("报"), max_length=500, blank=True)
    send_to = models.CharField(_("送"), max_length=500, blank=True)
    distribute_to = models.CharField(_("发"), max_length=500, blank=True)
    copies = models.PositiveIntegerField(_("印数"), default=60)
    pages = models.PositiveIntegerField(_("篇幅（页）"), default=4)
    readers = models.ManyToManyField(Office, verbose_name=_("分送单位"), blank=True, related_name="+")
    order = models.PositiveIntegerField(default=0)
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["order", "pk"]
        constraints = [models.UniqueConstraint(fields=["office", "name"], name="publication_name")]

    def __str__(self) -> str:
        return self.name

    def number_as_printed(self, number: int | str, year: int | None) -> str:
        """Write a number as it stands on paper; only the two known words are replaced."""
        return self.number_format.replace("{number}", str(number)).replace("{year}", str(year or ""))


class Counter(models.Model):
    """The last number taken in a publication's year; locked while a number is taken."""

    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="counters")
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["publication", "year"], name="counter_year")]

    def __str__(self) -> str:
        return f"{self.publication} {self.year}: {self.last}"
