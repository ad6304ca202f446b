"""Fills a template: alternatives, invented figures that agree with one another, and names of the place.

[a|b|c]          one of these words
{A:120..900}     a figure, remembered as A; with a point in it, as many decimals
{A:~120..900}    the same, larger for a city and smaller for a township
{B:A*0.7..0.95}  a part of A
{A} {A-B} {A+B}  a remembered figure, or what follows from two
{B/A%}           the share in per cent, one decimal
{地}             a name of the place, given by the caller
"""

import re
from collections.abc import Mapping
from random import Random

ALTERNATIVES = re.compile(r"\[([^\[\]]*)\]")
SLOT = re.compile(r"\{([^{}]*)\}")
DRAWN = re.compile(r"(?P<name>[A-Z]):(?:(?P<of>[A-Z])\*)?(?P<scaled>~?)(?P<low>[\d.]+?)\.\.(?P<high>[\d.]+)")
SHARE = re.compile(r"([A-Z])/([A-Z])%")
TERM = re.compile(r"([A-Z])([-+])([A-Z])")

Figures = dict[str, float]
Kept = tuple[Figures, dict[str, int]]


class Filling:
    """One text being filled: the same name is the same figure from its first line to its last."""

    def __init__(
        self, chance: Random, names: Mapping[str, str], scale: float = 1.0, known: Mapping[str, float] | None = None
    ) -> None:
        self.chance = chance
        self.names = names
        self.scale = scale
        self.figures: Figures = dict(known or {})
        self._known = frozenset(self.figures)
        self._decimals: dict[str, int] = {}

    def fill(self, template: str) -> str:
        """Return the template with everything filled in."""
        while ALTERNATIVES.search(template):
            template = ALTERNATIVES.sub(lambda found: self.chance.choice(found[1].split("|")), template)
        return SLOT.sub(lambda found: self._slot(found[1]), template)

    def fits(self, template: str) -> bool:
        """Tell whether every figure that the template quotes was drawn before or is drawn in it."""
        known = set(self.figures)
        for slot in SLOT.findall(template):
            drawn = DRAWN.fullmatch(slot)
            needed = {drawn["of"]} - {None} if drawn else set(re.findall(r"\b[A-Z]\b", slot))
            if needed - known:
                return False
            known |= {drawn["name"]} if drawn else set()
        return True

    def kept(self) -> Kept:
        """Return the figures and their decimals as they are now."""
        return dict(self.figures), dict(self._decimals)

    def return_to(self, kept: Kept) -> None:
        """Take up the figures as they were."""
        self.figures, self._decimals = dict(kept[0]), dict(kept[1])

    def _slot(self, slot: str) -> str:
        if drawn := DRAWN.fullmatch(slot):
            return self._draw(drawn)
        if share := SHARE.fullmatch(slot):
            return f"{self.figures[share[1]] * 100 / self.figures[share[2]]:.1f}%"
        if term := TERM.fullmatch(slot):
            sign = 1 if term[2] == "+" else -1
            decimals = max(self._decimals[term[1]], self._decimals[term[3]])
            return f"{self.figures[term[1]] + sign * self.figures[term[3]]:.{decimals}f}"
        if slot in self.figures and slot in self._decimals:
            return self._written(slot)
        return self.names[slot]

    def _draw(self, drawn: re.Match[str]) -> str:
        name, low, high = drawn["name"], float(drawn["low"]), float(drawn["high"])
        value = self.chance.uniform(low, high)
        decimals = max(len(drawn[side].partition(".")[2]) for side in ("low", "high"))
        if drawn["of"]:
            value, decimals = value * self.figures[drawn["of"]], self._decimals[drawn["of"]]
        elif drawn["scaled"]:
            value *= self.scale
        least = 10.0**-decimals
        self._decimals[name] = decimals
        if name in self._known:
            return self._written(name)
        self.figures[name] = max(round(value, decimals), least)
        return self._written(name)

    def _written(self, name: str) -> str:
        return f"{self.figures[name]:.{self._decimals[name]}f}"
