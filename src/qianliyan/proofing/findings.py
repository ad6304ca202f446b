"""Findings worked out from words and settings, with what makes two of them the same. No database.

The checks are pure, so their answers are kept for a while under the digest of all that they depend on.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar, cast

from django.core.cache import cache

from qianliyan.proofing.subjects import Subject
from qianliyan.text.checking.check import check
from qianliyan.text.checking.context import Settings
from qianliyan.text.checking.finding import Finding, Severity
from qianliyan.text.checking.key_figures import KeyFigure, figures_apart
from qianliyan.text.checking.names import NAMES

T = TypeVar("T")
KEPT_SECONDS = 1800
LONGEST_QUOTE = 60


class Gate(StrEnum):
    """Who lets a blocking finding pass."""

    SECRECY = "secrecy"
    POLITICS = "politics"
    NOBODY = "nobody"


GATES = {"严·保密": Gate.SECRECY, "严·个人信息": Gate.SECRECY, "严·政治差错": Gate.POLITICS}


@dataclass(frozen=True)
class Found:
    """A finding with its name, the words it is about, and its mark."""

    finding: Finding
    quote: str
    mark: str

    @property
    def name(self) -> str:
        """What the rule is called."""
        return NAMES.get(self.finding.rule, self.finding.rule)

    @property
    def blocks(self) -> bool:
        """Tell whether it stands in the way of a signature."""
        return self.finding.severity == Severity.BLOCKING

    @property
    def gate(self) -> Gate:
        """Say who lets it pass, if it blocks."""
        return GATES.get(self.finding.relation, Gate.NOBODY)

    @property
    def shown(self) -> str:
        """The words as a list may show them: of personal numbers only their ends."""
        if self.finding.relation == "严·个人信息" and len(self.quote) > 7:
            return f"{self.quote[:3]}{'*' * (len(self.quote) - 7)}{self.quote[-4:]}"
        return self.quote if len(self.quote) <= LONGEST_QUOTE else f"{self.quote[:LONGEST_QUOTE]}……"


def found_in(subject: Subject, settings: Settings) -> list[Found]:
    """Check the text as it stands, blocking findings first and then in the order of the text."""
    findings = _kept("findings", subject, settings, lambda: _checked(subject, settings))
    found = [_found(finding, subject) for finding in findings]
    return sorted(found, key=lambda one: not one.blocks)


def figures_in(subject: Subject) -> list[KeyFigure]:
    """Return the key figures of the text."""
    return _kept("figures", subject, None, lambda: figures_apart(subject.title, subject.body))


def _checked(subject: Subject, settings: Settings) -> list[Finding]:
    return check(
        subject.body,
        title=subject.title,
        kind=subject.kind,
        form=subject.form,
        written_on=subject.written_on,
        occurred_on=subject.occurred_on,
        printed=subject.printed,
        settings=settings,
    )


def _kept(what: str, subject: Subject, settings: Settings | None, work: Callable[[], list[T]]) -> list[T]:
    facts = (
        *(subject.title, subject.body, subject.kind, subject.form, subject.written_on, subject.occurred_on),
        *(subject.printed, settings),
    )
    key = f"proofing:{what}:{hashlib.sha256(repr(facts).encode()).hexdigest()}"
    return cast("list[T]", cache.get_or_set(key, work, KEPT_SECONDS))


def _found(finding: Finding, subject: Subject) -> Found:
    words = subject.title if finding.part == "title" else subject.body
    quote = words[finding.start : finding.end]
    whole = finding.part == "title" and quote == words.strip()
    about = (finding.rule,) if whole else (finding.rule, finding.part, quote, finding.message)
    return Found(finding, quote, hashlib.sha256("\0".join(about).encode()).hexdigest()[:32])
