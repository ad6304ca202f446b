"""Reads examples in which 【】 marks what a rule should find."""

import re

from qianliyan.text.checking.check import check

# A marked passage may itself hold such brackets.
MARKED = re.compile(r"【((?:[^【】]|【[^【】]*】)*)】")


def expected(example: str) -> tuple[str, list[str]]:
    """Return the text without marks, and the marked passages."""
    marked = [match[1] for match in MARKED.finditer(example)]
    return MARKED.sub(r"\1", example), marked


def found(text: str, rule: str, **facts) -> list[str]:
    """Return the passages a rule finds in a body without title."""
    return [text[hit.start : hit.end] for hit in check(text, title="", **facts) if hit.rule == rule]
