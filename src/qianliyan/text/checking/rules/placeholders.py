"""Placeholders that must be filled before anybody signs, and characters lost on the way."""

import re
from collections.abc import Iterator

from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.rule import Rule

CROSSES = r"(?:[×✕╳]{2,}|(?<![A-Za-zＡ-Ｚ])[XxＸ]{2,}(?![A-Za-zＡ-Ｚ]))"
SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟"
    "熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严"
)
# What is counted or dated is to be filled in; a name that is crossed out may be meant so (××公司, ××县, 李××).
COUNTED = (
    r"(?:个|家(?!庭|具|电|园|属)|户|人(?![民大])|名(?!城)|万(?!达)|亿|元|亩|座|处(?!理)|项(?!目)|次|年|月(?!饼)|日(?!报)|时|点|分(?![局公院校店行中管])"
    r"|[%％℃]|吨|公里|米|台|辆|件|起|例|期|号|届|批|条|岁|天|周|倍|成|只|头)"
)
PLACEHOLDER = re.compile(
    rf"{CROSSES}(?={COUNTED})|(?<![{SURNAMES}某]){CROSSES}(?=[，。；、：:）)\s]|$)|(?<![A-Za-z0-9×XＸ])[XＸ×](?=[年月日时号县市区镇乡村项户家名人%万亿个](?!光|射))"
    r"|(?<![0-9A-Za-z*])\*{1,3}(?=[亿万%％个家户人名元亩项件起处台辆年月日])"
    r"|(?<=[\u4e00-\u9fff])[ 　]+(?=(?:亿元|万元|%|％|亿|万亩|万人|万吨|公里|平方米)[，。；、）)\n])"
    r"|_{2,}|＿{2,}|[□◻]{2,}|〔[ 　]*〕|[（(][ 　]*[）)]|【[ 　]*】|\[[ 　]+\]"
    r"|【[^】\n]{0,30}(?:待|请|须|需要|补充|核实|填|此处|插入|缺字)[^】\n]{0,30}】"
    r"|[（(\[［〔](?:待|请|此处|数据待|需)(?:核实?|补充?|定|填写?|更新|确认|进一步核实)[^）)\]］\n]{0,16}[）)\]］〕]"
    r"|\d{4}年[ 　]+月(?:[ 　]*日)?|(?<=[ 　])月[ 　]+日|(?:数据|金额|数字|时间|名单|人数|数量|面积|日期|"
    r"内容)(?:暂缺|待补充?|待填写?)(?!充)|\b(?:TBD|TODO)\b"
)
MASKED = re.compile(CROSSES)
LOST = re.compile(r"\ufffd+|(?<=[\u4e00-\u9fff])[?？]{2,}(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])\?(?=[\u4e00-\u9fff])")


def placeholders(context: Context) -> Iterator[Hit]:
    """Find what was left to be filled in."""
    for match in PLACEHOLDER.finditer(context.text):
        yield Hit(*match.span(), f"占位符“{match.group().strip()}”还没有填写。", placeholder="【请补充】")


def masked_names(context: Context) -> Iterator[Hit]:
    """Find names that are crossed out: on purpose, or still to be filled in."""
    if not MASKED.search(context.text):
        return
    gaps = {match.start() for match in PLACEHOLDER.finditer(context.text)}
    for match in MASKED.finditer(context.text):
        if match.start() not in gaps:
            yield Hit(*match.span(), f"“{match.group()}”是有意隐去名称，还是待填？待填的请填好。")


def lost_characters(context: Context) -> Iterator[Hit]:
    """Find question marks and replacement signs that stand for lost characters."""
    for match in LOST.finditer(context.text):
        yield Hit(*match.span(), "此处有字丢失，请对照原稿补上。", placeholder="【请补字】")


RULES = (
    Rule("placeholder", "严·残缺", Severity.BLOCKING, "占位符未填不得签发，任何人不能放行。", placeholders),
    Rule("masked-name", "详略·残缺", Severity.NOTE, "有意隐去名称可以保留，待填的不能留到签发。", masked_names),
    Rule("lost-character", "严·残缺", Severity.BLOCKING, "转换中丢失的字须由人补上，系统不猜。", lost_characters),
)
