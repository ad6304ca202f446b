"""The year's instructions by leader (批示分卷): a book of its own, only for those who handle instructions.

The words here stand on paper: they are never translated.
"""

from collections.abc import Iterable
from typing import Any

from django.utils import translation

from qianliyan.bulletins.layouts import written
from qianliyan.bulletins.typesetter import form_of
from qianliyan.core import clock
from qianliyan.files.content import PDF
from qianliyan.files.makers import Arguments, Made, Maker, Progress
from qianliyan.instructions.models import Instruction
from qianliyan.instructions.permissions import may_keep_register
from qianliyan.instructions.queries.register import own_register, with_units
from qianliyan.instructions.states import InstructionState
from qianliyan.offices.models import Seat
from qianliyan.offices.powers import Level

VOLUME = "instructions.volume"
PAPER_LANGUAGE = "zh-hans"
RANKS = {level: place for place, level in enumerate(reversed(Level.values))}


def of_year(seat: Seat, year: int) -> list[Instruction]:
    """Return what was registered in this year, by leader: the higher office and the principal leader first."""
    found = with_units(own_register(seat).filter(year=year, number__isnull=False))
    standing = found.exclude(state=InstructionState.VOID)
    return sorted(standing, key=lambda one: (RANKS[one.level], not one.principal, leader(one), one.number or 0))


def leader(instruction: Instruction) -> str:
    """Name the leader as he was called when he wrote it."""
    return f"{instruction.leader_post}　{instruction.leader_name}"


def volume(seat: Seat, year: int) -> dict[str, Any]:
    """Return the book: a part for each leader, what he wrote on which paper, and what came of it."""
    instructions = of_year(seat, year)
    return {
        "template": "huibian",
        "masthead": f"领导批示\n{year}年分卷",
        "caution": "限批办人员知悉　不得复制外传",
        "number": f"共{len(instructions)}件",
        "office": seat.office.name,
        "date": written(clock.today()),
        "columns": list(dict.fromkeys(leader(one) for one in instructions)),
        "entries": [_entry(one) for one in instructions],
        "layout": {"texts": {"index_heading": "承办单位索引"}},
    }


def may_have(seat: Seat, arguments: Arguments) -> bool:
    """Allow those who handle instructions in their office, for a year that has any."""
    return may_keep_register(seat) and bool(of_year(seat, int(arguments["year"])))


def make(seat: Seat, arguments: Arguments, progress: Progress) -> Made:
    """Gather the year, then set it."""
    year = int(arguments["year"])
    progress(0, 2)
    with translation.override(PAPER_LANGUAGE):
        book = volume(seat, year)
        progress(1, 2)
        return Made(form_of(book, "pdf"), f"{seat.office.short_name}{year}年领导批示分卷.pdf", PDF)


def _entry(instruction: Instruction) -> dict[str, Any]:
    source = instruction.entry.issue if instruction.entry else None
    of_paper = f"《{source.publication.name}》{source.number_text}" if source else "来稿"
    units = [row.office.name for row in instruction.units_at_work]  # type: ignore[attr-defined]
    lines = [
        f"{instruction.number_text}　{written(instruction.given_on)}　{of_paper}",
        f"批示：{instruction.text or '（手写或扫描，见原件）'}",
        *_said("承办", units),
        *_said("办理结果", [instruction.outcome] if instruction.outcome else []),
    ]
    return {"title": instruction.title, "body": "\n".join(lines), "units": units, "column": leader(instruction)}


def _said(label: str, words: Iterable[str]) -> list[str]:
    said = "、".join(words)
    return [f"{label}：{said}"] if said else []


MAKERS = (Maker(VOLUME, make, may_have),)
