"""What a query means in PostgreSQL, grade by grade: read in the rows themselves, or asked of the indexes."""

from collections.abc import Iterable, Iterator

from qianliyan.search.index.asked import Asked
from qianliyan.search.index.clauses import Clause, anywhere, every, has, has_one, in_title, no, some
from qianliyan.text.finding.grading import IN_TITLE, NEAR

TOKENS = 'search_tokens(title, body, marks) COLLATE "C"'
TITLE_TOKENS = "search_tokens(title, '', marks) COLLATE \"C\""
MARKS = "string_to_array(marks, ' ')"
# A pair of characters is a token; what is longer is more than its pairs.
EXACT = 2


def possible(asked: Asked, grade: int) -> bool:
    """Tell whether there can be rows of this grade: of one term, none stands between title and text."""
    return grade != NEAR or len(asked.query.wanted) > 1


def walked(asked: Asked, grade: int) -> Clause:
    """Return what a row of this grade fulfils, told from the row alone."""
    words = [] if grade == IN_TITLE else [anywhere(run) for run in _runs(asked)]
    return every((*_marks(asked, MARKS, ()), *words, *_graded(asked, grade)))


def indexed(asked: Asked, grade: int) -> tuple[Clause, Clause]:
    """Return what the index is asked, and what remains to be told from the rows that it names."""
    tokens = TITLE_TOKENS if grade == IN_TITLE else TOKENS
    words = [] if grade == IN_TITLE else [anywhere(run) for run in _runs(asked) if len(run) > EXACT]
    return every(_marks(asked, tokens, _pairs(_runs(asked)))), every((*words, *_graded(asked, grade)))


def _marks(asked: Asked, tokens: str, pairs: Iterable[str]) -> Iterator[Clause]:
    yield has_one(tokens, asked.reach)
    if wanted := {*asked.marks, *pairs}:
        yield has(tokens, wanted)


def _graded(asked: Asked, grade: int) -> Iterator[Clause]:
    """Yield what makes the grade, of a row in which everything wanted stands; a minus counts in every grade.

    A minus with several runs is left to the exact test afterwards.
    """
    titles = [every(in_title(run) for run in term.runs) for term in asked.query.wanted]
    joined = [anywhere(asked.query.joined)] if len(titles) > 1 else []
    if grade == IN_TITLE:
        yield every(titles)
    elif grade == NEAR:
        yield some((*titles, *joined))
        yield no(every(titles))
    elif asked.graded:
        yield no(some((*titles, *joined)))
    yield from (no(anywhere(term.runs[0])) for term in asked.query.unwanted if len(term.runs) == 1)


def _runs(asked: Asked) -> list[str]:
    return [run for term in asked.query.wanted for run in term.runs]


def _pairs(runs: Iterable[str]) -> set[str]:
    return {run[place : place + 2] for run in runs for place in range(max(1, len(run) - 1))}
