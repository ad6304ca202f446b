"""What leaders instructed: registered instructions about printed entries and about submissions, whoever gave them."""

from collections import defaultdict
from collections.abc import Iterator

from django.db.models import Q

from qianliyan.assessment.facts.happening import Happening, Part, Span, item_key
from qianliyan.bulletins.models import Credit
from qianliyan.instructions.models import Instruction
from qianliyan.instructions.states import InstructionState
from qianliyan.offices.models import Office

# Before it has its number nobody has checked it; a void record was a mistake.
NOT_YET = (InstructionState.GIVEN, InstructionState.VOID)
COLUMNS = ("pk", "given_on", "level", "principal", "entry_id", "entry__issue__publication__name", "entry__draft__kind")
SENT = ("submission__item_id", "submission__sender_id", "submission__item__drafter_id", "submission__kind")
Shares = dict[int, list[tuple[int, Part]]]


def instructed(office: Office, span: Span) -> Iterator[Happening]:
    """Say of each registered instruction that it was given; a circle is none, and its words stay out."""
    about_ours = Q(entry__credits__submission__receiver=office) | Q(submission__receiver=office)
    days = Q(given_on__gte=span.first, given_on__lte=span.last)
    found = Instruction.objects.filter(about_ours, days).exclude(state__in=NOT_YET).order_by("pk").distinct()
    shares = _shares(office, span)
    for row in found.values_list(*COLUMNS, *SENT).iterator(chunk_size=2000):
        pk, on, level, principal, entry, publication, kind, item, sender, drafter, sent_kind = row
        given = shares[entry] if entry else [(item, Part(sender, 1, drafter))]
        more = {"leader_level": level, "level": level, "principal": principal, "publication": publication}
        more |= {"kind": kind or sent_kind}
        parts, key = tuple(part for _item, part in given), item_key(one for one, _part in given)
        yield Happening(f"instructions.instruction:{pk}/instructed", on, "instructed", key, parts, more)


def _shares(office: Office, span: Span) -> Shares:
    """Return who has which part in the entries that were instructed in these days."""
    days = {"given_on__gte": span.first, "given_on__lte": span.last}
    entries = Instruction.objects.filter(**days, entry__isnull=False).values("entry")
    given = Credit.objects.filter(entry__in=entries, submission__receiver=office).order_by("pk")
    rows = given.values_list("entry_id", "office_id", "weight", "submission__item_id", "submission__item__drafter_id")
    found: Shares = defaultdict(list)
    for entry, unit, weight, item, drafter in rows:
        found[entry].append((item, Part(unit, weight, drafter)))
    return found
