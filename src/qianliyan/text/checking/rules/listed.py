"""真假·失真: how many are named against how many are said: “青石、白桑、古渡4个县”, “三项措施：一是……二是……”."""

import re
from collections.abc import Iterator

from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.rule import Rule
from qianliyan.text.checking.rules.numbering import POINT
from qianliyan.text.numerals import from_chinese

# Signs first, so that the search is quick; what may not stand before them is looked at afterwards.
COUNT = r"(?P<count>[\d两二三四五六七八九十]{1,2})"
MORE = frozenset("0123456789.第一二三四五六七八九十百千万")
THING = (
    r"(?P<thing>县区|区县|县市|乡镇|镇街|街道|社区|县|市|区|镇|乡|村|省|地|部门|单位|企业|公司|学校|医院|卫生院|园区|开发区"
    r"|方面|领域|环节|行业|类别|品种|产业|国家|街区|景区|小区|校区|河流|河道|道路|路口|线路|水库|村庄|品牌|专业|学科)"
)
CLASS = r"(?:个|家|名|所|座|大|类|种|条|处|项)?"
ITEM = r"(?:(?!等)[\u4e00-\u9fff“”]){1,12}"
# “3个镇（城关镇、北山镇）”; after a colon the list may go on in other words, so its last item must end alike.
BEFORE_LIST = re.compile(
    rf"{COUNT}(?:{CLASS}{THING}|[个类种大项条](?P<other>[\u4e00-\u9fff]{{1,8}}?))(?P<open>[（：])(?P<list>{ITEM}(?:、{ITEM}){{1,20}})(?P<after>[^、]|$)"
)
COUNTED = re.compile(rf"{COUNT}{CLASS}{THING}(?!级|以[上下])")
LIST_BEFORE = re.compile(rf"(?P<list>{ITEM}(?:、{ITEM}){{1,20}}?)(?P<some>等)?$")
FAR = 120
ONES = re.compile(
    r"“(?P<name>(?P<count>[二三四五六七八九十])个一)”[^：:。，]{0,6}[：:，](?:即)?(?P<list>[^，。；：、\d]{2,12}(?:、[^，。；：、\d]{2,12}){1,9})"
)
JOINED = re.compile(r"以及|[和及与]")
CLAUSE_END = re.compile(r"[，。；：（）\n]")
AREAS = "县市区镇乡村省地道路河流库"
MOST_LISTED = 20
# “采取三项措施：一是……二是……四是……”
ANNOUNCED = re.compile(
    r"(?<![第\d一二三四五六七八九十前后上下近头])(?P<count>[两二三四五六七八九十]|\d)(?:个方面|方面|个|项|大|条|点|类|种|重)?(?:的)?"
    r"(?P<noun>(?:主要|突出|重点|具体|创新|便民|有力|关键|共性)?(?:措施|举措|问题|原因|建议|任务|做法|困难|影响|工作|行动|难题|短板"
    r"|特点|变化|趋势|环节|矛盾|隐患|风险|机制|制度))[^。；：\n]{0,30}[：:。]\s*(?=一是)"
)
FARTHEST = 3000


def listed(context: Context) -> Iterator[Hit]:
    """Count the names of every list that says how many they are."""
    text = context.text
    if "、" not in text:
        return
    for match in BEFORE_LIST.finditer(text):
        yield from _counted(match, match["list"], closed=match["open"] == "（", open_list=match["after"] == "等")
    yield from _of_ones(context)
    for match in COUNTED.finditer(text):
        before = text[max(0, match.start() - FAR) : match.start()]
        named = LIST_BEFORE.search(CLAUSE_END.split(before)[-1])
        if named:
            yield from _counted(match, named["list"], closed=False, open_list=bool(named["some"]))


def _of_ones(context: Context) -> Iterator[Hit]:
    """Count the ones of “五个一”机制：一名领导包案、一个专班推进……."""
    for match in ONES.finditer(context.text):
        said, found = _value(match["count"]), match["list"].count("、") + 1
        if found > 1 and found != said and all(item.startswith("一") for item in match["list"].split("、")):
            yield Hit(*match.span("name"), f"数目不符：列出了{found}个“一”，文中写作“{match['name']}”。")


def _counted(match: re.Match[str], names: str, *, closed: bool, open_list: bool) -> Iterator[Hit]:
    said = _value(match["count"])
    if match.string[match.start() - 1 : match.start()] in MORE:
        return
    items = names.split("、")
    thing = match["thing"] or match["other"]
    alike = all(item.endswith(thing[-1]) for item in (items if closed else items[-1:]))
    places = thing[-1] in AREAS and len(items) > 2 and all(len(item) < 7 for item in items[1:])
    lengths = {len(items), len(items) - 1 + len(JOINED.split(items[-1]))}
    wrong = min(lengths) > said if open_list else said not in lengths
    # In brackets there may be an explanation instead of names: “4个乡镇（街道、园区）”.
    named = alike or places or (closed and (min(lengths) > said or len(items) > 2))
    if wrong and named and 1 < said <= MOST_LISTED:
        start, end = match.start("count"), max(match.end("thing"), match.end("count") + 2)
        yield Hit(start, end, f"数目不符：列出了{max(lengths)}个，文中写作“{match.string[start:end]}”。")


def announced(context: Context) -> Iterator[Hit]:
    """Hold the number of measures or problems announced against the points that follow."""
    text = context.text
    if "一是" not in text:
        return
    for match in ANNOUNCED.finditer(text):
        said, last = _value(match["count"]), 0
        for point in POINT.finditer(text, match.end() - 1, match.end() + FARTHEST):
            number = from_chinese(point[1]) or 0
            if number == 1 and last:
                break
            last = max(last, number)
        if last > 1 and last != said:
            start, end = match.start("count"), match.end("noun")
            yield Hit(
                start, end, f"数目不符：后面写到“{'一二三四五六七八九十'[last - 1]}是”，这里写作“{text[start:end]}”。"
            )


def _value(written: str) -> int:
    return int(written) if written.isdecimal() else from_chinese(written) or 0


RULES = (
    Rule("listed-count", "真假·失真", Severity.ADVICE, "列出的名称要与所说的个数一致。", listed),
    Rule("announced-points", "真假·失真", Severity.ADVICE, "说几条就要写几条，“三项措施”后面要有“三是”。", announced),
)
