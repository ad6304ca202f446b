"""One officer's year on one page of paper, ready for the office's seal. Words on paper are never translated."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils import translation

from qianliyan.assessment.achievements import Achievements, Adopted, Noted
from qianliyan.assessment.letters import head_of, named_today, pages_of
from qianliyan.bulletins.layouts import written
from qianliyan.bulletins.making import PAPER_LANGUAGE

# How many pieces and instructions are named, from much to little, until everything stands on one page.
TRIED = ((12, 6), (9, 4), (6, 3), (3, 2), (1, 1))
UNNAMED = "（题目不公开）"


def paper_of(found: Achievements) -> dict[str, Any]:
    """Lay the page out: who, how much, the pieces of the highest levels first, the comment, office and day."""
    with translation.override(PAPER_LANGUAGE):
        papers = (_paper(found, pieces, noted) for pieces, noted in TRIED)
        return next((paper for paper in papers if pages_of(paper) == 1), _paper(found, *TRIED[-1]))


def _paper(found: Achievements, pieces: int, noted: int) -> dict[str, Any]:
    return {
        **head_of(found.officer.office, f"{found.year}年个人采用情况", ""),
        "template": "geren-caiyong",
        "recipients": "",
        "body": "\n".join(_words(found)),
        "tables": [*_adopted(found.adopted, pieces), *_instructed([*found.instructed, *found.others], noted)],
    }


def _words(found: Achievements) -> Iterable[str]:
    officer = found.officer
    yield f"姓名：{officer.person.name}　单位：{named_today(officer.unit)}　岗位：{officer.posts}"
    levels = "，".join(f"{level}{number}条" for level, number in found.by_level)
    yield (
        f"{found.year}年，采用信息{len(found.adopted)}条{f'（{levels}）' if levels else ''}，"
        f"获领导批示{len(found.instructed)}件{f'；按计分办法得{found.points}分' if found.points else ''}。"
    )
    if found.comment:
        by = f"{found.comment.given_by}，{written(found.comment.given_at.date())}"
        yield f"编辑评语：{found.comment.text}（{by}）"


def _adopted(pieces: tuple[Adopted, ...], most: int) -> list[dict[str, Any]]:
    shown = [[one.open_title or UNNAMED, one.where, _short(one.on)] for one in pieces[:most]]
    more = len(pieces) - len(shown)
    rest = [[f"另有{more}条", "", ""]] if more else []
    return _table("采用的信息", ["题目", "刊物", "日期"], shown + rest)


def _instructed(noted: list[Noted], most: int) -> list[dict[str, Any]]:
    shown = [[one.open_title or UNNAMED, one.what, _short(one.on)] for one in noted[:most]]
    more = len(noted) - len(shown)
    rest = [[f"另有{more}件", "", ""]] if more else []
    return _table("批示和运用", ["题目", "结果", "日期"], shown + rest)


def _short(day: date) -> str:
    return f"{day.month}月{day.day}日"


def _table(caption: str, heads: list[str], rows: list[list[str]]) -> list[dict[str, Any]]:
    if not rows:
        return []
    return [{"caption": caption, "header": 1, "widths": [27, 13, 6], "rows": [heads, *rows]}]
