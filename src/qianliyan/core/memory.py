"""Answers that are kept while many steps are played at once: who sits where, what an office has set.

Outside `keeping` nothing is kept; an answer that depends on the day takes it as an argument.
What changes an answer says so by `learn` or `forget`.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar, cast

from django.db import models
from django.db.models import Q

P = ParamSpec("P")
T = TypeVar("T")
_kept: ContextVar[defaultdict[Hashable, dict[Hashable, object]] | None] = ContextVar("kept", default=None)


@contextmanager
def keeping() -> Iterator[None]:
    """Keep the answers of `kept` functions inside."""
    token = _kept.set(defaultdict(dict))
    try:
        yield
    finally:
        _kept.reset(token)


def forget(*questions: Callable[..., Any]) -> None:
    """Ask these questions anew from here; without any, everything."""
    answers = _kept.get()
    if answers is None:
        return
    gone: list[Any] = [_bare(one) for one in questions] or list(answers)
    for question in gone:
        answers.pop(question, None)


def learn(question: Callable[..., Any], answer: object, *args: Hashable) -> None:
    """Know the answer to a `kept` question before it is asked again."""
    answers = _kept.get()
    if answers is not None:
        answers[_bare(question)][args, ()] = answer


def _bare(question: Callable[..., Any]) -> Callable[..., Any]:
    bare: Callable[..., Any] = getattr(question, "__wrapped__", question)
    return bare


def kept(question: Callable[P, T]) -> Callable[P, T]:
    """Let the answer to a question with hashable arguments be kept, while answers are kept."""

    @wraps(question)
    def asked(*args: P.args, **kwargs: P.kwargs) -> T:
        answers = _kept.get()
        if answers is None:
            return question(*args, **kwargs)
        known, key = answers[question], (args, tuple(sorted(kwargs.items())))
        if key not in known:
            known[key] = question(*args, **kwargs)
        return known[key]  # type: ignore[return-value]

    return asked


class _Rows(models.QuerySet[Any]):
    def get(self, *args: Any, **kwargs: Any) -> Any:
        """Return the row that a foreign key names, from memory if it was asked for before."""
        answers, key = _kept.get(), _key_of(args, kwargs)
        if answers is None or key is None:
            return super().get(*args, **kwargs)
        known = answers[cast("Hashable", self.model)]
        if key not in known:
            known[key] = super().get(*args, **kwargs)
        return known[key]


def _key_of(args: tuple[Any, ...], kwargs: dict[str, Any]) -> Hashable | None:
    """Return the number by which one row is asked for, if it is asked for by nothing else."""
    if kwargs or len(args) != 1 or not isinstance(args[0], Q) or len(args[0].children) != 1:
        return None
    name, number = args[0].children[0]  # type: ignore[misc]
    return number if name == "id" and isinstance(number, int) else None


Rows = models.Manager.from_queryset(_Rows)
