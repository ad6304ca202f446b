"""Lines that an office types into its lists: cells between bars. Each reader says in a sentence what it cannot read."""

import re
from datetime import date

from django.utils.translation import gettext as _

from qianliyan.text.checking.context import Leader, Phrase

BAR = re.compile(r"[|｜\t]")
KINDS = {"部署落实": "implementation", "经验": "experience", "预警": "warning", "问题": "problem", "动态": "ordinary"}
FORMS = {"简讯": "brief", "单条": "single", "综合": "composite", "专报": "special", "调研": "research"}


def leader(line: str, rank: int = 0) -> Leader:
    """Read 姓名｜职务｜任职起｜任职止｜依据; whoever stands higher in the list is named first."""
    name, post, since, until, source = _cells(line, 5)
    if not name or not post:
        raise ValueError(_("请写成“姓名｜职务｜任职起｜任职止｜依据”，后三项可空"))
    return Leader(name, post, rank, _day(since) or date.min, _day(until), source)


def phrase(line: str) -> Phrase:
    """Read 错误写法｜正确写法｜理由｜依据."""
    wrong, right, why, source = _cells(line, 4)
    if not wrong or not right or wrong == right:
        raise ValueError(_("请写成“错误写法｜正确写法｜理由｜依据”，后两项可空"))
    return Phrase(wrong, right, why, source)


def length(line: str) -> tuple[str, tuple[int, int]]:
    """Read 体裁｜最少字数｜最多字数."""
    form, least, most = _cells(line, 3)
    if form not in FORMS or not least.isdecimal() or not most.isdecimal() or int(least) >= int(most):
        raise ValueError(_("请写成“体裁｜最少字数｜最多字数”，体裁是简讯、单条、综合、专报、调研之一"))
    return FORMS[form], (int(least), int(most))


def days(line: str) -> tuple[str, int]:
    """Read 种类｜天数."""
    kind, number = _cells(line, 2)
    if kind not in KINDS or not number.isdecimal():
        raise ValueError(_("请写成“种类｜天数”，种类是部署落实、经验、预警、问题、动态之一"))
    return KINDS[kind], int(number)


def _cells(line: str, number: int) -> list[str]:
    cells = [cell.strip() for cell in BAR.split(line)]
    return (cells + [""] * number)[:number]


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(_("日期请写成2026-01-31的样子")) from None
