"""Which column of a pasted table is what, by the words that circulars and lists put over them."""

from collections.abc import Mapping, Sequence

# The first column that a heading cell fits; longer words before shorter ones that stand in them.
WORDS: dict[str, tuple[str, ...]] = {
    "number": ("序号", "编号"),
    "title": ("题目", "标题", "信息名称", "篇名", "篇目", "内容", "事项", "事由"),
    "fact": ("结果", "情形", "采用情况", "类别", "类型"),
    "publication": ("刊物", "载体", "采用刊", "栏目", "刊载"),
    "evidence": ("依据", "文号", "期号", "期数", "备注"),
    "leader": ("批示领导", "领导姓名", "领导"),
    "level": ("层级", "级别", "层次"),
    "rank": ("名次", "排名", "位次", "排位"),
    "on": ("日期", "时间"),
    "value": ("得分", "总分", "分值", "积分", "计分", "累计分", "分数", "余额", "数值"),
    "unit": ("报送单位", "单位", "来源", "市州", "地区", "部门", "县区"),
}
LONGEST_HEADING = 14
Columns = Mapping[int, str]


def columns_in(cells: Sequence[str]) -> Columns:
    """Return what each cell of a heading row stands for; nothing if it is no heading row."""
    found: dict[int, str] = {}
    for place, cell in enumerate(cells):
        name = _named("".join(cell.split()))
        if name and name not in found.values():
            found[place] = name
    filled = [cell for cell in cells if cell.strip()]
    return found if len(found) >= 2 and len(found) * 2 >= len(filled) else {}


def in_columns(cells: Sequence[str], columns: Columns) -> dict[str, str]:
    """Return the cells by what they stand for, without the empty ones."""
    found = {name: cells[place].strip() for place, name in columns.items() if place < len(cells)}
    return {name: text for name, text in found.items() if text}


def _named(words: str) -> str:
    if not words or len(words) > LONGEST_HEADING:
        return ""
    return next((name for name, known in WORDS.items() if any(word in words for word in known)), "")
