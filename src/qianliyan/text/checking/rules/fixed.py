"""Political errors: a fixed formula with one character wrong, lost or too many."""

from collections.abc import Iterator

from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.lists import cell, rows
from qianliyan.text.checking.rule import Rule
from qianliyan.text.parsing.spans import Span

FORMULAS = tuple((cell(row, 0), tuple(filter(None, cell(row, 1).split("|")))) for row in rows("fixed_formulas"))
# In a shorter formula a lost character makes other words that are right.
SHORTEST_TO_LOSE = 8


def formulas(context: Context) -> Iterator[Hit]:
    """Find formulas that differ from the list by one character."""
    found = {span: right for formula, others in FORMULAS for span, right in _variants(context.text, formula, others)}
    for span, right in found.items():
        if not any(other.covers(span) and other != span for other in found):
            written = span.of(context.text)
            yield Hit(*span, f"“{written}”与固定表述“{right}”差一个字，请核对。", fix=right)


def _variants(text: str, formula: str, others: tuple[str, ...]) -> Iterator[tuple[Span, str]]:
    """Find variants by either half, which one wrong character leaves as it is."""
    middle = len(formula) // 2
    for half in (formula[:middle], formula[middle:]):
        place = text.find(half)
        while place >= 0:
            spans = _around(place, half, formula)
            if not any(span.of(text) == formula for span in spans):
                chosen = next((span for span in spans if _is_variant(span.of(text), formula)), None)
                if chosen and not any(text.startswith(other, chosen.start) for other in others):
                    yield chosen, formula
            place = text.find(half, place + 1)


def _around(place: int, half: str, formula: str) -> list[Span]:
    """Return the spans in which the formula stands if this is one half of it: as long, one shorter, one longer."""
    lengths = (len(formula), len(formula) - 1, len(formula) + 1)
    if formula.startswith(half):
        return [Span(place, place + length) for length in lengths]
    end = place + len(half)
    return [Span(end - length, end) for length in lengths if end >= length]


def _is_variant(written: str, formula: str) -> bool:
    """Tell whether two wordings differ by one Han character; a lost or added one counts in long formulas only."""
    if len(written) == len(formula):
        different = [one for one, other in zip(written, formula, strict=True) if one != other]
        return len(different) == 1 and "\u4e00" <= different[0] <= "\u9fff"
    shorter, longer = sorted((written, formula), key=len)
    cut = formula.startswith(written) or formula.endswith(written)
    if len(formula) < SHORTEST_TO_LOSE or len(longer) - len(shorter) != 1 or cut:
        return False
    same = next((place for place, sign in enumerate(shorter) if sign != longer[place]), len(shorter))
    # “中华民族的伟大复兴” is right, too.
    return longer[same + 1 :] == shorter[same:] and "\u4e00" <= longer[same] <= "\u9fff" and longer[same] != "的"


RULES = (
    Rule(
        "fixed-formula",
        "严·政治差错",
        Severity.BLOCKING,
        "固定表述一字不能差；确有根据的，签发人记明理由后方可放行。",
        formulas,
    ),
)
