"""Placeholders that must be filled before anybody signs, and characters lost on the way."""

import re
from collections.abc import Iterator

from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.rule import Rule

PLACEHOLDER = re.compile(
    r"[×✕╳]{2,}|(?<![A-Za-zＡ-Ｚ])[XxＸ]{2,}(?![A-Za-zＡ-Ｚ])|(?<![A-Za-z0-9×XＸ])[XＸ×](?=[年月日时号县市区镇乡村项户家名人%万亿个](?!光|射))"
    r"|_{2,}|＿{2,}|[□◻]{2,}|〔[ 　]*〕|[（(][ 　]+[）)]"
    r"|【[^】\n]{0,30}(?:待|请|须|需要|补充|核实|填|此处|插入|缺字)[^】\n]{0,30}】"
    r"|[（(\[［](?:待|请|此处|数据待|需)(?:核实?|补充?|定|填写?|更新|确认|进一步核实)[^）)\]］\n]{0,16}[）)\]］]"
    r"|\d{4}年[ 　]+月(?:[ 　]*日)?|(?<=[ 　])月[ 　]+日|(?:数据|金额|数字|时间|名单|人数|数量|面积|日期|"
    r"内容)(?:暂缺|待补充?|待填写?)(?!充)|\b(?:TBD|TODO)\b"
)
LOST = re.compile(r"\ufffd+|(?<=[\u4e00-\u9fff])[?？]{2,}(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])\?(?=[\u4e00-\u9fff])")


def placeholders(context: Context) -> Iterator[Hit]:
    """Find what was left to be filled in."""
    for match in PLACEHOLDER.finditer(context.text):
        yield Hit(*match.span(), f"占位符“{match.group().strip()}”还没有填写。", placeholder="【请补充】")


def lost_characters(context: Context) -> Iterator[Hit]:
    """Find question marks and replacement signs that stand for lost characters."""
    for match in LOST.finditer(context.text):
        yield Hit(*match.span(), "此处有字丢失，请对照原稿补上。", placeholder="【请补字】")


RULES = (
    Rule("placeholder", "严·残缺", Severity.BLOCKING, "占位符未填不得签发，任何人不能放行。", placeholders),
    Rule("lost-character", "严·残缺", Severity.BLOCKING, "转换中丢失的字须由人补上，系统不猜。", lost_characters),
)
