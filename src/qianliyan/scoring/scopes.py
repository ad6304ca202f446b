"""What a column's formula can ask: the unit's other figures, its group, its quotas, the register, tables of steps."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from qianliyan.scoring.errors import Doubtful
from qianliyan.scoring.exact import exact
from qianliyan.scoring.grammar import COLUMN_FUNCTIONS, QUOTA_FUNCTIONS
from qianliyan.scoring.periods import Period
from qianliyan.scoring.quotas import ZERO, overall

if TYPE_CHECKING:
    from qianliyan.scoring.figures import Figures


@dataclass(frozen=True, slots=True)
class ColumnScope:
    """Answers the questions of one unit's formulas for one period."""

    figures: "Figures"
    name: str
    period: Period

    @property
    def group(self) -> str:
        """Give the unit's group."""
        return self.figures.groups[self.name]

    def number(self, name: str) -> Fraction:
        """Give another column's figure."""
        return self.figures.value(self.name, name, self.period)

    def call(self, function: str, names: Sequence[str], numbers: Sequence[Fraction]) -> Fraction:
        """Give what a function of columns, quotas, tables or the register comes to."""
        if function in COLUMN_FUNCTIONS:
            return self.of_column(function, names[0])
        if function in QUOTA_FUNCTIONS:
            quota = next(quota for quota in self.figures.scheme.quotas if quota.name == names[0])
            return overall(function, self.figures.progress_over(self.name, quota, self.period))
        if function == "band":
            return band(self.figures.scheme.bands[names[0]], numbers[0])
        return self.registered(names[0]) if function == "register" else self.of_group(function, names)

    def of_column(self, function: str, column: str) -> Fraction:
        """Give the unit's place by a column, the group's figure of it, or how long it stayed at nothing."""
        if function == "idle":
            return Fraction(self.figures.idle(self.name, column, self.period))
        group = None if function.endswith("_of_all") else self.group
        function = function.removesuffix("_of_all")
        if function == "rank":
            return Fraction(self.figures.rank(column, self.period, group).get(self.name, 0))
        return self.figures.over_group(function, column, self.period, group)

    def of_group(self, function: str, names: Sequence[str]) -> Fraction:
        """Give the size of the unit's group, or whether it is this one."""
        if function == "size":
            return Fraction(len(self.figures.members.get(self.group, [])))
        return Fraction(self.group == names[0])

    def registered(self, name: str) -> Fraction:
        """Give a number of the register."""
        value = self.figures.known(self.name).get(name)
        if value is None:
            raise Doubtful(f"名册中没有“{name}”")
        return exact(value)


def band(steps: Sequence[tuple[Fraction, Fraction]], number: Fraction) -> Fraction:
    """Look a number up in thresholds; below the last one it is worth nothing."""
    return next((value for low, value in steps if number >= low), ZERO)
