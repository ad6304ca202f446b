"""The tip box (线索箱): two lines and a photo from anybody in the unit; an officer makes an item of it, or thanks."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from qianliyan.accounts.models import Person
from qianliyan.core import clock
from qianliyan.core.uids import new_uid
from qianliyan.files.models import File
from qianliyan.items.models.item import Item
from qianliyan.items.states import TipState
from qianliyan.offices.audiences import Path, audience
from qianliyan.offices.models import Office
from qianliyan.offices.powers import Power


@audience(
    Path(_("提供线索的本人"), person="supplier"),
    Path(_("本单位的信息员"), office="office", powers=(Power.DRAFT,)),
)
class Tip(models.Model):
    """What somebody noticed. Whoever dropped it is the supplier (供稿人) of what becomes of it."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    supplier = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=TipState, default=TipState.OPEN)
    text = models.CharField(max_length=500)
    photos = models.ManyToManyField(File, related_name="+", blank=True)
    dropped_at = models.DateTimeField(default=clock.now)
    item = models.ForeignKey(Item, on_delete=models.PROTECT, null=True, blank=True, related_name="tips")
    word = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["-dropped_at", "-pk"]
        indexes = [
            models.Index(fields=["office", "state", "-dropped_at"], name="tip_box"),
            models.Index(fields=["supplier", "-dropped_at"], name="tip_own"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=TipState.values), name="tip_state"),
            models.CheckConstraint(condition=~Q(state="used") | Q(item__isnull=False), name="tip_used_for_an_item"),
        ]

    def __str__(self) -> str:
        return self.text[:40]
