"""The pieces of a letter: text, a leader's words set apart, closing words, signature and date."""

from qianliyan.typesetting import body
from qianliyan.typesetting.charts import charts
from qianliyan.typesetting.grids import grids
from qianliyan.typesetting.model import Letter, Sheet
from qianliyan.typesetting.paper import Block, Line, Run
from qianliyan.typesetting.pieces import Layout
from qianliyan.typesetting.slots import filled, slots


def text(document: Letter, layout: Layout, piece: Layout) -> list[Block]:
    """Set the opening words of the template, if any, and the body."""
    opening = body.lines(filled(piece.get("text", ""), slots(document)))
    return [*opening, *body.blocks(document.body, layout)]


def quotation(document: Letter, _layout: Layout, _piece: Layout) -> list[Block]:
    """Set what a leader wrote, in Kai and drawn in from both sides."""
    return [Line("quotation", (Run(part),)) for part in body.paragraphs(document.quotation)]


def closing(document: Letter, _layout: Layout, piece: Layout) -> list[Block]:
    """Set the closing request of the template, or the letter's own."""
    return list(body.lines(document.closing or filled(piece.get("text", ""), slots(document))))


def legend(document: Letter, _layout: Layout, _piece: Layout) -> list[Block]:
    """Explain the marks used in the text, in small type."""
    return [Line("legend", (Run(part),)) for part in body.paragraphs(document.legend)]


def figures(document: Letter, layout: Layout, _piece: Layout) -> list[Block]:
    """Set the charts of a letter."""
    return [block for chart in document.charts for block in charts(chart, layout)]


def tables(document: Letter | Sheet, layout: Layout, _piece: Layout) -> list[Block]:
    """Set the tables of a letter or sheet."""
    return [block for table in document.tables for block in grids(table, layout)]


PIECES = {
    "legend": legend,
    "text": text,
    "quotation": quotation,
    "closing": closing,
    "tables": tables,
    "charts": figures,
}
