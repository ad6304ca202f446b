"""A scheme's text as a page shows it: its mistakes with the lines they stand in, or its articles by section."""

from collections.abc import Iterable
from dataclasses import dataclass

from qianliyan.assessment.requirements import problems_in
from qianliyan.scoring.articles import Article, articles, changes
from qianliyan.scoring.reading import read_text


@dataclass(frozen=True)
class Mistake:
    """What is wrong, where, and what stands there."""

    line: int
    text: str
    quote: str


@dataclass(frozen=True)
class Section:
    """The articles under one heading."""

    name: str
    articles: tuple[Article, ...]


@dataclass(frozen=True)
class Read:
    """A text that was read: mistakes, or sections."""

    mistakes: tuple[Mistake, ...] = ()
    sections: tuple[Section, ...] = ()
    rules: int = 0


def read(source: str) -> Read:
    """Read a scheme's text."""
    if problems := problems_in(source):
        lines = source.split("\n")
        return Read(mistakes=tuple(Mistake(one.line, one.text, _quote(lines, one.line)) for one in problems))
    scheme = read_text(source)
    return Read(sections=tuple(_sections(articles(scheme))), rules=len(scheme.rules))


def difference(before: str, after: str) -> list[tuple[str, str]]:
    """Compare two texts by their articles: (gone or new, article) of each that differs."""
    kinds = {"−": "gone", "＋": "new"}
    return [(kinds[line[0]], line[1:].strip()) for line in changes(read_text(before), read_text(after))]


def _sections(found: Iterable[Article]) -> list[Section]:
    grouped: dict[str, list[Article]] = {}
    for article in found:
        grouped.setdefault(article.section, []).append(article)
    return [Section(name, tuple(rows)) for name, rows in grouped.items()]


def _quote(lines: list[str], number: int) -> str:
    return lines[number - 1].strip()[:120] if 0 < number <= len(lines) else ""
