"""What gets compared with what: sentences, and within them whole numbers, words and single characters."""

import re
from dataclasses import dataclass

from qianliyan.text.parsing.headings import marker_at
from qianliyan.text.parsing.sentences import sentences_in, trimmed
from qianliyan.text.parsing.spans import Span

# A number is changed as a whole: 12.6 to 12.8 is not the change of one digit.
TOKEN = re.compile(r"\d+(?:[.,，]\d+)*%?|[A-Za-z]+|\s+|.", re.DOTALL)


@dataclass(frozen=True)
class Unit:
    """A sentence, heading or table row with its place."""

    text: str
    span: Span
    opens: bool


def units_of(text: str) -> list[Unit]:
    """Cut a text into the units that are aligned."""
    units: list[Unit] = []
    for match in re.finditer(r"[^\n]+", text):
        line = trimmed(text, *match.span())
        if line.start == line.end:
            continue
        whole = "\t" in line.of(text) or (marker_at(line.of(text)) is not None and "。" not in line.of(text))
        spans = [line] if whole else list(sentences_in(text, *line))
        units.extend(Unit(span.of(text), span, opens=place == 0) for place, span in enumerate(spans))
    return units


def tokens_of(text: str) -> list[str]:
    """Cut a sentence into the tokens that are compared."""
    return TOKEN.findall(text)
