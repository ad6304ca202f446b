"""Two windows, one row: a change that was made from an older state is refused, and nothing anybody wrote is lost."""

from qianliyan.core.errors import Stale
from qianliyan.planning.models import Commission, KeyPoint, KeyTask


def revised(row: Commission | KeyPoint | KeyTask, revision: int, page: str) -> int:
    """Return the next revision of a locked row; refuse one that was changed since `revision` was read."""
    if row.revision != revision:
        raise Stale(page)
    return revision + 1
