"""Key figures of a text, each beside the record of who was asked about it."""

import re
from dataclasses import dataclass

import rjieba

from qianliyan.proofing.anchors import REWORDED, holds
from qianliyan.proofing.findings import figures_in
from qianliyan.proofing.models import Verification
from qianliyan.proofing.states import VerificationState
from qianliyan.proofing.subjects import Subject

# So many words before a figure say what it is of.
SHORT = 8
# What is left of “2023年以来” when its number falls away.
REST_OF_DATE = re.compile(r"^[年月日](?:以来|来|初|底|末|前|后)?")


@dataclass(frozen=True)
class Line:
    """A key figure with its record, if somebody asked about it; `reworded`: the words around it changed since."""

    part: str
    start: int
    end: int
    quote: str
    about: str
    record: Verification | None = None
    reworded: bool = False

    @property
    def state(self) -> str:
        """What is known about it; empty if nobody asked."""
        return self.record.state if self.record else ""

    @property
    def verified(self) -> bool:
        """Tell whether somebody vouched for it."""
        return self.state == VerificationState.VERIFIED

    @property
    def written(self) -> str:
        """The figure with the last words before it."""
        return f"{_last_words(self.about)}{self.quote}"


def _last_words(text: str) -> str:
    """Return whole words from the end, about SHORT characters of them; no number and no name is cut."""
    kept = ""
    for word in reversed(rjieba.cut(text)):
        if kept and len(kept) + len(word) > SHORT:
            break
        kept = word + kept
    cut_date = text[: len(text) - len(kept)][-1:].isdigit()
    return REST_OF_DATE.sub("", kept) if cut_date else kept


def placed(records: list[Verification], lines: list[Line], subject: Subject) -> tuple[list[Line], list[Verification]]:
    """Put each record beside its figure; words that are no figure get a line of their own while they still stand."""
    held = holds(records, lines)
    by_line = {hold.place: (records[number], hold.closeness == REWORDED) for number, hold in held.items()}
    filled = [
        Line(line.part, line.start, line.end, line.quote, line.about, *by_line.get(number, (None, False)))
        for number, line in enumerate(lines)
    ]
    rest = [record for number, record in enumerate(records) if number not in held]
    others = [(record, _own_line(record, subject)) for record in rest]
    lost = [record for record, line in others if line is None]
    return [*filled, *(line for _record, line in others if line is not None)], lost


def _own_line(record: Verification, subject: Subject) -> Line | None:
    """Find words that a person chose himself; figures are never looked for so, 61 stands in 161 too."""
    words = subject.title if record.part == "title" else subject.body
    start = -1 if any(sign.isdecimal() for sign in record.quote) else _nearest(words, record.quote, record.start)
    if start < 0:
        return None
    return Line(record.part, start, start + len(record.quote), record.quote, "", record)


def _nearest(words: str, quote: str, place: int) -> int:
    after, before = words.find(quote, place), words.rfind(quote, 0, place + len(quote))
    return min((at for at in (after, before) if at >= 0), key=lambda at: abs(at - place), default=-1)


def lines_of(subject: Subject) -> list[Line]:
    """Return the key figures of a text, nothing known about them yet."""
    return [
        Line(figure.part, figure.span.start, figure.span.end, figure.written, figure.about)
        for figure in figures_in(subject)
    ]
