"""What of a draft was sent up: the draft, and the item by which this office reports it to the office above."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from qianliyan.accounts.models import Person
from qianliyan.core import clock
from qianliyan.desk.models.draft import Draft
from qianliyan.items.models import Item
from qianliyan.offices.audiences import Path, audience
from qianliyan.offices.powers import SECTION


@audience(Path(_("上报单位的信息工作人员"), office="draft__office", powers=SECTION))
class Upward(models.Model):
    """A draft that was made this office's own item for the office above (上报).

    From here on the chain goes on upward: what is printed above credits the item, and behind it the draft's sources.
    """

    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="upwards")
    item = models.OneToOneField(Item, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.draft} → {self.item}"
