"""Typst, kept warm between calls: only listed fonts are ever used, and one call runs at a time."""

import tempfile
import threading
from datetime import datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Literal

import typst

from qianliyan.typesetting.errors import CannotTypeset
from qianliyan.typesetting.fonts import ROLES, Fonts
from qianliyan.typesetting.paper import Paper, Picture

SOURCE = files("qianliyan.typesetting") / "bulletin.typ"
STANDARD: Literal["a-2b"] = "a-2b"
LOCK = threading.Lock()


def pdf(paper: Paper, text: str, fonts: Fonts, stamp: datetime) -> bytes:
    """Set a paper as PDF/A-2b."""
    with LOCK:
        lay_ready(paper)
        try:
            made = compiler(fonts).compile(
                format="pdf", sys_inputs={"paper": text}, pdf_standards=STANDARD, timestamp=stamp
            )
        except typst.TypstError as problem:
            raise CannotTypeset(f"排版没有成功：{problem.message}") from problem
    return made if isinstance(made, bytes) else b""


def pictures(paper: Paper, text: str, fonts: Fonts, ppi: float) -> list[bytes]:
    """Set a paper as one PNG for each page."""
    with LOCK:
        lay_ready(paper)
        try:
            made = compiler(fonts).compile(format="png", ppi=ppi, sys_inputs={"paper": text})
        except typst.TypstError as problem:
            raise CannotTypeset(f"排版没有成功：{problem.message}") from problem
    return made if isinstance(made, list) else [made or b""]


@cache
def compiler(fonts: Fonts) -> typst.Compiler:
    """Keep one compiler for each set of fonts; its first run is the slow one."""
    held = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(fonts.folders))
    wanted = {family for role in ROLES for family in fonts.chain(role)}
    absent = sorted(wanted - set(held.families()))
    if absent:
        raise CannotTypeset(f"字体{'、'.join(absent)}已不在原处，请重新运行 python scripts/fonts.py")
    return typst.Compiler(str(folder() / "bulletin.typ"), root=str(folder()), font_paths=held, ignore_system_fonts=True)


def lay_ready(paper: Paper) -> None:
    """Lay the source and the pictures into the folder, again if somebody cleaned the machine's temporary files."""
    folder().mkdir(parents=True, exist_ok=True)
    source = folder() / "bulletin.typ"
    if not source.is_file():
        source.write_bytes(SOURCE.read_bytes())
    for block in paper.blocks:
        if isinstance(block, Picture):
            (folder() / block.name).write_bytes(block.data)


@cache
def workplace() -> "tempfile.TemporaryDirectory[str]":
    """Hold the folder that Typst may read, until the process ends."""
    return tempfile.TemporaryDirectory(prefix="qianliyan-typesetting-")


def folder() -> Path:
    """Say where that folder is."""
    return Path(workplace().name)
