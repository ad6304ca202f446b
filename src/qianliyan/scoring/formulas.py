"""Formulas an assessor writes: `最大(0, 6 - 扣分) + 加分`. Read once, evaluated exactly, explained with numbers.

Arithmetic, comparison, `且 或 非` and named functions; there are no loops, and nothing outside can be reached.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from qianliyan.scoring.evaluation import Scope, worked, written
from qianliyan.scoring.grammar import NAME_FUNCTIONS, function_of, names_of, numbers_in, parsed


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula as written and as understood."""

    text: str
    tree: ast.expr

    def names(self) -> Iterator[str]:
        """List the names used as numbers."""
        yield from numbers_in(self.tree)

    def calls(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """List the functions of names, each with the names it is asked about."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call) and function_of(node) in NAME_FUNCTIONS.values():
                yield function_of(node), tuple(names_of(node))

    def value(self, scope: Scope) -> Fraction:
        """Work the formula out; conditions give 1 or 0."""
        return worked(self.tree, scope)

    def holds(self, scope: Scope) -> bool:
        """Tell whether the formula, read as a condition, is true."""
        return self.value(scope) != 0

    def words(self, scope: Scope) -> str:
        """Write the formula with the numbers in place of the names."""
        return written(self.tree, scope)


def read(text: str) -> Formula:
    """Read a formula; a ValueError says what is wrong in Chinese."""
    return Formula(text, parsed(text))
