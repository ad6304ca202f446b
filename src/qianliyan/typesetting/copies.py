"""A numbered paper as it goes to the printer: all copies behind one another, each with its own number (份号)."""

from collections.abc import Sequence
from dataclasses import replace

from qianliyan.typesetting.composing import compose
from qianliyan.typesetting.errors import InvalidDocument
from qianliyan.typesetting.fonts import Fonts
from qianliyan.typesetting.model import Bulletin, Document, Rendered
from qianliyan.typesetting.paper import Block, CopyBreak, Line, Pair, Paper
from qianliyan.typesetting.pdf import render_paper

MOST_COPIES = 500


def render_copies(document: Document, numbers: Sequence[str], fonts: Fonts) -> Rendered:
    """Set the copies as one PDF for printing on both sides; a blank page behind an odd one bears no number."""
    if not isinstance(document, Bulletin) or not document.copy_number:
        raise InvalidDocument("这种文件没有份号", "copy_number")
    if not 0 < len(numbers) <= MOST_COPIES:
        raise InvalidDocument(f"一次可排1到{MOST_COPIES}份", "copies")
    papers = [compose(replace(document, copy_number=number)) for number in numbers]
    blocks: list[Block] = []
    for at, paper in enumerate(papers):
        blocks += [CopyBreak()] if at else []
        blocks += [_named(block, at) for block in paper.blocks]
    first: Paper = papers[0]
    return render_paper(replace(first, blocks=tuple(blocks)), fonts)


def _named(block: Block, copy: int) -> Block:
    """Give a place a name of its own in each copy, so that its contents lead to its own pages."""
    if isinstance(block, Line):
        runs = tuple(replace(run, page_of=_place(run.page_of, copy)) for run in block.runs)
        return replace(block, runs=runs, name=_place(block.name, copy), to=_place(block.to, copy))
    return replace(block, name=_place(block.name, copy)) if isinstance(block, Pair) else block


def _place(name: str, copy: int) -> str:
    return f"{name}_{copy}" if name else ""
