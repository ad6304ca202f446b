"""Reads examples in which 【】 marks what a rule should find."""

from qianliyan.text.checking.check import check

OPEN, CLOSE = "【", "】"


def expected(example: str) -> tuple[str, list[str]]:
    """Return the text without marks, and the marked passages."""
    marked = [piece.split(CLOSE)[0] for piece in example.split(OPEN)[1:]]
    return example.replace(OPEN, "").replace(CLOSE, ""), marked


def found(text: str, rule: str, **facts) -> list[str]:
    """Return the passages a rule finds in a body without title."""
    return [text[hit.start : hit.end] for hit in check(text, title="", **facts) if hit.rule == rule]
