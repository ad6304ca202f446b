"""Runs the rules over a text."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from qianliyan.text.checking.context import Context, Settings
from qianliyan.text.checking.finding import Finding
from qianliyan.text.checking.registry import RULES
from qianliyan.text.checking.rule import Rule
from qianliyan.text.parsing.parse import parse, parse_apart

# A rule that finds a hundred things in one text has found one thing: the text is of another kind.
MOST_OF_A_RULE = 100
DEFAULTS = Settings()


def check(  # noqa: PLR0913 - what may be known about a text
    text: str,
    *,
    title: str | None = None,
    kind: str | None = None,
    form: str | None = None,
    written_on: date | None = None,
    occurred_on: date | None = None,
    printed: Sequence[str] = (),
    settings: Settings = DEFAULTS,
) -> list[Finding]:
    """Return what an editor should look at, in the order of the text.

    With `title`, the text is the body alone and findings say which of the two they are about; without it, the first
    line is the title if it can be one. Rules about length, kind, age or repetition stay silent unless told those facts.
    """
    document = parse(text) if title is None else parse_apart(title, text)
    context = Context(document, settings, kind, form, written_on, tuple(printed), occurred_on)
    findings = [finding for rule in RULES.values() for finding in _found(rule, context)]
    if title is not None:
        findings = [_by_part(finding, len(title) + 1) for finding in findings]
    return sorted(_without_doubles(set(findings)), key=_order)


def _without_doubles(findings: set[Finding]) -> Iterator[Finding]:
    """Leave out a fix that lies within a longer one of the same relation: one word is put right once."""
    fixes = [finding for finding in findings if finding.fix is not None]
    for finding in findings:
        if finding.fix is None or not any(_covers(other, finding) for other in fixes):
            yield finding


def _covers(longer: Finding, finding: Finding) -> bool:
    same = (longer.part, longer.relation) == (finding.part, finding.relation)
    size = longer.end - longer.start > finding.end - finding.start
    return same and size and longer.start <= finding.start and finding.end <= longer.end


def _order(finding: Finding) -> tuple[bool, int, int, str, str]:
    return finding.part != "title", finding.start, finding.end, finding.rule, finding.message


def _found(rule: Rule, context: Context) -> Iterator[Finding]:
    severity = context.settings.severities.get(rule.id, rule.severity)
    if severity is None or not rule.speaks_of(context):
        return
    for count, hit in enumerate(rule.find(context)):
        if count == MOST_OF_A_RULE:
            return
        yield Finding(
            rule=rule.id,
            severity=severity,
            start=hit.start,
            end=hit.end,
            message=hit.message,
            relation=rule.relation,
            explanation=rule.why,
            fix=hit.fix,
            placeholder=hit.placeholder,
        )


def _by_part(finding: Finding, body: int) -> Finding:
    if finding.start < body:
        return replace(finding, part="title", end=min(finding.end, body - 1))
    return replace(finding, start=finding.start - body, end=finding.end - body)
