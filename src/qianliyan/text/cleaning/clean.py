"""Runs the steps of cleaning over a text until nothing more changes."""

from collections.abc import Callable
from dataclasses import dataclass

from qianliyan.text.cleaning.articles import Article, split_articles
from qianliyan.text.cleaning.blanks import clean_blanks, drop_invisible
from qianliyan.text.cleaning.breaks import join_lines, join_wrapped
from qianliyan.text.cleaning.entities import read_entities
from qianliyan.text.cleaning.glosses import remove_glosses
from qianliyan.text.cleaning.lost import MARK, restore_lost
from qianliyan.text.cleaning.mojibake import repair_mojibake
from qianliyan.text.cleaning.report import new_notes
from qianliyan.text.cleaning.script import simplify
from qianliyan.text.cleaning.webpage import remove_page_lines
from qianliyan.text.cleaning.widths import clean_widths
from qianliyan.text.importers.imported import Notes, Removal
from qianliyan.text.parsing.parse import parse
from qianliyan.text.parsing.spans import Span

# Encoding first, since nothing else can be seen before; line breaks before blanks, since indents mark paragraphs.
STEPS: tuple[Callable[[str, Notes], str], ...] = (
    repair_mojibake,
    read_entities,
    drop_invisible,
    remove_glosses,
    simplify,
    restore_lost,
    join_wrapped,
    remove_page_lines,
    join_lines,
    clean_blanks,
    clean_widths,
)
MOST_ROUNDS = 5


@dataclass(frozen=True)
class Cleaned:
    """The clean text, the articles it holds, what was done, and the places a person must fill in."""

    title: str
    text: str
    articles: tuple[Article, ...]
    changes: tuple[Removal, ...]
    missing: tuple[Span, ...]


def clean(text: str) -> Cleaned:
    """Clean a text; what is clean already comes back unchanged."""
    notes = new_notes()
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    parts = [_settled(part, notes) for part in split_articles(text)]
    parts = [part for part in parts if part]
    if len(parts) > 1:
        notes.add("articles", times=len(parts))
    whole = "\n\n".join(parts)
    articles = tuple(_article(part) for part in parts)
    missing = tuple(Span(place, place + len(MARK)) for place in _places(whole))
    return Cleaned(articles[0].title if articles else "", whole, articles, notes.removals(), missing)


def _settled(text: str, notes: Notes) -> str:
    for _ in range(MOST_ROUNDS):
        before = text
        for step in STEPS:
            text = step(text, notes)
        if text == before:
            break
    return text


def _article(text: str) -> Article:
    document = parse(text)
    span = document.title_span
    body = text[span.end :].lstrip("\n") if span else text
    return Article(document.title, body)


def _places(text: str) -> list[int]:
    places, place = [], text.find(MARK)
    while place >= 0:
        places.append(place)
        place = text.find(MARK, place + len(MARK))
    return places
