"""What an office hands to the typesetter: frozen values, already in the words that go on paper."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Table:
    """Rows of text under a header, such as the scores of an adoption circular; the first `header` rows repeat."""

    rows: tuple[tuple[str, ...], ...]
    caption: str = ""
    header: int = 1
    widths: tuple[float, ...] = ()


@dataclass(frozen=True)
class Bar:
    """One bar of a chart: what it stands for, how long it is, and the words behind it (the number, if left out)."""

    label: str
    value: float
    shown: str = ""


@dataclass(frozen=True)
class Chart:
    """Horizontal bars under one another, all measured from nothing, so that lengths can be compared."""

    bars: tuple[Bar, ...]
    caption: str = ""


@dataclass(frozen=True)
class Entry:
    """One item of an issue: title, plain official text, and its units; a brief one has its title run in."""

    title: str
    body: str
    units: tuple[str, ...] = ()
    column: str = ""
    note: str = ""
    brief: bool = False
    subjects: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    charts: tuple[Chart, ...] = ()


@dataclass(frozen=True)
class Tail:
    """The foot of the last page: to whom it goes (报、送、发) and how many were printed."""

    report: str = ""
    send: str = ""
    issue: str = ""
    copies: str = ""
    printed_copies: int = 0
    extra_copies: int = 0
    printing_office: str = ""
    printed_on: str = ""
    people: str = ""


@dataclass(frozen=True)
class Bulletin:
    """One issue of a publication, or of anything that is printed in the same form, such as a circular."""

    template: str
    masthead: str = ""
    masthead_picture: str = ""
    caution: str = ""
    number: str = ""
    total_number: str = ""
    supplement: str = ""
    office: str = ""
    date: str = ""
    secrecy: str = ""
    urgency: str = ""
    copy_number: str = ""
    signer: str = ""
    recipients: str = ""
    contents: bool = True
    columns: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    note: str = ""
    tail: Tail = field(default_factory=Tail)
    watermark: str = ""
    layout: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Box:
    """One place on a sheet where somebody writes an opinion and signs."""

    label: str
    name: str = ""
    date: str = ""
    opinion: str = ""


@dataclass(frozen=True)
class Sheet:
    """A form with ruled fields and opinion boxes, such as 信息报送审签单 or 领导批示登记（处理）单."""

    template: str
    title: str = ""
    unit: str = ""
    number: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    boxes: tuple[Box, ...] = ()
    code: str = ""
    body_title: str = ""
    body: str = ""
    tables: tuple[Table, ...] = ()
    office: str = ""
    date: str = ""
    notes: tuple[str, ...] = ()
    watermark: str = ""
    layout: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Letter:
    """A paper to one addressee, such as 批示转办通知, 约稿通知单 or 告知函."""

    template: str
    masthead: str = ""
    title: str = ""
    number: str = ""
    recipients: str = ""
    body: str = ""
    quotation: str = ""
    closing: str = ""
    legend: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    tables: tuple[Table, ...] = ()
    charts: tuple[Chart, ...] = ()
    office: str = ""
    date: str = ""
    contact: str = ""
    secrecy: str = ""
    urgency: str = ""
    caution: str = ""
    code: str = ""
    tail: Tail = field(default_factory=Tail)
    watermark: str = ""
    layout: Mapping[str, Any] = field(default_factory=dict)


Document = Bulletin | Sheet | Letter


@dataclass(frozen=True)
class Rendered:
    """A finished file, how many pages it has, and what the editor should know about it."""

    data: bytes
    pages: int
    notices: tuple[str, ...] = ()

    @property
    def pdf(self) -> bytes:
        """Name the bytes as the callers of `render_pdf` do."""
        return self.data
