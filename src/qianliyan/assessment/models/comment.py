"""What an editor says of an officer's year (编辑评语): short, by name, and taken back rather than changed."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from qianliyan.accounts.models import Person
from qianliyan.assessment.permissions import HEADS, READERS
from qianliyan.assessment.states import CommentState
from qianliyan.core import clock
from qianliyan.core.uids import new_uid
from qianliyan.offices.audiences import Path, audience
from qianliyan.offices.models import Office


@audience(
    Path(_("写评语的单位的信息工作人员和考核人员"), office="office", powers=READERS),
    Path(_("本人"), person="person"),
    Path(_("本人所在单位的负责人"), office="unit", powers=HEADS),
)
class Comment(models.Model):
    """One comment of the office on somebody's work for one unit in one year."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=CommentState, default=CommentState.GIVEN)
    text = models.CharField(_("评语"), max_length=300)
    given_by = models.CharField(max_length=200)
    given_at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=CommentState.values), name="comment_state"),
            models.CheckConstraint(condition=~Q(text=""), name="comment_text"),
            models.UniqueConstraint(
                fields=["office", "unit", "person", "year"], condition=Q(state="given"), name="comment_once_a_year"
            ),
        ]

    def __str__(self) -> str:
        return self.text
