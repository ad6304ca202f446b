"""What PostgreSQL's indexes are asked: tokens of titles or of whole rows, marks among them."""

from collections.abc import Iterable, Iterator

from qianliyan.search.index.asked import Asked
from qianliyan.search.index.clauses import Clause, every
from qianliyan.search.index.meanings import runs_of
from qianliyan.text.finding.grading import IN_TITLE

TOKENS = 'search_tokens(title, body, marks) COLLATE "C"'
TITLE_TOKENS = "search_tokens(title, '', marks) COLLATE \"C\""
MARKS = "string_to_array(marks, ' ')"
# A pair of characters is a token; what is longer is more than its pairs.
EXACT = 2


def named(asked: Asked, grade: int) -> Clause:
    """Return the condition by which an index names the rows that may be of this grade."""
    return _having(asked, TITLE_TOKENS if grade == IN_TITLE else TOKENS, _pairs(runs_of(asked)))


def marked(asked: Asked) -> Clause:
    """Return the condition on the marks of a row, told from the row."""
    return _having(asked, MARKS, ())


def _having(asked: Asked, tokens: str, pairs: Iterable[str]) -> Clause:
    wanted = sorted({*asked.marks, *pairs})
    every_one = [Clause(f"{tokens} @> %s::text[]", (wanted,))] if wanted else []
    return every((Clause(f"{tokens} && %s::text[]", (list(asked.reach),)), *every_one))


def _pairs(runs: Iterable[str]) -> Iterator[str]:
    return (run[place : place + 2] for run in runs for place in range(max(1, len(run) - 1)))
