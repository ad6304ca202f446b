"""Two windows, one row: a change that was made from an older state is refused, and nothing anybody wrote is lost."""

from qianliyan.core.errors import refuse_stale
from qianliyan.planning.models import Commission, KeyPoint, KeyTask


def revised(row: Commission | KeyPoint | KeyTask, revision: int, page: str) -> int:
    """Return the next revision of a locked row; refuse one that was changed since `revision` was read."""
    refuse_stale(row.revision, revision, page)
    return revision + 1
