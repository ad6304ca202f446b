"""What a check says."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, NamedTuple

Part = Literal["title", "body"]


class Severity(StrEnum):
    """How much weight a finding has: a remark, a piece of advice, or a bar to signing."""

    NOTE = "note"
    ADVICE = "advice"
    BLOCKING = "blocking"


class Hit(NamedTuple):
    """What a rule found: a place, one sentence that says why, and a fix or placeholder where there is one.

    A fix only rearranges what is written; a placeholder asks for what is missing. Neither invents a fact.
    """

    start: int
    end: int
    message: str
    fix: str | None = None
    placeholder: str | None = None


@dataclass(frozen=True)
class Finding:
    """A hit with all that a page needs to show it; the place counts from the start of `part`."""

    rule: str
    severity: Severity
    start: int
    end: int
    message: str
    relation: str
    explanation: str
    fix: str | None = None
    placeholder: str | None = None
    part: Part = "body"
