"""What leaders instructed: registered instructions about printed entries and about submissions, whoever gave them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from operator import itemgetter

from django.db.models import Q

from qianliyan.assessment.chains import Share, shares_behind
from qianliyan.assessment.facts.happening import Happening, Part, Span, item_key
from qianliyan.bulletins.models import Credit
from qianliyan.instructions.models import Instruction
from qianliyan.instructions.states import InstructionState
from qianliyan.offices.models import Office

# Before it has its number nobody has checked it; a void record was a mistake.
NOT_YET = (InstructionState.GIVEN, InstructionState.VOID)
COLUMNS = ("pk", "given_on", "level", "principal", "entry_id", "entry__issue__publication__name", "entry__draft__kind")
SENT = (
    *("submission__item_id", "submission__sender_id", "submission__receiver_id", "submission__item__drafter_id"),
    "submission__kind",
)
Shares = dict[int, list[Share]]


def instructed(office: Office, span: Span) -> Iterator[Happening]:
    """Say of each registered instruction that it was given; a circle is none, and its words stay out.

    About what this office, or one above it, sent up: the instruction is for everybody behind it, by their shares. What
    the office wrote by itself is counted, and earns nobody anything.
    """
    ours = Q(entry__credits__submission__receiver=office) | Q(submission__receiver=office)
    ours |= Q(submission__sender__in=office.lineage)
    days = Q(given_on__gte=span.first, given_on__lte=span.last)
    found = Instruction.objects.filter(ours, days).exclude(state__in=NOT_YET).order_by("pk").distinct()
    rows = list(found.values_list(*COLUMNS, *SENT))
    shares = _shares(office, {row[4] for row in rows if row[4]})
    behind = _behind(office, rows)
    for pk, on, level, principal, entry, publication, kind, item, sender, receiver, drafter, sent_kind in rows:
        own = [(item, Part(sender, 1, drafter))] if receiver == office.pk else behind.get(item, [])
        if not (given := shares[entry] if entry else own) and sender != office.pk:
            continue
        more = {"leader_level": level, "level": level, "principal": principal, "publication": publication}
        more |= {"kind": kind or sent_kind}
        parts, key = tuple(part for _item, part in given), item_key([one for one, _part in given] or [item])
        yield Happening(f"instructions.instruction:{pk}/instructed", on, "instructed", key, parts, more)


def _behind(office: Office, rows: Iterable[tuple[object, ...]]) -> Shares:
    """Return whose work stands behind what was sent up past this office."""
    place, receiver = len(COLUMNS), len(COLUMNS) + 2
    items = {row[place] for row in rows if row[place] and row[receiver] != office.pk}
    return shares_behind([item for item in items if isinstance(item, int)], office.pk) if items else {}


def _shares(office: Office, entries: set[int]) -> Shares:
    """Return who has which part in these entries, in the order of the credits.

    The receiver is compared here: asked in the query, it tempts a database without fresh statistics to begin there.
    """
    names = ("pk", "entry_id", "office_id", "weight", "submission__item_id", "submission__item__drafter_id")
    rows = Credit.objects.filter(entry__in=entries).order_by().values_list(*names, "submission__receiver_id")
    found: Shares = defaultdict(list)
    for _pk, entry, unit, weight, item, drafter, receiver in sorted(rows, key=itemgetter(0)):
        if receiver == office.pk:
            found[entry].append((item, Part(unit, weight, drafter)))
    return found
