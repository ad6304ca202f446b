"""What lies in reserve past its time comes back on the desk, where somebody decides again."""

from qianliyan.desk.actions.batch import each
from qianliyan.desk.reserves import expired_reserves
from qianliyan.history.actors import SYSTEM
from qianliyan.history.workflow import move
from qianliyan.items.models import Submission
from qianliyan.items.states import EXPIRE


def bring_back(submission: Submission) -> Submission:
    """Lay one on the desk again, as if signed for."""
    return move(submission, EXPIRE, by=SYSTEM)


def bring_back_expired(most: int = 100) -> int:
    """Bring back what is due, each in a transaction of its own, and return how many; the rest waits for the next run.

    An editor may be faster with one of them; the others come back all the same.
    """
    return sum(not result.refusal for result in each(list(expired_reserves()[:most]), bring_back))
