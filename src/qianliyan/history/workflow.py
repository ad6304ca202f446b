"""The one function that takes a step: it locks, checks, saves and records in one transaction."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from django.db import models, transaction

from qianliyan.core.errors import NotAllowed, Text, WrongState
from qianliyan.core.rows import locked_row, write_row
from qianliyan.history.actors import Actor
from qianliyan.history.trail import record

if TYPE_CHECKING:

    class Stateful(Protocol):
        """A model with one state column."""

        state: Any
        pk: Any

        def get_state_display(self) -> str:
            """Return the state in words."""
            ...


T = TypeVar("T", bound=models.Model)
A = TypeVar("A", bound=Actor)


@dataclass(frozen=True)
class Transition(Generic[T, A]):
    """One row of a state table: what the step is called, from where to where, and who may take it."""

    verb: str
    sources: tuple[str, ...]
    target: str
    allowed: Callable[[A, T], bool]
    label: Text = ""
    key: str = ""
    needs_reason: bool = False


@transaction.atomic
def move(
    thing: T,
    step: Transition[T, A],
    *,
    by: A,
    on_behalf_of: Actor | None = None,
    recorded_from: str = "",
    text: str = "",
    also: Mapping[str, Any] | None = None,
    **details: str | int,
) -> T:
    """Take `step` on a freshly locked copy of `thing` and record it; refuse if it may not.

    `also` sets further columns of the same row in the same write; `text` is the free text (a reason, a remark).
    """
    words = {"on_behalf_of": on_behalf_of, "recorded_from": recorded_from, "text": text, "also": also, **details}
    return take_step(locked(thing), step, by=by, **words)  # type: ignore[arg-type]


def take_step(
    held: T,
    step: Transition[T, A],
    *,
    by: A,
    on_behalf_of: Actor | None = None,
    recorded_from: str = "",
    text: str = "",
    also: Mapping[str, Any] | None = None,
    **details: str | int,
) -> T:
    """Take `step` on a copy that the caller has just locked in this transaction; `move` locks it himself."""
    fresh: Any = held
    if fresh.state not in step.sources:
        raise WrongState(step.label, fresh.get_state_display())
    if not step.allowed(by, fresh):
        raise NotAllowed(step.label)
    origin, fresh.state = fresh.state, step.target
    for name, value in (also or {}).items():
        setattr(fresh, name, value)
    write_row(fresh, ("state", *(also or ())))
    record(
        step.verb,
        fresh,
        by=by,
        on_behalf_of=on_behalf_of,
        recorded_from=recorded_from,
        text=text,
        origin=origin,
        target=step.target,
        **details,
    )
    return fresh  # type: ignore[no-any-return]


def refuse_unless_open(step: Transition[T, A], thing: T, by: A) -> None:
    """Refuse a page that asks about a step which this person may not take, or may no longer take."""
    if not step.allowed(by, thing):
        raise NotAllowed(step.label)
    if thing.state not in step.sources:  # type: ignore[attr-defined]
        raise WrongState(step.label, thing.get_state_display())  # type: ignore[attr-defined]


def locked(thing: T) -> T:
    """Return a fresh copy of the row, locked until the transaction ends."""
    return locked_row(type(thing), thing.pk)


def open_to(transitions: Iterable[Transition[T, A]], thing: T, by: A) -> list[Transition[T, A]]:
    """List the steps that `by` may take now; pages show exactly these as buttons."""
    state = thing.state  # type: ignore[attr-defined]
    return [step for step in transitions if state in step.sources and step.allowed(by, thing)]
