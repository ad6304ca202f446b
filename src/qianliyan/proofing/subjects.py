"""What is proofed: a text with what is known about it. Upper rooms say how theirs are found; here all are alike."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

if TYPE_CHECKING:
    from qianliyan.offices.models import Office, Seat
    from qianliyan.offices.powers import Power


@dataclass(frozen=True)
class Hand:
    """What somebody made of the text while he reviewed it: his words are those that did not stand there before."""

    person_pk: int
    before: str
    after: str

    def wrote(self, quote: str) -> bool:
        """Tell whether these words came in by this hand."""
        return bool(quote) and quote in self.after and quote not in self.before


@dataclass(frozen=True)
class Subject:
    """An item, a submission or a draft, as far as proofing needs to know it.

    `writers` are the persons whose words these are, `hands` those who corrected some of them; `signed_by` is the power
    that signs such a text; of a `shielded` one, a problem or a warning, nobody who is asked about it learns the source.
    `open` texts can be changed; `printed` are texts like it that were printed before and that the reader may know. A
    query that asked beforehand (`queries.flags`) says what there is nothing of.
    """

    uid: UUID
    office: "Office"
    title: str
    body: str
    kind: str
    form: str
    written_on: date
    writers: frozenset[int]
    signed_by: "Power"
    url: str
    shielded: bool = False
    open: bool = False
    occurred_on: date | None = None
    basis: str = ""
    as_of: date | None = None
    printed: tuple[str, ...] = ()
    hands: tuple[Hand, ...] = ()
    has_ignored: bool = True
    has_released: bool = True
    has_records: bool = True


FLAGS = ("has_ignored", "has_released", "has_records")


def flags_on(row: object) -> dict[str, Any]:
    """Return what the query that fetched this row has said beforehand."""
    return {name: value for name, value in vars(row).items() if name in FLAGS}


# Returns the subject with this uid if the seat may see it.
Finder = Callable[["Seat", UUID], Subject | None]
_finders: list[Finder] = []


def offer(finder: Finder) -> None:
    """Let an upper room's texts be proofed."""
    if finder not in _finders:
        _finders.append(finder)


# Returns what was printed before that is like a subject, as far as the seat may read it.
Reader = Callable[["Seat", Subject], tuple[str, ...]]
_readers: list[Reader] = []


def tell_printed(reader: Reader) -> None:
    """Let an upper room say what was printed before."""
    if reader not in _readers:
        _readers.append(reader)


def beside_printed(seat: "Seat", subject: Subject) -> Subject:
    """Return the subject with what was printed before that is like it."""
    return replace(subject, printed=tuple(text for reader in _readers for text in reader(seat, subject)))


def find(seat: "Seat", uid: UUID) -> Subject | None:
    """Return the text with this uid if the seat may see it, whichever room it belongs to."""
    return next((found for finder in _finders if (found := finder(seat, uid)) is not None), None)
