"""Quotas, groups and awards: how much is asked of whom, who is compared with whom, how many are chosen."""

from collections.abc import Iterator
from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from qianliyan.scoring import articles
from qianliyan.scoring.scheme import Scheme
from qianliyan.scoring.sheet.bounding import EACH
from qianliyan.scoring.sheet.cells import CHOICE, NAMES, NEW, WORD, Blank, Block, Cell, Row
from qianliyan.scoring.sheet.values import new_row, places_cells, target_cells

COUNTED = (("submitted", "报送"), ("adopted", "采用"), ("instructed", "批示"))
NEW_QUOTA = Blank(
    "加一项任务",
    ("quotas", NEW),
    (
        Cell(("quotas", NEW, "quota"), "名称", kind=WORD),
        Cell(("quotas", NEW, "each"), "期间", "", CHOICE, EACH),
        Cell(("quotas", NEW, "count"), "数什么", "", CHOICE, COUNTED),
        Cell(("quotas", NEW, "target"), "任务数"),
    ),
)
NEW_GROUP = Blank(
    "加一组",
    ("groups", NEW),
    (
        Cell(("groups", NEW, "group"), "组名", kind=WORD),
        Cell(("groups", NEW, "when"), "名册中的组别", kind=NAMES),
    ),
)


def required(root: CommentedMap, scheme: Scheme, seen: set[int]) -> Block:
    """Show every quota with what it asks for."""
    rows = []
    for place, quota in enumerate(scheme.quotas):
        data, path = root["quotas"][place], ("quotas", place)
        each = Cell((*path, "each"), "期间", data["each"], CHOICE, EACH)
        cells = (each, *target_cells((*path, "target"), data["target"], seen))
        article = articles.quota_article(quota)
        target = data["target"]
        blank = new_row((*path, "target"), target) if isinstance(target, CommentedMap) else None
        rest = f"适用于{quota.receivers.words()}" if "for" in data else ""
        rows.append(Row(quota.name, data.lc.line + 1, quota.clause, article.text, cells, rest, blank))
    return Block("任务", tuple(rows), NEW_QUOTA)


def grouped(root: CommentedMap, scheme: Scheme) -> Block:
    """Show every group with its members; a condition of more than one word stays text."""
    rows = []
    for place, group in enumerate(scheme.groups):
        data = root["groups"][place]
        names = _members(data["when"])
        cells = tuple(Cell(("groups", place, "when", key), said, names, NAMES) for key, said in _kind(data["when"]))
        rest = [] if names else [group.when.words()]
        rest += [] if group.ranked else ["不参加排名"]
        rows.append(Row(group.name, data.lc.line + 1, cells=cells, rest="；".join(rest)))
    return Block("分组", tuple(rows), NEW_GROUP)


def awarded(root: CommentedMap, scheme: Scheme, seen: set[int]) -> Iterator[Row]:
    """Show every award with its places."""
    for place, award in enumerate(scheme.awards):
        data = root["awards"][place]
        cells = tuple(places_cells(("awards", place, "places"), data["places"], seen))
        yield Row(award.name, data.lc.line + 1, award.clause, articles.award_article(award).text, cells)


def _members(when: Any) -> str:
    """Write the names a group is made of; nothing if its condition is another."""
    asked = next(iter(when.values())) if len(when) == 1 else None
    if isinstance(asked, CommentedSeq):
        return "、".join(str(one) for one in asked) if all(isinstance(one, str) for one in asked) else ""
    return asked if isinstance(asked, str) else ""


def _kind(when: Any) -> list[tuple[str, str]]:
    known = {"group": "名册中的组别", "office": "单位"}
    key = next(iter(when))
    return [(key, known[key])] if key in known and _members(when) else []
