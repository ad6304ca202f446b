"""真假·失真: a rank below the last of its field, and a move that does not lead from one rank to the other."""

import re
from collections.abc import Iterator

from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.rule import Rule
from qianliyan.text.numerals import from_chinese

NUMERAL = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})"
PLACED = rf"(?:列|居|排名?|位列|位居|排在|名列|处于|为)?[^，。；\d第]{{0,8}}第(?P<rank>{NUMERAL})[位名]"
# “在全省16个地市中排第18位”
IN_FIELD = re.compile(
    rf"(?P<field>{NUMERAL})个?(?:地级市|设区市|地市|市州|市|县区|县市区|区县|县|区|省份|省|乡镇|镇|单位|部门|城市)"
    rf"(?:中|里|当中)?[，,]?[^，。；第\d]{{0,8}}{PLACED}"
)
# “居第3位，比上年前移2位，上年居第4位”
MOVED = re.compile(
    rf"第(?P<now>{NUMERAL})[位名][，,（(](?:位次)?[比较]?(?:上年|去年|上月|上季度)?(?:同期)?(?:位次)?"
    rf"(?:(?P<up>前移|上升|提升|前进|提高)|(?P<down>后移|下降|下滑|后退|退后))了?(?P<by>{NUMERAL})[位名个]"
    rf"[^。；]{{0,4}}[，,；（(](?:上年|去年|上月|上季度)(?:同期)?[^，。；第\d]{{0,6}}第(?P<old>{NUMERAL})[位名]"
)


def ranks(context: Context) -> Iterator[Hit]:
    """Find ranks that cannot be."""
    text = context.text
    if "第" not in text:
        return
    for match in IN_FIELD.finditer(text):
        field, rank = _value(match["field"]), _value(match["rank"])
        if 2 < field < rank:
            yield Hit(match.start("rank") - 1, match.end(), f"只有{field}个，不会排在第{rank}位，请核对。")
    for match in MOVED.finditer(text):
        now, by, old = (_value(match[part]) for part in ("now", "by", "old"))
        expected = now + by if match["up"] else now - by
        if old != expected:
            said = match["up"] or match["down"]
            message = f"位次不符：现居第{now}位、{said}{by}位，原来应是第{expected}位，文中写作第{old}位。"
            yield Hit(match.start("now") - 1, match.end(), message)


def _value(written: str) -> int:
    return int(written) if written.isdecimal() else from_chinese(written) or 0


RULES = (Rule("rank", "真假·失真", Severity.ADVICE, "位次要在范围之内，升降要与前后位次一致。", ranks),)
