"""What a query means grade by grade, as conditions that are told from the rows themselves, in either database."""

from collections.abc import Iterator

from qianliyan.search.index.asked import Asked
from qianliyan.search.index.clauses import Clause, anywhere, every, in_title, no, some
from qianliyan.text.finding.grading import IN_TITLE, NEAR


def possible(asked: Asked, grade: int) -> bool:
    """Tell whether there can be rows of this grade: of one term, none stands between title and text."""
    return grade != NEAR or len(asked.query.wanted) > 1


def runs_of(asked: Asked) -> list[str]:
    """Return every run that is wanted."""
    return [run for term in asked.query.wanted for run in term.runs]


def fulfilled(asked: Asked, grade: int, *, beyond: int = 0) -> Clause:
    """Return what a row of this grade fulfils; the index may have seen to all runs up to a length."""
    words = [] if grade == IN_TITLE else [anywhere(run) for run in runs_of(asked) if len(run) > beyond]
    return every((*words, *_graded(asked, grade)))


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
