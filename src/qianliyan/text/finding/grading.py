"""Which texts a query finds and in which order: the promise that every index has to keep.

Order: the grade, then the day (newest first), then the number of the row. Grade 3: every wanted term stands in the
title. Grade 2: one of them does, or all of them stand in one piece somewhere. Grade 1: they occur.
"""

from qianliyan.text.finding.asking import Query, Term
from qianliyan.text.finding.folding import fold, runs

IN_TITLE, NEAR, ANYWHERE = 3, 2, 1
GRADES = (IN_TITLE, NEAR, ANYWHERE)


def found(query: Query, title: str, body: str) -> bool:
    """Tell whether the text has all that is wanted and nothing that is not."""
    texts = (" ".join(runs(title)), " ".join(runs(body)))
    return all(_occurs(term, texts) for term in query.wanted) and not any(
        _occurs(term, texts) for term in query.unwanted
    )


def grade(query: Query, title: str, body: str) -> int:
    """Return how well a found text answers."""
    heading = fold(title)
    hits = [all(run in heading for run in term.runs) for term in query.wanted]
    if hits and all(hits):
        return IN_TITLE
    in_one_piece = len(query.wanted) > 1 and (query.joined in heading or query.joined in fold(body))
    return NEAR if any(hits) or in_one_piece else ANYWHERE


def _occurs(term: Term, texts: tuple[str, ...]) -> bool:
    return any(term.whole in text for text in texts)
