"""Who looks at a paper just now, so that two editors do not do the same work: short-lived, no fact of anything."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from qianliyan.accounts.models import Person
from qianliyan.core import clock
from qianliyan.items.models.submission import SECTION
from qianliyan.offices.audiences import Path, audience
from qianliyan.offices.models import Office


@audience(Path(_("同一单位的信息工作人员"), office="office", powers=SECTION))
class Presence(models.Model):
    """One person at one submission or draft; renewed while the page is open, forgotten a minute later."""

    thing = models.UUIDField()
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    office = models.ForeignKey(Office, on_delete=models.CASCADE, related_name="+")
    editing = models.BooleanField(default=False)
    seen_at = models.DateTimeField(default=clock.now)

    class Meta:
        indexes = [models.Index(fields=["seen_at"], name="presence_age")]
        constraints = [models.UniqueConstraint(fields=["thing", "person"], name="presence_once")]

    def __str__(self) -> str:
        return f"{self.person} {self.thing}"
