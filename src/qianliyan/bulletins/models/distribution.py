"""Standing lists of those to whom a publication goes (分送名单), with how many copies each gets."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from qianliyan.core.uids import new_uid
from qianliyan.items.models.submission import SECTION
from qianliyan.offices.audiences import Path, audience
from qianliyan.offices.models import Office


@audience(Path(_("本单位的信息工作人员"), office="office", powers=SECTION))
class DistributionList(models.Model):
    """A named list of an office, e.g. 各县（区）, used by any of its publications."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(_("名单名称"), max_length=40)
    order = models.PositiveIntegerField(default=0)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["order", "pk"]
        constraints = [models.UniqueConstraint(fields=["office", "name"], name="distribution_list_name")]

    def __str__(self) -> str:
        return self.name


class DistributionPlace(models.Model):
    """One line of a list: a name as it is written on the envelope, how many copies, and the office if it works here."""

    list = models.ForeignKey(DistributionList, on_delete=models.PROTECT, related_name="places")
    name = models.CharField(max_length=80)
    copies = models.PositiveIntegerField(default=1)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    order = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["list", "order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["list", "name"], name="distribution_place_once"),
            models.CheckConstraint(condition=Q(copies__gt=0), name="distribution_place_copies"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.copies}"
