"""严: the key figures of an item, each a line of the verification list (核实)."""

import re
from dataclasses import dataclass, replace

from qianliyan.text.checking.finding import Part
from qianliyan.text.parsing.document import Document
from qianliyan.text.parsing.numbers import Number
from qianliyan.text.parsing.parse import parse_apart
from qianliyan.text.parsing.spans import Span

NO_KEY = frozenset({"年", "月", "日", "期", "号", "届", "版", "章", "节", "级", "类", "层", "步", "点"})
CLAUSE = re.compile(r"[，。；：、\n（）()]|[,;:](?!\d)")


@dataclass(frozen=True)
class KeyFigure:
    """A figure somebody has to vouch for: where it stands and what it is said of."""

    span: Span
    written: str
    about: str
    part: Part = "body"


def figures_apart(title: str, body: str) -> list[KeyFigure]:
    """Return the key figures of a title and a body given apart, each counted from the start of its part.

    A figure of the title that stands in the body too is verified there.
    """
    shift = len(title) + 1
    figures = [_by_part(figure, shift) for figure in key_figures(parse_apart(title, body))]
    inside = {figure.written for figure in figures if figure.part == "body"}
    return [figure for figure in figures if figure.part == "body" or figure.written not in inside]


def _by_part(figure: KeyFigure, shift: int) -> KeyFigure:
    if figure.span.start < shift:
        return replace(figure, part="title")
    return replace(figure, span=Span(figure.span.start - shift, figure.span.end - shift))


def key_figures(document: Document) -> list[KeyFigure]:
    """Return the figures of an item that need verification: with a unit or in per cent, said once each."""
    figures: dict[tuple[str, str], KeyFigure] = {}
    for number in document.numbers:
        if number.chinese or not number.unit or number.unit in NO_KEY:
            continue
        about = _about(document.text, number)
        figures.setdefault(
            (number.span.of(document.text), about), KeyFigure(number.span, number.span.of(document.text), about)
        )
    return list(figures.values())


def _about(text: str, number: Number) -> str:
    """Return the words of the clause before the figure, the clause before that if there are none."""
    before = text[max(0, number.span.start - 40) : number.span.start]
    clauses = [clause.strip() for clause in CLAUSE.split(before) if clause.strip()]
    return clauses[-1][-20:] if clauses else ""
