"""How an item is shown: as paper, beside an earlier text, and with the people of its chain by name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from qianliyan.core.templatetags.qianliyan import full_moment
from qianliyan.items.beside import Beside
from qianliyan.items.deciders import chain_of, deciders
from qianliyan.items.models import Item
from qianliyan.items.models.sign_off import Decision
from qianliyan.items.stages import Stage
from qianliyan.items.states import ItemState
from qianliyan.offices.models import Seat
from qianliyan.text.diffing.compare import compare
from qianliyan.text.diffing.rows import Piece
from qianliyan.text.parsing.document import Kind
from qianliyan.text.parsing.parse import parse

# The words of the comparison page for the kinds of pieces that the text library gives.
MARKS = {"same": "same", "removed": "gone", "added": "new"}
FEW = 2


def blocks_of(body: str) -> list[dict[str, Any]]:
    """Return the body as the paper component shows it: a line each, headings with their level, tables with cells."""
    document = parse(body, title="")
    return [
        {
            "level": block.level if block.kind == Kind.HEADING else 0,
            "text": line,
            "cells": line.split("\t") if block.kind == Kind.TABLE else [],
        }
        for block in document.blocks
        for line in block.span.of(document.text).split("\n")
    ]


def changes_between(old: tuple[str, str], new: tuple[str, str]) -> list[dict[str, Any]]:
    """Return two texts (title, body) beside each other, what went and what came marked."""
    rows = compare("\n".join(old), "\n".join(new))
    return [{"old": _pieces(row.old), "new": _pieces(row.new), "kind": row.kind} for row in rows]


def fields_between(item: Item, given: dict[str, Any]) -> list[dict[str, str]]:
    """Return the fields in which what was given differs from the item, in words."""
    differing = [name for name, value in given.items() if getattr(item, name) != value]
    return [
        {
            "label": str(Item._meta.get_field(name).verbose_name),  # type: ignore[union-attr]  # noqa: SLF001
            "old": _in_words(name, getattr(item, name)),
            "new": _in_words(name, given[name]),
        }
        for name in differing
    ]


@dataclass(frozen=True)
class Link:
    """One stage of the chain on the page: its word, who does it, whether it is done or due."""

    stage: Stage
    label: str
    name: str
    done: bool = False
    current: bool = False


def links_of(beside: Beside) -> list[Link]:
    """Return the chain with names: who signed at the stages that are done, who could at those to come."""
    item = beside.item
    in_round = item.state != ItemState.DRAFTING
    signed = {
        one.stage: one.seat.person.name
        for one in beside.sign_offs
        if in_round and one.round == item.round and one.decision == Decision.APPROVED
    }
    return [
        Link(
            stage,
            str(stage.label),
            signed.get(stage.value) or names_of(beside.able.get(stage, ())),
            done=stage.value in signed,
            current=item.due == stage.value,
        )
        for stage in _chain(beside)
    ]


def _chain(beside: Beside) -> list[Stage]:
    """Ask for the office's settings only while the chain still follows them."""
    item = beside.item
    return chain_of(item, beside.values) if item.state == ItemState.DRAFTING else chain_of(item)


def due_of(item: Item) -> str:
    """Name the stage that is due and who can do it."""
    stage = Stage(item.due)
    return f"{names_of(deciders(item)[stage])}{stage.label}"


def names_of(seats: Sequence[Seat]) -> str:
    """Name one or two people; of more say how many there are."""
    names = list(dict.fromkeys(seat.person.name for seat in seats))
    if len(names) > FEW:
        return _("%(name)s等%(count)d人") % {"name": names[0], "count": len(names)}
    return "、".join(names)


def _in_words(name: str, value: object) -> str:
    if isinstance(value, bool):
        return _("是") if value else _("否")
    if isinstance(value, datetime):
        return full_moment(value)
    choices = dict(Item._meta.get_field(name).flatchoices)  # type: ignore[union-attr]  # noqa: SLF001
    return str(choices.get(value, value or _("未填")))


def _pieces(pieces: Sequence[Piece]) -> list[dict[str, str]]:
    return [{"kind": MARKS[piece.kind], "text": piece.text} for piece in pieces]
