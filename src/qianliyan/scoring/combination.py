"""Several lines for one item, or for one unit: which of them count.

`one_per` keeps the best of each layer, `best` then keeps the best few, `by_place` counts the second, third … in part,
`max` and `min` bound what is left.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Generic, Protocol, TypeVar

from qianliyan.scoring.exact import exact, plain


class Line(Protocol):
    """What a combination looks at: points, and an order that does not depend on the order of the file."""

    @property
    def points(self) -> Fraction:
        """Give the points."""
        ...

    @property
    def order(self) -> tuple[Any, ...]:
        """Give the tie-break: date, then fact."""
        ...


L = TypeVar("L", bound=Line)


@dataclass(frozen=True, slots=True)
class Kept(Generic[L]):
    """A line that counts, perhaps cut by a bound, or one that does not, with the reason."""

    line: L
    points: Fraction
    why: str = ""


@dataclass(frozen=True, slots=True)
class Combine:
    """One way to combine the lines of certain rules."""

    name: str
    clause: str
    rules: frozenset[str]
    within: str
    one_per: tuple[str, ...]
    best: int | None
    each: str | None
    first: bool
    high: Fraction | None
    low: Fraction | None
    by_place: tuple[Fraction, ...] = ()

    def keep(self, lines: Sequence[L], layer: Callable[[L], Any]) -> list[Kept[L]]:
        """Decide which lines count; the same lines give the same answer in any order."""
        ranked = sorted(lines, key=lambda line: line.order if self.first else (-abs(line.points), line.order))
        layers: set[Any] = set()
        kept: list[Kept[L]] = []
        taken = 0
        for line in ranked:
            why = self.refusal(layer(line), layers, taken)
            kept.append(Kept(line, Fraction(0), why) if why else self.in_place(line, taken))
            taken += not why
        return self.bounded(kept)

    def in_place(self, line: L, taken: int) -> Kept[L]:
        """Count a line in part if it comes after others; the last part is for all further ones."""
        part = self.by_place[min(taken, len(self.by_place) - 1)] if self.by_place else Fraction(1)
        why = "" if part == 1 else f"{self.name}：第{taken + 1}项按{plain(part)}计"
        return Kept(line, line.points * part, why)

    def refusal(self, layer: Any, layers: set[Any], taken: int) -> str:
        """Say why a line does not count after those before it; note its layer if it does."""
        if self.one_per and layer in layers:
            return f"{self.name}：同层次已计"
        if self.best is not None and taken >= self.best:
            return f"{self.name}：只计{self.best}项"
        layers.add(layer)
        return ""

    def bounded(self, kept: list[Kept[L]]) -> list[Kept[L]]:
        """Cut the last lines so that the sum stays within the bounds."""
        rest = self.high, self.low
        result = []
        for entry in kept:
            points = clipped(entry.points, *rest)
            why = entry.why if points == entry.points else f"{self.name}：至{plain(self.edge(entry.points))}为止"
            rest = tuple(None if end is None else end - points for end in rest)  # type: ignore[assignment]
            result.append(Kept(entry.line, points, why))
        return result

    def edge(self, points: Fraction) -> Fraction:
        """Give the bound that cut something off."""
        return (self.high if points > 0 else self.low) or Fraction(0)


def clipped(points: Fraction, room: Fraction | None, floor: Fraction | None) -> Fraction:
    """Cut points to the room that is left above or below."""
    if points > 0 and room is not None:
        return min(points, max(room, Fraction(0)))
    if points < 0 and floor is not None:
        return max(points, min(floor, Fraction(0)))
    return points


def read(data: dict[str, Any]) -> Combine:
    """Read a `combine` that the JSON Schema has passed."""
    one_per = data.get("one_per", [])
    high, low = (None if data.get(end) is None else exact(data[end]) for end in ("max", "min"))
    by_place = tuple(exact(part) for part in data.get("by_place", ()))
    if by_place and (by_place[0] != 1 or min(by_place) < 0):
        raise ValueError("by_place的第一项须是1，其余不能是负数")
    return Combine(
        data["combine"],
        data.get("clause", ""),
        frozenset(data["rules"]),
        data.get("within", "item"),
        tuple(one_per if isinstance(one_per, list) else [one_per]),
        data.get("best"),
        data.get("each"),
        data.get("prefer") == "first",
        high,
        low,
        by_place,
    )
