"""Working formulas out exactly, and writing them again with the numbers in place of the names."""

import ast
from collections.abc import Sequence
from fractions import Fraction
from math import floor
from typing import Protocol, cast

from qianliyan.scoring.errors import Doubtful
from qianliyan.scoring.exact import Rounding, plain
from qianliyan.scoring.grammar import (
    COMPARISONS,
    FUNCTIONS,
    NAME_FUNCTIONS,
    OPERATORS,
    function_of,
    names_of,
    numbers_to,
)


class Scope(Protocol):
    """Where a formula finds its numbers."""

    def number(self, name: str) -> Fraction:
        """Give the value of a name."""
        ...

    def call(self, function: str, names: Sequence[str], numbers: Sequence[Fraction], /) -> Fraction:
        """Give the value of a function of names."""
        ...


def worked(node: ast.expr, scope: Scope) -> Fraction:
    """Work out one node."""
    if isinstance(node, ast.Constant):
        return Fraction(node.value)  # type: ignore[arg-type]
    if isinstance(node, ast.Name):
        return scope.number(node.id)
    if isinstance(node, ast.Call):
        return called(node, scope)
    if isinstance(node, ast.BinOp):
        return combined(node.op, worked(node.left, scope), worked(node.right, scope))
    return worked_logic(node, scope)


def combined(operator: ast.operator, left: Fraction, right: Fraction) -> Fraction:
    """Do one sum; nothing divided by nothing is nothing, anything else divided by nothing is refused."""
    if isinstance(operator, ast.Add):
        return left + right
    if isinstance(operator, ast.Sub):
        return left - right
    if isinstance(operator, ast.Mult):
        return left * right
    if right == 0 and left != 0:
        raise Doubtful(f"{plain(left)}÷0：除数为零，请在公式中用“如果”说明此时怎么算")
    return left / right if right else Fraction(0)


def worked_logic(node: ast.expr, scope: Scope) -> Fraction:
    """Work out signs, comparisons and conditions."""
    if isinstance(node, ast.UnaryOp):
        value = worked(node.operand, scope)
        return (
            Fraction(value == 0)
            if isinstance(node.op, ast.Not)
            else value * (-1 if isinstance(node.op, ast.USub) else 1)
        )
    if isinstance(node, ast.BoolOp):
        values = (worked(part, scope) != 0 for part in node.values)
        return Fraction(all(values) if isinstance(node.op, ast.And) else any(values))
    comparison = cast("ast.Compare", node)
    left, right = worked(comparison.left, scope), worked(comparison.comparators[0], scope)
    return Fraction(compared(comparison.ops[0], left, right))


def compared(operator: ast.cmpop, left: Fraction, right: Fraction) -> bool:
    """Compare two numbers."""
    sign = COMPARISONS[type(operator)]
    smaller, same = left < right, left == right
    return {"=": same, "≠": not same, "<": smaller, "≤": smaller or same, ">": not smaller and not same}.get(
        sign, not smaller
    )


def called(node: ast.Call, scope: Scope) -> Fraction:
    """Call a function; `如果` works out only the branch that is taken."""
    function = function_of(node)
    if function == "choose":
        return worked(node.args[1] if worked(node.args[0], scope) else node.args[2], scope)
    numbers = [worked(argument, scope) for argument in numbers_to(node)]
    if function in NAME_FUNCTIONS.values():
        return scope.call(function, names_of(node), numbers)
    if function == "round":
        return Rounding(int(numbers[1]) if len(numbers) > 1 else 0).apply(numbers[0])
    simple = {"max": max, "min": min}
    if function in simple:
        return simple[function](numbers)
    return abs(numbers[0]) if function == "abs" else Fraction(floor(numbers[0]))


def written(node: ast.expr, scope: Scope) -> str:
    """Write one node with numbers in place of names."""
    if isinstance(node, ast.Call):
        return written_call(node, scope)
    if isinstance(node, ast.BinOp | ast.Compare):
        left, sign, right = sides(node)
        first = written(left, scope) if goes_on(left, node) else written_part(left, scope)
        return f"{first}{sign}{written_part(right, scope)}"
    if isinstance(node, ast.BoolOp):
        word = "且" if isinstance(node.op, ast.And) else "或"
        return word.join(written_part(part, scope) for part in node.values)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        return f"非{written_part(node.operand, scope)}"
    return plain(worked(node, scope)).replace("-", "−")


def sides(node: ast.BinOp | ast.Compare) -> tuple[ast.expr, str, ast.expr]:
    """Take a sum or a comparison apart."""
    if isinstance(node, ast.BinOp):
        return node.left, OPERATORS[type(node.op)], node.right
    return node.left, COMPARISONS[type(node.ops[0])], node.comparators[0]


def goes_on(left: ast.expr, node: ast.expr) -> bool:
    """Tell whether a sum may stand at the left without brackets: it is worked out first anyway."""
    if not isinstance(left, ast.BinOp):
        return False
    return not is_sum(left) or isinstance(node, ast.Compare) or (isinstance(node, ast.BinOp) and is_sum(node))


def is_sum(node: ast.BinOp) -> bool:
    """Tell a sum or difference from a product or quotient."""
    return isinstance(node.op, ast.Add | ast.Sub)


def written_part(node: ast.expr, scope: Scope) -> str:
    """Write a node as part of a larger one, in brackets where it needs them."""
    text = written(node, scope)
    return f"({text})" if isinstance(node, ast.BinOp | ast.BoolOp | ast.Compare) or text.startswith("−") else text


def written_call(node: ast.Call, scope: Scope) -> str:
    """Write a function with its value, and plain functions with their arguments too."""
    function = function_of(node)
    name = next(chinese for chinese, english in FUNCTIONS.items() if english == function)
    value = plain(called(node, scope)).replace("-", "−")
    if function in NAME_FUNCTIONS.values():
        return (
            f"{name}({', '.join([*names_of(node), *(written(part, scope) for part in numbers_to(node))])})〔{value}〕"
        )
    if function == "choose":
        taken = node.args[1] if worked(node.args[0], scope) else node.args[2]
        return f"{name}({written(node.args[0], scope)})取{written(taken, scope)}"
    return f"{name}({', '.join(written(part, scope) for part in node.args)})"
