"""What is still to happen, in the order of its time; a step may enter further ones."""

import gc
import heapq
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from django.db import DEFAULT_DB_ALIAS, connections, transaction

from qianliyan.core import clock
from qianliyan.core.batches import together
from qianliyan.core.memory import keeping
from qianliyan.search.actions.putting import gathered

Act = Callable[[], object]
# So many steps share a transaction: large enough to be quick, small enough to let others write in between.
CHUNK = 400


@dataclass(order=True)
class Entry:
    """One step that waits for its time."""

    moment: datetime
    number: int
    act: Act = field(compare=False)
    chance: Random = field(compare=False)


class Agenda:
    """Steps by their time; those of the same moment in the order in which they were entered.

    Every thread has a chance of its own, which its later steps inherit: what happens to one item does not depend on
    what else happens meanwhile.
    """

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)  # noqa: S311 - an invented year, not a secret
        self._seed = seed
        self._waiting: list[Entry] = []
        self._entered = 0

    def enter(self, moment: datetime, act: Act) -> None:
        """Let `act` happen at `moment`, in the thread in which we are."""
        heapq.heappush(self._waiting, Entry(moment, self._entered, act, self.chance))
        self._entered += 1

    @contextmanager
    def thread(self, name: str) -> Iterator[None]:
        """Begin a thread: what is entered inside, and whatever comes of it."""
        around, self.chance = self.chance, Random(f"{self._seed} {name}")  # noqa: S311 - an invented year
        try:
            yield
        finally:
            self.chance = around

    def play(self, until: datetime, told: Callable[[datetime], None]) -> int:
        """Let everything before `until` happen, and return how much that was; what is later never does."""
        played = 0
        last = None
        with _without_collecting(), keeping(), without_savepoints():
            while self._waiting and self._waiting[0].moment < until:
                with transaction.atomic(), gathered(), together():
                    for entry in self._next(until):
                        # The trail goes forward: no two steps at the same moment.
                        last = entry.moment if last is None else max(entry.moment, last + timedelta(milliseconds=20))
                        self.chance = entry.chance
                        with clock.at(last):
                            entry.act()
                        played += 1
                if last is not None:
                    told(last)
        return played

    def _next(self, until: datetime) -> Iterator[Entry]:
        for _number in range(CHUNK):
            if not self._waiting or self._waiting[0].moment >= until:
                return
            yield heapq.heappop(self._waiting)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Spare the collector the walk over a growing heap that holds no cycles of note."""
    gc.collect()
    gc.freeze()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.unfreeze()


@contextmanager
def without_savepoints() -> Iterator[None]:
    """Let whatever fails end the whole play; savepoints would be a third of all statements."""
    inner = connections[DEFAULT_DB_ALIAS]
    inner.savepoint = lambda: None  # type: ignore[method-assign]
    try:
        yield
    finally:
        del inner.savepoint
