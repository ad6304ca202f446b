"""What printing leaves behind: the order, the file with its digest, and the credit of every source."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from qianliyan.accounts.models import Person
from qianliyan.bulletins.models.issue import Entry, Issue
from qianliyan.bulletins.models.publication import Publication
from qianliyan.bulletins.states import PrintState
from qianliyan.core import clock
from qianliyan.files.models import File
from qianliyan.items.models import Submission
from qianliyan.offices.models import Office


class PrintOrder(models.Model):
    """The order to print an issue (付印单): one per issue; the worker makes its file once and never again."""

    issue = models.OneToOneField(Issue, on_delete=models.PROTECT, related_name="print_order")
    state = models.CharField(max_length=10, choices=PrintState, default=PrintState.WAITING)
    copies = models.PositiveIntegerField()
    ordered_by = models.CharField(max_length=200)
    ordered_at = models.DateTimeField(default=clock.now)
    queued_at = models.DateTimeField(default=clock.now)
    file = models.ForeignKey(File, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    pages = models.PositiveIntegerField(null=True, blank=True)
    made_at = models.DateTimeField(null=True, blank=True)
    error = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=PrintState.values), name="print_order_state"),
            models.CheckConstraint(condition=~Q(state="made") | Q(file__isnull=False), name="print_order_file"),
        ]

    def __str__(self) -> str:
        return f"{self.issue} {self.get_state_display()}"


class PrintOption(models.Model):
    """How somebody last printed an issue of a publication to read or to show it around; offered again the next time."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="+")
    mark = models.CharField(_("水印"), max_length=10, blank=True)
    sources = models.BooleanField(_("附来稿原文"), default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "publication"], name="print_option_once")]

    def __str__(self) -> str:
        return f"{self.person} {self.publication}"


class Credit(models.Model):
    """Who gets what share of a printed entry: flat, frozen, so that pages and facts need no recursion.

    What a lower office made its submission of stands `behind` that submission's credit, and adds up to its weight; so
    the weights of one level are compared with one another, never with those of another.
    """

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="credits")
    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    weight = models.PositiveBigIntegerField()
    behind = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="in_front_of")

    class Meta:
        ordering = ["entry", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "submission", "office"], condition=Q(behind=None), name="credit_once"
            ),
            models.UniqueConstraint(fields=["submission", "behind"], name="credit_once_behind"),
            models.CheckConstraint(condition=Q(weight__gt=0), name="credit_weight"),
        ]

    def __str__(self) -> str:
        return f"{self.entry_id} → {self.office_id} ×{self.weight}"
