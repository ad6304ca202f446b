"""Answers that are kept while many steps are played at once: who sits where, what an office has set.

Outside `keeping` nothing is kept; whoever plays a story knows when such an answer changes and calls `forget`.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import ParamSpec, TypeVar

from qianliyan.core import clock

P = ParamSpec("P")
T = TypeVar("T")
_kept: ContextVar[dict[Hashable, object] | None] = ContextVar("kept", default=None)


@contextmanager
def keeping() -> Iterator[None]:
    """Keep the answers of `kept` functions inside."""
    token = _kept.set({})
    try:
        yield
    finally:
        _kept.reset(token)


def forget() -> None:
    """Ask everything anew from here."""
    answers = _kept.get()
    if answers is not None:
        answers.clear()


def kept(question: Callable[P, T]) -> Callable[P, T]:
    """Let the answer to a question with hashable arguments be kept for the day, while answers are kept."""

    @wraps(question)
    def asked(*args: P.args, **kwargs: P.kwargs) -> T:
        answers = _kept.get()
        if answers is None:
            return question(*args, **kwargs)
        key = (question, clock.today(), args, tuple(sorted(kwargs.items())))
        if key not in answers:
            answers[key] = question(*args, **kwargs)
        return answers[key]  # type: ignore[return-value]

    return asked
