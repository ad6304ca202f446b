"""From an issue to what the typesetter is given, and from there to what is read on the screen.

The words here stand on paper: they are never translated.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from qianliyan.bulletins.models import Entry, Issue, Publication, Series
from qianliyan.bulletins.models.publication import written_number
from qianliyan.bulletins.queries.pieces import Piece
from qianliyan.bulletins.queries.publications import office_on_paper
from qianliyan.bulletins.states import IssueState
from qianliyan.core import clock
from qianliyan.items.reading import blocks_of
from qianliyan.text.parsing.counting import character_count
from qianliyan.typesetting.designs import changes
from qianliyan.typesetting.items import unlabelled

# A picture stands in a frozen layout by the digest of its file; the typesetter is given its bytes.
PICTURE = "file:"
NO_NUMBER = "　　"
FIRST_COPY = "000001"
NO_DATE = "　　　年　　月　　日"

Layout = dict[str, Any]


@dataclass(frozen=True)
class Item:
    """One item as it is read on the screen."""

    title: str
    blocks: list[dict[str, Any]]
    units: str
    column: str = ""
    note: str = ""
    brief: bool = False


def layout_of(issue: Issue, pieces: Iterable[Piece]) -> Layout:
    """Return what the typesetter is given: the frozen one, of a recalled issue as mended, else today's."""
    if issue.layout is not None:
        recalled = issue.state == IssueState.RECALLED
        return with_texts(issue.layout, (piece.entry for piece in pieces)) if recalled else dict(issue.layout)
    return {
        **head_of(issue.publication),
        **_numbered(issue),
        "office": office_on_paper(issue),
        "date": written(issue.signed_on) if issue.signed_on else NO_DATE,
        "note": unlabelled(issue.note),
        "entries": [_entry(issue, piece) for piece in pieces],
        "tail": {
            "report": issue.report_to,
            "send": issue.send_to,
            "issue": issue.distribute_to,
            "printed_copies": issue.copies,
        },
    }


def _numbered(issue: Issue) -> Layout:
    """Return the number and what stands around it: series, running total, copy number, readers, signer."""
    series: Publication | Series = issue.series or issue.publication
    number = written_number(series.number_format, issue.number or NO_NUMBER, issue.year or clock.today().year)
    said = _said(
        total_number=issue.publication.total_as_printed(issue.total),
        supplement=issue.series.name if issue.series and issue.series.name not in series.number_format else "",
        recipients=issue.scope,
        signer=issue.signatory_name,
        # The first copy stands for all; the printer's file numbers each.
        copy_number=FIRST_COPY if issue.publication.numbered else "",
    )
    return {**said, "number": number}


def head_of(publication: Publication) -> Layout:
    """Return what every issue of a publication has in common."""
    return {
        "template": publication.template,
        "masthead": publication.masthead or publication.name,
        "caution": publication.caution,
        "contents": publication.contents,
        **_said(
            masthead_picture=f"{PICTURE}{publication.picture.digest}" if publication.picture else "",
            columns=list(publication.columns),
            layout=changes(publication.template, publication.design) if publication.design else {},
        ),
    }


def units_on_paper(issue: Issue, piece: Piece) -> list[str]:
    """Return the units as they are printed; problems and warnings, and a protected publication, name none."""
    hidden = issue.publication.protected or piece.draft.shielded
    return [issue.publication.attribution] if hidden else list(piece.units)


def written(day: date) -> str:
    """Write a day in full, without leading zeros (GB/T 9704-2012, 7.3.5.4)."""
    return f"{day.year}年{day.month}月{day.day}日"


def digest_of(layout: Mapping[str, Any]) -> str:
    """Return a name for exactly this content."""
    canonical = json.dumps(layout, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def content_digest(issue: Issue, pieces: Iterable[Piece]) -> str:
    """Return a name for what a proof-reader reads; number and day, which come with the signature, are no part of it."""
    layout = layout_of(issue, pieces)
    return digest_of({"entries": layout["entries"], "note": layout.get("note", "")})


def with_texts(layout: Mapping[str, Any], entries: Iterable[Entry]) -> Layout:
    """Return a frozen layout with the entries' texts as they are now, everything else as it was."""
    texts = [{"title": entry.title, "body": entry.body} for entry in entries]
    return {**layout, "entries": [{**old, **new} for old, new in zip(layout["entries"], texts, strict=True)]}


def as_printed(entry: Entry) -> tuple[str, str]:
    """Return title and text as they went out: what is mended of a recalled issue waits for its signature."""
    issue = entry.issue
    if issue.state != IssueState.RECALLED or issue.layout is None:
        return entry.title, entry.body
    places = list(issue.entries.filter(removed_at=None).order_by("position", "pk").values_list("pk", flat=True))
    frozen = issue.layout["entries"][places.index(entry.pk)]
    return frozen["title"], frozen["body"]


def characters_in(layout: Mapping[str, Any]) -> int:
    """Count the characters of all titles and texts."""
    return sum(character_count(entry["title"] + entry["body"]) for entry in layout["entries"])


def items_of(layout: Mapping[str, Any]) -> list[Item]:
    """Return the items as they are read on the screen."""
    return [
        Item(
            entry["title"],
            blocks_of(entry["body"]),
            "、".join(entry["units"]),
            entry.get("column", ""),
            entry.get("note", ""),
            brief=bool(entry.get("brief")),
        )
        for entry in sorted(layout["entries"], key=lambda entry: _place(layout, entry))
    ]


def _place(layout: Mapping[str, Any], entry: Mapping[str, Any]) -> int:
    """Return where an entry's column comes; the typesetter puts them in this order too."""
    columns, column = layout.get("columns", []), entry.get("column", "")
    return columns.index(column) if column in columns else (len(columns) if column else -1)


def item(title: str, body: str, units: str) -> Item:
    """Return one text as it is read on the screen."""
    return Item(title, blocks_of(body), units)


def _entry(issue: Issue, piece: Piece) -> Layout:
    entry = piece.entry
    own = _said(column=column_of(issue, entry), note=unlabelled(entry.note), brief=entry.brief)
    return {"title": piece.draft.title, "body": piece.draft.body, "units": units_on_paper(issue, piece), **own}


def column_of(issue: Issue, entry: Entry) -> str:
    """Return the column in which an entry is printed; one that the publication no longer has is none."""
    return entry.column if entry.column in issue.publication.columns else ""


def _said(**fields: Any) -> Layout:
    """Leave out what says nothing."""
    return {name: value for name, value in fields.items() if value}
