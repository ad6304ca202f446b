"""Formulas an assessor writes: `最大(0, 6 - 扣分) + 加分`. Read once, evaluated exactly, explained with numbers.

Arithmetic, comparison, `且 或 非` and named functions; there are no loops, and nothing outside can be reached.
"""

import ast
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import Protocol

from qianliyan.scoring.errors import Doubtful
from qianliyan.scoring.exact import Rounding, exact, plain

SIGNS = {
    "×": "*",
    "÷": "/",
    "－": "-",
    "−": "-",
    "–": "-",
    "≥": ">=",
    "≤": "<=",
    "≠": "!=",
    "，": ",",
    "；": ",",
    "、": ",",
}
WORDS = (("且", "and"), ("或", "or"), ("非", "not"))
PERCENT = re.compile(r"(\d+(?:\.\d+)?)\s*[%％]")
SINGLE_EQUALS = re.compile(r"(?<![<>=!])=(?!=)")
LONGEST = 500

# Functions of plain numbers; each with the Chinese name first.
NUMBER_FUNCTIONS = {
    "最大": "max",
    "最小": "min",
    "绝对值": "abs",
    "取整": "floor",
    "四舍五入": "round",
    "如果": "choose",
}
# Functions whose arguments are names: columns, quotas, tables or attributes of the register.
NAME_FUNCTIONS = {
    "名次": "rank",
    "组内最高": "best",
    "组内合计": "total",
    "组内平均": "mean",
    "组内家数": "size",
    "全体最高": "best_of_all",
    "全体合计": "total_of_all",
    "全体名次": "rank_of_all",
    "达标": "met",
    "完成数": "done",
    "任务数": "target",
    "欠缺数": "missing",
    "完成率": "ratio",
    "登记": "register",
    "查表": "band",
}
FUNCTIONS = {**NUMBER_FUNCTIONS, **NAME_FUNCTIONS}
COLUMN_FUNCTIONS = ("rank", "best", "total", "mean", "best_of_all", "total_of_all", "rank_of_all")
QUOTA_FUNCTIONS = ("met", "done", "target", "missing", "ratio")
ARGUMENTS = {"choose": (3, 3), "abs": (1, 1), "floor": (1, 1), "round": (1, 2), "band": (2, 2), "size": (0, 0)}
OPERATORS: dict[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "−", ast.Mult: "×", ast.Div: "÷"}
COMPARISONS: dict[type[ast.cmpop], str] = {
    ast.Eq: "=",
    ast.NotEq: "≠",
    ast.Lt: "<",
    ast.LtE: "≤",
    ast.Gt: ">",
    ast.GtE: "≥",
}


class Scope(Protocol):
    """Where a formula finds its numbers."""

    def number(self, name: str) -> Fraction:
        """Give the value of a name."""
        ...

    def call(self, function: str, names: Sequence[str], numbers: Sequence[Fraction], /) -> Fraction:
        """Give the value of a function of names."""
        ...


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
    prepared = prepare(text)
    if len(prepared) > LONGEST:
        raise ValueError(f"公式超过{LONGEST}个字符")
    try:
        tree = ast.parse(prepared, mode="eval").body
    except (SyntaxError, RecursionError, MemoryError) as error:
        raise ValueError(f"公式“{text}”写法不对") from error
    return Formula(text, checked(tree, prepared))


def prepare(text: str) -> str:
    """Bring the signs of print (×÷≥，％) into one form."""
    for sign, plain_sign in SIGNS.items():
        text = text.replace(sign, plain_sign)
    for word, english in WORDS:
        text = re.sub(rf"(?<=[\s)）]){word}(?=[\s(（])|^{word}(?=[\s(（])", f" {english} ", text)
    text = unicodedata.normalize("NFKC", PERCENT.sub(r"(\1/100)", text))
    return SINGLE_EQUALS.sub("==", text).strip()


def checked(node: ast.expr, text: str) -> ast.expr:
    """Refuse everything that is not arithmetic on names and functions, and read numbers exactly."""
    if isinstance(node, ast.Constant):
        return number_node(node, text)
    if isinstance(node, ast.Name):
        return node
    if isinstance(node, ast.Call):
        return checked_call(node, text)
    if not allowed(node):
        raise ValueError(f"公式里不能写“{ast.get_source_segment(text, node)}”")
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.expr):
            checked(child, text)
    return node


def allowed(node: ast.expr) -> bool:
    """Tell whether a node is one of the few kinds the language has."""
    if isinstance(node, ast.BinOp):
        return type(node.op) in OPERATORS
    if isinstance(node, ast.Compare):
        return len(node.ops) == 1 and type(node.ops[0]) in COMPARISONS
    return isinstance(node, ast.BoolOp) or (
        isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.UAdd | ast.Not)
    )


def number_node(node: ast.Constant, text: str) -> ast.expr:
    """Replace a literal by the exact number that was written."""
    written_as = ast.get_source_segment(text, node) or ""
    if isinstance(node.value, bool) or not isinstance(node.value, int | float):
        raise ValueError(f"公式里不能写“{written_as}”")
    node.value = exact(written_as)  # type: ignore[assignment]
    return node


def checked_call(node: ast.Call, text: str) -> ast.expr:
    """Check that a function exists and has the right arguments."""
    function = function_of(node)
    if not function or node.keywords:
        raise ValueError(f"没有函数“{ast.get_source_segment(text, node.func)}”；可用：{'、'.join(FUNCTIONS)}")
    fewest, most = ARGUMENTS.get(function, (1, 1 if function in NAME_FUNCTIONS.values() else 20))
    if not fewest <= len(node.args) <= most:
        raise ValueError(f"函数“{ast.get_source_segment(text, node)}”的参数个数不对")
    names_of(node)
    for argument in numbers_to(node):
        checked(argument, text)
    return node


def function_of(node: ast.Call) -> str:
    """Give the one name under which a function is known inside; empty if there is none."""
    name = node.func.id if isinstance(node.func, ast.Name) else ""
    return FUNCTIONS.get(name, name if name in FUNCTIONS.values() else "")


def names_of(node: ast.Call) -> list[str]:
    """List the arguments that are names: all of a function of names, only the first of `band`."""
    function = function_of(node)
    if function not in NAME_FUNCTIONS.values():
        return []
    asked = node.args[:1] if function == "band" else node.args
    if not all(isinstance(argument, ast.Name) for argument in asked):
        raise ValueError(f"函数“{ast.unparse(node.func)}”的括号里应是名称")
    return [argument.id for argument in asked if isinstance(argument, ast.Name)]


def numbers_to(node: ast.Call) -> list[ast.expr]:
    """List the arguments that are numbers."""
    function = function_of(node)
    if function == "band":
        return node.args[1:]
    return [] if function in NAME_FUNCTIONS.values() else node.args


def numbers_in(node: ast.AST) -> Iterator[str]:
    """List the names that stand for numbers below a node."""
    if isinstance(node, ast.Name):
        yield node.id
    children = numbers_to(node) if isinstance(node, ast.Call) else ast.iter_child_nodes(node)
    for child in children:
        yield from numbers_in(child)


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
    if not isinstance(node, ast.Compare):
        raise TypeError(ast.dump(node))
    left, right = worked(node.left, scope), worked(node.comparators[0], scope)
    return Fraction(compared(node.ops[0], left, right))


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
        return f"{written_part(left, scope)}{sign}{written_part(right, scope)}"
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
