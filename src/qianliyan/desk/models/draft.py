"""Drafts, where they come from, and their earlier texts."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from qianliyan.accounts.models import Person
from qianliyan.core import clock
from qianliyan.core.uids import new_uid
from qianliyan.desk.states import DraftState
from qianliyan.items.kinds import Form, Kind
from qianliyan.items.models import Submission
from qianliyan.items.models.submission import SECTION
from qianliyan.offices.audiences import Path, audience
from qianliyan.offices.models import Office
from qianliyan.offices.powers import Power


@audience(
    Path(_("本单位的信息工作人员"), office="office", powers=SECTION),
    Path(_("本单位的保密审查人"), office="office", powers=(Power.SCREEN,)),
)
class Draft(models.Model):
    """What an editor makes of one or several submissions (待编稿)."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=DraftState, default=DraftState.EDITING)
    title = models.CharField(_("题目"), max_length=1000)
    body = models.TextField(_("正文"))
    gist = models.CharField(_("提要"), max_length=300, blank=True)
    kind = models.CharField(_("种类"), max_length=20, choices=Kind)
    form = models.CharField(_("体裁"), max_length=20, choices=Form)
    # A problem or a warning is in it or behind it: title and units are hidden wherever those of one such item are.
    shielded = models.BooleanField(default=False)
    # Why the office wrote it itself; without that, a text has to have a source before it can be signed.
    own_reason = models.CharField(_("自拟缘由"), max_length=200, blank=True)
    editor = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    revision = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(default=clock.now)
    saved_at = models.DateTimeField(default=clock.now)
    saved_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["office", "state", "-saved_at"], name="draft_office_list")]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=DraftState.values), name="draft_state"),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="draft_kind"),
            models.CheckConstraint(condition=Q(form__in=Form.values), name="draft_form"),
        ]

    def __str__(self) -> str:
        return self.title


class Role(models.TextChoices):
    """What a source gave to a draft."""

    MAIN = "main", _("主要来源")
    MERGED = "merged", _("并入")


class Source(models.Model):
    """One source of a draft with its share: a submission, or another draft."""

    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="sources")
    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    other = models.ForeignKey(Draft, on_delete=models.PROTECT, null=True, blank=True, related_name="used_in")
    weight = models.PositiveIntegerField(default=1)
    role = models.CharField(max_length=10, choices=Role, default=Role.MAIN)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["draft", "submission"], name="source_submission_once"),
            models.UniqueConstraint(fields=["draft", "other"], name="source_draft_once"),
            models.CheckConstraint(
                condition=Q(submission__isnull=False, other__isnull=True)
                | Q(submission__isnull=True, other__isnull=False),
                name="source_one_origin",
            ),
            models.CheckConstraint(condition=~Q(other=F("draft")), name="source_not_itself"),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="source_role"),
        ]

    def __str__(self) -> str:
        return f"{self.draft_id} ← {self.submission_id or self.other_id}"


class DraftVersion(models.Model):
    """An earlier text of a draft, with why it was changed."""

    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=1000)
    body = models.TextField()
    by = models.CharField(max_length=200)
    at = models.DateTimeField(default=clock.now)
    why = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["draft", "-number"]
        constraints = [models.UniqueConstraint(fields=["draft", "number"], name="draft_version_number")]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"


class UnsavedDraft(models.Model):
    """What somebody typed but could not save because a colleague had been faster; kept until it is settled."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="unsaved")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=1000, blank=True)
    body = models.TextField(blank=True)
    fields = models.JSONField(default=dict)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["draft", "person"], name="unsaved_draft_once")]

    def __str__(self) -> str:
        return self.title
