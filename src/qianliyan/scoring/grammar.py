"""The words and the grammar of formulas: what may be written, and what each function is asked about."""

import ast
import re
import unicodedata
from collections.abc import Iterator

from qianliyan.scoring.exact import exact

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
    "连续零期": "idle",
    "达标": "met",
    "完成数": "done",
    "任务数": "target",
    "欠缺数": "missing",
    "完成率": "ratio",
    "登记": "register",
    "属于": "in_group",
    "查表": "band",
}
FUNCTIONS = {**NUMBER_FUNCTIONS, **NAME_FUNCTIONS}
COLUMN_FUNCTIONS = ("idle", "rank", "best", "total", "mean", "best_of_all", "total_of_all", "rank_of_all")
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


def parsed(text: str) -> ast.expr:
    """Read a formula into a tree; a ValueError says what is wrong in Chinese."""
    prepared = prepare(text)
    if len(prepared) > LONGEST:
        raise ValueError(f"公式超过{LONGEST}个字符")
    try:
        tree = ast.parse(prepared, mode="eval").body
    except (SyntaxError, RecursionError, MemoryError) as error:
        raise ValueError(f"公式“{text}”写法不对") from error
    return checked(tree, prepared)


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
        raise ValueError(f"公式里不能写“{written_as}”")  # noqa: TRY004 (the assessor's text, not a caller's type)
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
