"""Which units compete with each other in a year, and the figures of years before the installation."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from qianliyan.assessment.permissions import READERS
from qianliyan.offices.audiences import Path, audience
from qianliyan.offices.models import Office


@audience(Path(_("考核单位的信息工作人员和考核人员"), office="office", powers=READERS))
class Grouping(models.Model):
    """The group of a unit in an assessment year; without a row the unit's network names it."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    unit = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(_("组别"), max_length=40)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["office", "year", "unit"], name="grouping_once")]

    def __str__(self) -> str:
        return f"{self.year} {self.unit_id} {self.name}"


@audience(Path(_("本单位的信息工作人员和考核人员"), office="office", powers=READERS))
class AnnualFigure(models.Model):
    """A figure of an earlier year with its source (常年值 is the mean of these)."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField(_("年份"))
    figure = models.CharField(_("指标"), max_length=40)
    value = models.DecimalField(_("数值"), max_digits=10, decimal_places=2)
    evidence = models.CharField(_("依据"), max_length=300)

    class Meta:
        ordering = ["figure", "year"]
        constraints = [models.UniqueConstraint(fields=["office", "year", "figure"], name="annual_figure_once")]

    def __str__(self) -> str:
        return f"{self.year} {self.figure} {self.value}"
