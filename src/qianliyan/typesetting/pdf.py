"""Set a paper as PDF/A-2b with Typst, kept warm between calls; only listed fonts are ever used."""

import re
import tempfile
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Literal

import typst

from qianliyan.typesetting.composing import compose
from qianliyan.typesetting.errors import CannotTypeset
from qianliyan.typesetting.fonts import Fonts
from qianliyan.typesetting.model import Document, Rendered
from qianliyan.typesetting.paper import Paper, Picture
from qianliyan.typesetting.program import NO_DATE, program

SOURCE = files("qianliyan.typesetting") / "bulletin.typ"
STANDARD: Literal["a-2b"] = "a-2b"
PAGES = re.compile(rb"/Type\s*/Pages\s*/Count\s+(\d+)")


def render_pdf(document: Document, fonts: Fonts) -> Rendered:
    """Set a document as PDF; notices name rare and missing characters."""
    return render_paper(compose(document), fonts)


def render_paper(paper: Paper, fonts: Fonts) -> Rendered:
    """Set a composed paper as PDF."""
    inputs, notices = prepared(paper, fonts)
    stamp = datetime(*(paper.date or NO_DATE), tzinfo=UTC)
    try:
        pdf = compiler(fonts).compile(format="pdf", sys_inputs=inputs, pdf_standards=STANDARD, timestamp=stamp)
    except typst.TypstError as problem:
        raise CannotTypeset(f"排版没有成功：{problem.message}") from problem
    data = pdf if isinstance(pdf, bytes) else b""
    return Rendered(data, pages_in(data), notices)


def prepared(paper: Paper, fonts: Fonts) -> tuple[dict[str, str], tuple[str, ...]]:
    """Give the inputs of a compilation, with pictures laid beside the source."""
    for block in paper.blocks:
        if isinstance(block, Picture):
            (folder() / block.name).write_bytes(block.data)
    text, notices = program(paper, fonts)
    return {"paper": text}, notices


@cache
def compiler(fonts: Fonts) -> typst.Compiler:
    """Keep one compiler for each set of fonts; its first run is the slow one."""
    (folder() / "bulletin.typ").write_bytes(SOURCE.read_bytes())
    held = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(fonts.folders))
    wanted = {family for role in ("fang", "song", "hei", "kai", "title") for family in fonts.chain(role)}
    absent = sorted(wanted - set(held.families()))
    if absent:
        raise CannotTypeset(f"字体{'、'.join(absent)}已不在原处，请重新运行 python scripts/fonts.py")
    return typst.Compiler(str(folder() / "bulletin.typ"), root=str(folder()), font_paths=held, ignore_system_fonts=True)


@cache
def workplace() -> "tempfile.TemporaryDirectory[str]":
    """Hold the folder that Typst may read, until the process ends."""
    return tempfile.TemporaryDirectory(prefix="qianliyan-typesetting-")


def folder() -> Path:
    """Say where that folder is."""
    return Path(workplace().name)


def pages_in(pdf: bytes) -> int:
    """Count the pages from the root of the page tree, which Typst writes uncompressed."""
    found = PAGES.search(pdf)
    return int(found[1]) if found else 0
