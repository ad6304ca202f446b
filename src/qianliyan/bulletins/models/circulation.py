"""What goes with an issue and comes after it: proofs, copies sent out and returned, corrections, former editions."""

from collections.abc import Iterable

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from qianliyan.accounts.models import Person
from qianliyan.bulletins.models.issue import Issue
from qianliyan.core import clock
from qianliyan.core.uids import new_uid
from qianliyan.files.models import File
from qianliyan.items.models.submission import SECTION
from qianliyan.offices.audiences import Path, audience
from qianliyan.offices.models import Office


def numbers_written(numbers: Iterable[int]) -> str:
    """Write copy numbers as they are printed, six digits each, runs drawn together."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return "、".join(f"{first:06}" if first == last else f"{first:06}—{last:06}" for first, last in runs)


class Proof(models.Model):
    """That somebody read the issue against its manuscripts (一校、二校); it holds for exactly this content."""

    issue = models.ForeignKey(Issue, on_delete=models.PROTECT, related_name="read_proofs")
    turn = models.PositiveSmallIntegerField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    reader = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    remark = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["issue", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["issue", "turn", "digest"], name="proof_once"),
            models.CheckConstraint(condition=Q(turn__in=(1, 2)), name="proof_turn"),
        ]

    def __str__(self) -> str:
        return f"{self.turn} {self.reader}"


class NamedReader(models.Model):
    """A person for whom a protected issue is meant; frozen at printing."""

    issue = models.ForeignKey(Issue, on_delete=models.PROTECT, related_name="named_readers")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["issue", "person"], name="named_reader_once")]

    def __str__(self) -> str:
        return str(self.person)


@audience(Path(_("编发单位的信息工作人员"), office="issue__office", powers=SECTION))
class Dispatch(models.Model):
    """One line of the distribution sheet (分送单): to whom, how many copies, with which numbers, and what came back.

    Every edition has lines of its own, so that what comes back of a recalled one is never mixed with its reprint.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    issue = models.ForeignKey(Issue, on_delete=models.PROTECT, related_name="dispatches")
    edition = models.PositiveSmallIntegerField(default=1)
    order = models.PositiveIntegerField()
    name = models.CharField(max_length=80)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    copies = models.PositiveIntegerField()
    first = models.PositiveIntegerField(null=True, blank=True)
    returned = models.PositiveIntegerField(default=0)
    # The numbers of the copies that came back.
    back = models.JSONField(default=list, blank=True)
    returned_on = models.DateField(null=True, blank=True)
    return_note = models.CharField(max_length=200, blank=True)
    # Of a recalled edition: who had signed for it; its reprint is signed for anew.
    signed_for_at = models.DateTimeField(null=True, blank=True)
    signed_for_by = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["issue", "edition", "order"]
        constraints = [
            models.UniqueConstraint(fields=["issue", "edition", "name"], name="dispatch_once"),
            models.CheckConstraint(condition=Q(returned__lte=F("copies")), name="dispatch_returned"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.copies}"

    @property
    def numbers(self) -> str:
        """The copy numbers as they are printed, six digits each."""
        return numbers_written(self.given)

    @property
    def given(self) -> list[int]:
        """The numbers of the copies that were given out."""
        return [] if self.first is None else list(range(self.first, self.first + self.copies))

    @property
    def missing(self) -> list[int]:
        """The numbers of the copies that have not come back."""
        return [number for number in self.given if number not in self.back]

    @property
    def numbers_out(self) -> str:
        """The numbers of the copies that have not come back, as they are printed."""
        return numbers_written(self.missing)

    @property
    def numbers_back(self) -> str:
        """The numbers of the copies that have come back."""
        return numbers_written(self.back)

    @property
    def out(self) -> int:
        """How many copies have not come back."""
        return self.copies - self.returned


class Correction(models.Model):
    """A correction notice (更正) to a printed issue; its readers see it until a reprint puts it right itself."""

    issue = models.ForeignKey(Issue, on_delete=models.PROTECT, related_name="corrections")
    text = models.TextField()
    approved_by = models.CharField(max_length=60)
    by = models.CharField(max_length=200)
    on = models.DateField()
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["issue", "pk"]

    def __str__(self) -> str:
        return self.text[:40]


class Edition(models.Model):
    """An edition that was recalled (收回重印): what it said, its file, why it came back, and who still holds copies.

    `unreturned` lists the copies without which the signatory decided to go on, as they stood on that day.
    """

    issue = models.ForeignKey(Issue, on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveSmallIntegerField()
    layout = models.JSONField()
    file = models.ForeignKey(File, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.CharField(max_length=500)
    recalled_by = models.CharField(max_length=200)
    recalled_at = models.DateTimeField(default=clock.now)
    reprinted_at = models.DateTimeField(null=True, blank=True)
    unreturned = models.JSONField(default=list, blank=True)
    unreturned_reason = models.CharField(max_length=500, blank=True)
    unreturned_by = models.CharField(max_length=200, blank=True)
    unreturned_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["issue", "number"]
        constraints = [
            models.UniqueConstraint(fields=["issue", "number"], name="edition_number"),
            models.CheckConstraint(
                condition=Q(unreturned_at=None) | ~Q(unreturned_reason=""), name="edition_unreturned_with_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.issue} {self.number}"


class OtherForm(models.Model):
    """The same print in another form (DOCX, OFD): made when first asked for, then kept."""

    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="+")
    issue = models.ForeignKey(Issue, on_delete=models.PROTECT, related_name="other_forms")
    digest = models.CharField(max_length=64)
    form = models.CharField(max_length=10)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["issue", "digest", "form"], name="other_form_once")]

    def __str__(self) -> str:
        return f"{self.issue} {self.form}"
