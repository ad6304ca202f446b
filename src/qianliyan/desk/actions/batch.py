"""The same step for several submissions: each in a transaction of its own, each with its own result."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from qianliyan.core.errors import DomainError
from qianliyan.items.models import Submission


@dataclass(frozen=True)
class Result:
    """What became of one submission; an empty refusal means done."""

    submission: Submission
    refusal: str = ""


def each(submissions: Iterable[Submission], step: Callable[[Submission], object]) -> list[Result]:
    """Take `step` for every submission; a refusal of one never stops the others."""
    return [_tried(submission, step) for submission in submissions]


def _tried(submission: Submission, step: Callable[[Submission], object]) -> Result:
    try:
        step(submission)
    except DomainError as refusal:
        return Result(submission, refusal.text)
    return Result(submission)
