"""What FTS5 is asked: phrases of pairs in title and text, marks, and of both exactly one grade."""

from collections.abc import Iterable, Sequence

from qianliyan.search.index.asked import Asked
from qianliyan.search.index.meanings import runs_of
from qianliyan.text.finding.grading import IN_TITLE, NEAR

TEXT = "{title body}"


def graded(asked: Asked, grade: int) -> str:
    """Return the expression for the rows of exactly one grade."""
    if not asked.graded:
        return _expression(asked)
    wanted = asked.query.wanted
    titles = [" AND ".join(_phrase("title", run) for run in term.runs) for term in wanted]
    in_title = " AND ".join(titles)
    near = [f"({title})" for title in titles]
    near += [_phrase(TEXT, asked.query.joined)] if len(wanted) > 1 else []
    if grade == IN_TITLE:
        return f"({_expression(asked)}) AND {in_title}"
    if grade == NEAR:
        return f"(({_expression(asked)}) AND ({' OR '.join(near)})) NOT ({in_title})"
    return f"({_expression(asked)}) NOT ({' OR '.join(near)})"


def roughly(asked: Asked) -> str:
    """Return what every found row fulfils, but for single characters and exclusions: those take the index long."""
    return " AND ".join(_having(asked, (run for run in runs_of(asked) if len(run) > 1)))


def _expression(asked: Asked) -> str:
    """Return what every found row fulfils; a minus with several runs is left to the exact test afterwards."""
    expression = " AND ".join(_having(asked, runs_of(asked)))
    unwanted = [_phrase(TEXT, term.runs[0]) for term in asked.query.unwanted if len(term.runs) == 1]
    return f"({expression}) NOT ({' OR '.join(unwanted)})" if unwanted else expression


def _having(asked: Asked, runs: Iterable[str]) -> list[str]:
    reach = " OR ".join(f'"{mark}"' for mark in asked.reach)
    marks = [f"(marks : ({reach}))", *(f'(marks : "{mark}")' for mark in asked.marks)]
    return [*marks, *(_phrase(TEXT, run) for run in runs)]


def _phrase(columns: str, run: str) -> str:
    """Return the pairs of a run as a phrase; one character is the beginning of any pair."""
    if len(run) == 1:
        return f'({columns} : "{run}" *)'
    pairs: Sequence[str] = [run[place : place + 2] for place in range(len(run) - 1)]
    return f'({columns} : "{" ".join(pairs)}")'
