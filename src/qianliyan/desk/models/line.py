"""The lines of an information section (条线): 工业口、农业口… and whose each is."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from qianliyan.accounts.models import Person
from qianliyan.core.uids import new_uid
from qianliyan.items.kinds import Kind
from qianliyan.items.models.submission import SECTION
from qianliyan.offices.audiences import Path, audience
from qianliyan.offices.models import Office


@audience(Path(_("本单位的信息工作人员"), office="office", powers=SECTION))
class Line(models.Model):
    """What is allotted to an editor on arrival. Empty parts take in everything; the first line that fits counts."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(_("条线"), max_length=20)
    editor = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    units = models.ManyToManyField(Office, related_name="+", blank=True)
    kinds = models.JSONField(_("种类"), default=list)
    keywords = models.JSONField(_("题目中的词"), default=list)
    order = models.PositiveIntegerField(default=0)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["office", "name"], condition=models.Q(ended_at__isnull=True), name="line_name_once"
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def kind_labels(self) -> list[str]:
        """Return the kinds in words."""
        return [str(Kind(kind).label) for kind in self.kinds]
