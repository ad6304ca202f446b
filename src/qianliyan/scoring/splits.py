"""How the points of one item reach several units or several authors.

Shares are fractions of the item's value; they need not add up to one, because some offices give everybody the whole.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from qianliyan.scoring.attributes import label
from qianliyan.scoring.exact import exact, plain

# What a sharer is to a split: its weight and its role, in the order of the fact.
Sharers = tuple[tuple[int, str], ...]
NAMES = {
    "full": "各记全分",
    "equal": "平分",
    "weights": "按份额",
    "first": "只记第一署名",
    "none": "不记给任何单位",
}


@dataclass(frozen=True, slots=True)
class Split:
    """One way to share, perhaps only among certain roles or the first few."""

    kind: str = "weights"
    roles: frozenset[str] = frozenset()
    most: int | None = None
    ratio: tuple[Fraction, ...] = ()
    ratios: tuple[tuple[int, tuple[Fraction, ...]], ...] = ()
    shares: tuple[tuple[str, Fraction], ...] = ()
    by_place: tuple[Fraction, ...] = ()

    def of(self, sharers: Sharers) -> tuple[Fraction, ...]:
        """Give each sharer's fraction, in their order; who has no part in it gets 0."""
        taking = [place for place, (_, role) in enumerate(sharers) if not self.roles or role in self.roles]
        weights = self.weights([sharers[place] for place in taking[: self.most]])
        parts = dict(zip(taking, weights, strict=False))
        return tuple(parts.get(place, Fraction(0)) for place in range(len(sharers)))

    def weights(self, sharers: list[tuple[int, str]]) -> list[Fraction]:
        """Give the fractions of those who take part."""
        if self.shares:
            by_role = dict(self.shares)
            return [by_role.get(role, Fraction(0)) for _, role in sharers]
        if self.by_place or self.ratio or self.ratios:
            return self.listed(len(sharers))
        if self.kind in ("full", "none"):
            return [Fraction(self.kind == "full")] * len(sharers)
        if self.kind == "first":
            return [Fraction(place == 0) for place in range(len(sharers))]
        return normal([Fraction(1 if self.kind == "equal" else weight) for weight, _ in sharers])

    def listed(self, number: int) -> list[Fraction]:
        """Give what is written for each place: parts of the whole, or a ratio; beyond its length nobody gets any."""
        if self.by_place:
            return [self.by_place[min(place, len(self.by_place) - 1)] for place in range(number)]
        return normal(list(self.ratio_for(number)[:number]))

    def ratio_for(self, number: int) -> tuple[Fraction, ...]:
        """Give the ratio for so many sharers, or for the next smaller number; who is alone has it all."""
        written = [(count, ratio) for count, ratio in self.ratios if count <= number]
        return max(written)[1] if written else self.ratio or (Fraction(1),)

    def words(self, sharers: Sharers, share: Fraction) -> str:
        """Say how the share came about; nothing where there is nothing to share."""
        if len(sharers) < 2 and share == 1:
            return ""
        name = NAMES[self.kind]
        if self.shares:
            name = "按角色"
        elif self.ratio or self.ratios or self.by_place:
            name = "按署名次序" if self.by_place else "按比例"
        return f" × {plain(share)}（{len(sharers)}方{name}）" if share != 1 else f"（{len(sharers)}方{name}）"

    def describe(self) -> str:
        """Say the way of sharing in Chinese."""
        if self.shares:
            return "、".join(f"{label(role)}记{plain(share)}" for role, share in self.shares)
        if self.by_place:
            return "按署名次序各记" + "、".join(plain(part) for part in self.by_place)
        if self.ratio:
            return f"按{in_ratio(self.ratio)}分配"
        if self.ratios:
            return "，".join(f"{number}人的按{in_ratio(ratio)}分配" for number, ratio in sorted(self.ratios))
        among = f"（限{'、'.join(sorted(label(role) for role in self.roles if role))}）" if self.roles else ""
        return (f"前{self.most}名" if self.most else "") + NAMES[self.kind] + among


def in_ratio(parts: tuple[Fraction, ...]) -> str:
    """Write a ratio."""
    return "∶".join(plain(part) for part in parts)


def normal(weights: list[Fraction]) -> list[Fraction]:
    """Make weights add up to one."""
    whole = sum(weights, Fraction(0))
    return [weight / whole if whole else Fraction(0) for weight in weights]


def read(data: Any) -> Split:
    """Read a `split` that the JSON Schema has passed; a ValueError says what is wrong."""
    if isinstance(data, str):
        return Split(data)
    roles, most = frozenset(data.get("roles", ())), data.get("first")
    ratio = tuple(exact(part) for part in data.get("ratio", ()))
    ratios = tuple((int(number), tuple(exact(part) for part in parts)) for number, parts in by_number(data))
    shares = tuple((role, exact(share)) for role, share in data.get("shares", {}).items())
    by_place = tuple(exact(part) for part in data.get("by_place", ()))
    for parts in (ratio, by_place, *(parts for _, parts in ratios), tuple(share for _, share in shares)):
        check_weights(parts)
    return Split(data.get("kind", "weights"), roles, most, ratio, ratios, shares, by_place)


def by_number(data: Mapping[str, Any]) -> list[tuple[str, list[Any]]]:
    """List the ratios that depend on the number of sharers."""
    return list(data.get("ratio_by_number", {}).items())


def check_weights(parts: tuple[Fraction, ...]) -> None:
    """Refuse negative weights and weights that are all zero."""
    if any(part < 0 for part in parts):
        raise ValueError("份额不能为负")
    if parts and not any(parts):
        raise ValueError("份额不能全为零")
