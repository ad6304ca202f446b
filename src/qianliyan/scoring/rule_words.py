"""A rule in words: what it pays, and everything about it that is not its points."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from qianliyan.scoring import points
from qianliyan.scoring.attributes import label
from qianliyan.scoring.exact import Rounding, plain
from qianliyan.scoring.periods import KIND_NAMES
from qianliyan.scoring.scheme import PERSONS, Rule

YES_AND_NO = {"true": "是", "false": "否"}
MODE_NAMES = {
    "half_up": "四舍五入",
    "half_even": "四舍六入五成双",
    "down": "截去尾数",
    "up": "进一",
    "floor": "向下取整",
}


def manner_words(rule: Rule) -> list[str]:
    """Say for whom it counts, how it is shared and repeated, what it replaces, and what is remarked."""
    parts = [f"只记给{rule.receivers.words()}"] if rule.receivers.tests or rule.receivers.either else []
    parts.append(sharing_words(rule))
    if rule.repeat:
        times = "、".join(plain(part) for part in rule.repeat.times)
        more = "，再犯逐次加倍" if rule.repeat.doubling else ""
        parts.append(f"{KIND_NAMES[rule.repeat.each]}内第一次起依次乘以{times}{more}")
    parts += [f"代替“{'、'.join(sorted(rule.instead_of))}”"] if rule.instead_of else []
    parts += [f"在“{'、'.join(sorted(rule.on_top_of))}”之外另加"] if rule.on_top_of else []
    parts += [rounding_words(rule.rounding)] if rule.rounding else []
    return [*parts, rule.note] if rule.note else parts


def sharing_words(rule: Rule) -> str:
    """Say how several units and several authors share; in one breath where they share alike."""
    ways = {subject: split.describe() for subject, split in rule.splits.items()}
    if len(ways) == 2 and len(set(ways.values())) == 1:
        return f"合报、合写的{ways[PERSONS]}"
    return "，".join(f"{'合写' if subject == PERSONS else '合报'}的{way}" for subject, way in ways.items())


def worth_words(worth: points.Points) -> str:
    """Say what a rule pays."""
    if isinstance(worth, points.Fixed):
        return f"每条{plain(worth.points)}"
    if isinstance(worth, points.Table):
        return f"按{'、'.join(label(name) for name in worth.by)}：{'，'.join(row_words(worth.rows, worth.by))}"
    if isinstance(worth, points.Product):
        return " × ".join(f"（{worth_words(part)}）" for part in worth.parts)
    if isinstance(worth, points.Entered):
        ends = ((worth.low, "不少于"), (worth.high, "不超过"))
        limits = "、".join(f"{word}{plain(end)}" for end, word in ends if end is not None)
        return "由考核人员录入" + (f"（{limits}）" if limits else "")
    return f"按公式 {worth.formula.text}" if isinstance(worth, points.Worked) else ""


def row_words(rows: Mapping[str, Any], by: Sequence[str], before: str = "") -> Iterator[str]:
    """Say every row of a table; the fact called `false` (虚报) is no answer to a question."""
    for name, row in rows.items():
        word = label(name) if by[0] == "fact" else YES_AND_NO.get(name) or label(name)
        said = f"{before}{'·' if before else ''}{word}"
        if isinstance(row, Mapping):
            yield from row_words(row, by[1:], said)
        else:
            yield f"{said} {row}"


def rounding_words(rounding: Rounding) -> str:
    """Say how figures are rounded."""
    return (
        f"保留{rounding.places}位小数，{MODE_NAMES[rounding.mode]}"
        if rounding.places
        else f"取整数，{MODE_NAMES[rounding.mode]}"
    )
