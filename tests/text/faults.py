# ruff: noqa: E501 - a table reads better with one fault a line
"""Puts one fault into a sound item, at a place that is known: the measure of what the checks find.

A fault is a function from text and chance to the spoilt text and the place, or None where it does not apply.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from random import Random

from qianliyan.text.checking.context import Leader, Lists, Settings

Spoilt = tuple[str, int, int] | None
Inject = Callable[[str, Random], Spoilt]


@dataclass(frozen=True)
class Fault:
    """A kind of fault: the rules that may report it, how it is made, in which kinds of items, and with what facts."""

    name: str
    rules: tuple[str, ...]
    inject: Inject
    kinds: tuple[str, ...] = ()
    facts: dict = field(default_factory=dict)


def body_start(text: str) -> int:
    return text.index("\n") + 1


def swap(pattern: str, change: Callable[[re.Match, Random], str], *, title: bool = False) -> Inject:
    """Change one random match of a pattern; group 1, or the whole match, is the place."""

    def inject(text: str, chance: Random) -> Spoilt:
        start = body_start(text)
        matches = [match for match in re.finditer(pattern, text) if (match.start() < start) == title]
        if not matches:
            return None
        match = chance.choice(matches)
        new = change(match, chance)
        if new == match.group():
            return None
        return text[: match.start()] + new + text[match.end() :], match.start(), match.start() + max(1, len(new))

    return inject


def insert(*examples: str, own_line: bool = False) -> Inject:
    """Put in a sentence, or a line, in which 【】 marks the fault."""

    def inject(text: str, chance: Random) -> Spoilt:
        example = chance.choice(examples)
        before, marked, after = re.fullmatch(r"(?s)(.*)【(.*)】(.*)", example).groups()
        ends = [match.end() for match in re.finditer(r"。(?=\n)", text) if match.end() > body_start(text)]
        place = chance.choice(ends)
        lead = "\n" if own_line else ""
        start = place + len(lead) + len(before)
        return text[:place] + lead + before + marked + after + text[place:], start, start + len(marked)

    return inject


def whole_title(change: Callable[[str, Random], str]) -> Inject:
    def inject(text: str, chance: Random) -> Spoilt:
        end = text.index("\n")
        title = change(text[:end], chance)
        return title + text[end:], 0, len(title)

    return inject


def bump(match: re.Match, chance: Random) -> str:
    """Raise the figure of group 1 by a tenth to a half."""
    written = match[1]
    places = len(written.partition(".")[2])
    raised = float(written) * chance.uniform(1.15, 1.5) + 10**-places * 3
    return match.group().replace(written, f"{raised:.{places}f}", 1)


def drop_proposals(text: str, _: Random) -> Spoilt:
    lines = [line for line in text.split("\n") if not re.search(r"建议|对策|下一步|要求|希望", line)]
    kept = [re.sub(r"[^。]*(?:应|亟|需|宜|盼)[^。]*。", "", line) for line in lines]
    joined = "\n".join(line for line in kept if line)
    return (joined, 0, joined.index("\n")) if joined.count("\n") > 1 else None


def repeat_sentence(text: str, chance: Random) -> Spoilt:
    sentences = re.findall(r"(?:(?<=。)|(?<=\n))[^。\n]{14,}。", text[body_start(text) :])
    if not sentences:
        return None
    sentence = chance.choice(sentences)
    spoilt = text.rstrip("\n") + "\n" + sentence + "\n"
    return spoilt, len(text.rstrip("\n")) + 1, len(spoilt) - 1


def run_on(text: str, chance: Random) -> Spoilt:
    start = body_start(text)
    pairs = [match for match in re.finditer(r"[^\n]{85,}\n[^\n]{85,}", text) if match.start() >= start]
    if not pairs:
        return None
    match = chance.choice(pairs)
    line = re.sub(r"[。；]\n?(?=.)", "，", match.group())
    return text[: match.start()] + line + text[match.end() :], match.start(), match.start() + len(line)


def drop_last_stop(text: str, chance: Random) -> Spoilt:
    matches = [match for match in re.finditer(r"[^\n]{45,}。(?=\n)", text) if match.start() >= body_start(text)]
    if not matches:
        return None
    match = chance.choice(matches)
    return text[: match.end() - 1] + text[match.end() :], match.end() - 8, match.end() - 1


def repeat_word(text: str, chance: Random) -> Spoilt:
    words = [
        m
        for m in re.finditer(r"企业|群众|推进|设备|经费|检查|补贴|用工|水库|价格|居民|学生", text)
        if m.start() >= body_start(text)
    ]
    if not words:
        return None
    word = chance.choice(words)
    return text[: word.end()] + word.group() + text[word.end() :], word.start(), word.end() + 2


def another_title(text: str, chance: Random) -> Spoilt:
    other = (
        "河东县推行林长制护林防火",
        "驻外办事处对接招商项目",
        "博物馆文创产品走俏国庆假期",
        "城市书房延长夜间开放时间",
    )
    return whole_title(lambda _, c: c.choice(other))(text, chance)


LEADERS = Lists(
    leaders=(Leader("郑大川", "市长", 1, date(2025, 1, 1)), Leader("何小溪", "副市长", 2, date(2025, 1, 1)))
)
WRITTEN = {"written_on": date(2026, 10, 30)}
PROBLEMS = ("problem", "warning")
HAN = "[\u4e00-\u9fff]"

FAULTS = (
    Fault("part", ("sum-of-parts",), swap(r"其中" + HAN + r"{2,8}(\d+)(?:人|处|件)、", bump)),
    Fault("parts", ("sum-of-parts",), insert("全市共接报险情【36起，其中滑坡21起、崩塌8起、泥石流6起】。", "【总投资12.5亿元，其中中央5亿元、省级3亿元、市县6.5亿元】。")),
    Fault("table", ("table-total",), swap(r"(?<=合计\t)(\d+)", bump)),
    Fault("share", ("share-of-numbers", "ratio-over-100"), swap(r"(?<=占)(\d+(?:\.\d+)?)%(?=[。，；])", bump)),
    Fault("rate", ("share-of-numbers",), insert("抽检样品850批次，合格833批次，合格率为【95%】。", "检查企业120家，发现问题36家，占【35%】。")),
    Fault("change", ("growth-rate",), swap(r"(?:涨幅|下降|减少|增长)(\d+(?:\.\d+)?)%", bump)),
    Fault("direction", ("growth-rate",), swap(r"(?<=\d)(?:[%分天万人元件]|分钟|公斤|毫米|天)?(?:下降|缩短|减少)到(?=\d)", lambda m, _: re.sub("下降|缩短|减少", "增加", m.group()))),
    Fault("sign", ("growth-sign",), insert("规模以上工业增加值【增长-3.2%】。", "财政收入【持续增长，同比下降】3.1%。")),
    Fault("title figure", ("title-figure",), swap(r"(\d+(?:\.\d+)?)(?=[万亿]?[元个户座人吨方辆栋处头件家口])", bump, title=True)),
    Fault("two values", ("two-values",), insert("全市在册隐患总数438处，经复核，全市在册隐患总数【428处】。")),
    Fault("scale", ("scale-mixup",), insert("下达青溪县3200万元、河东县2800万元、南山区【2600亿元】。", "下达补助3200万元，要管好用好【3200亿元】资金。")),
    Fault("date", ("impossible-date",), swap(r"\d{1,2}月\d{1,2}日", lambda _, c: c.choice(["2月30日", "4月31日", "13月5日", "6月31日"]))),
    Fault("weekday", ("weekday",), insert("会议定于【2026年10月28日（星期五）】召开。")),
    Fault("period", ("reversed-period",), insert("【3月20日至15日】集中检查。", "【2026年至2023年】累计投入1.2亿元。", "每天【10时至9时】施工。")),
    Fault("ratio", ("ratio-over-100",), swap(r"率(?:为|达到|提高到)?(\d\d)%", lambda m, _: m.group().replace(m[1], "1" + m[1]))),
    Fault("generalising", ("generalising",), insert("一位村民反映收入减少，农户【普遍认为】不划算。", own_line=True)),
    Fault("no proposal", ("missing-layer",), drop_proposals, PROBLEMS),
    Fault("opening", ("empty-opening",), lambda t, _: (t[: body_start(t)] + "为深入贯彻落实上级决策部署，有关部门高度重视，狠抓落实。" + t[body_start(t) :], body_start(t), body_start(t) + 10)),
    Fault("empty paragraph", ("empty-paragraph",), insert("【各级各部门提高站位，统一思想，多措并举，齐抓共管，营造了良好氛围，取得了显著成效，再上新台阶。】", own_line=True)),
    Fault("formula", ("empty-formula",), insert("这项工作【受到了群众一致好评】。", "各地【开创了工作新局面】。")),
    Fault("vague", ("vague-quantity",), lambda t, _: (t.rstrip("\n") + "\n部分乡镇进度较慢。\n", len(t.rstrip("\n")) + 1, len(t.rstrip("\n")) + 9)),
    Fault("no time", ("missing-element",), lambda t, _: (f"{t[: body_start(t)]}有关部门采取措施，办理群众诉求。\n", 0, body_start(t) - 1), ("implementation", "experience")),
    Fault("repeated sentence", ("repeated-sentence",), repeat_sentence),
    Fault("run-on", ("long-sentence",), run_on),
    Fault("two subjects", ("two-subjects",), insert("【另外，博物馆在国庆假期延长夜间开放。】", own_line=True)),
    Fault("praise", ("praise-in-problem",), insert("这项工作【取得了显著成效】。", "【成效显著】，走在前列。"), ("problem",)),
    Fault("softened", ("softened-problem",), insert("【个别环节还存在一些不足】。", "工作【有待进一步加强】。"), ("problem",)),
    Fault("other title", ("title-words",), another_title),
    Fault("empty title", ("title-empty",), whole_title(lambda _, c: c.choice(["有关工作情况的汇报", "工作动态", "扎实推进相关工作"]))),
    Fault("pointed title", ("title-punctuation",), whole_title(lambda t, c: t + c.choice("。，；"))),
    Fault("stale", ("stale",), lambda t, _: (t[: body_start(t)] + "9月1日，群众反映这一情况。\n", body_start(t), body_start(t) + 4), ("warning",), WRITTEN),
    Fault("yesterday", ("relative-time",), insert("【昨日】（10月12日）召开会议。", "【近日】（9月3日）召开会议。"), (), WRITTEN),
    Fault("territory", ("political-wording",), insert("加强【中国和台湾】经贸往来。", "产品销往【香港、日本等国家】。", "【台湾政府】发布消息。", "【收回香港主权】后贸易增长。")),
    Fault("formula wording", ("political-wording",), insert("【筑牢中华民族共同体意识】。", "学习【习近平新时代中国特色社会主义理论】。", "【坚定“两个维护”】。", "【增强“四个自信”】。")),
    Fault("meeting", ("political-wording",), insert("【市政府常委会】专题研究。", "【党的二十大三中全会】提出要求。", "【中央经济会议】提出要求。")),
    Fault("leader", ("leaders",), insert("【何小溪、郑大川】出席会议。", "【市长何小溪】到场指挥。", "市长【郑小川】到场指挥。"), (), {"settings": Settings(lists=LEADERS)}),
    Fault("secret", ("secret-mark",), insert("【秘密★1年】", "【密级：机密】", "【绝密】", own_line=True)),
    Fault("inner", ("inner-mark",), insert("【内部资料 注意保存】", "【此件不予公开】。", "【仅供内部参考】。", own_line=True)),
    Fault("identity", ("identity-number",), insert("张某（身份证号【11010519491231002X】）反映。", "李某，【110101199003072412】，已联系。".replace("110101199003072412", "440524188001010014"))),
    Fault("mobile", ("mobile-number",), insert("联系人李某，【13912345678】。", "可拨【138-1234-5678】咨询。")),
    Fault("bank card", ("bank-card",), insert("汇入【6228480402564890018】。")),
    Fault("home", ("home-address",), insert("王某【家住青溪县河东镇李家村3组】。", "赵某【住址：南山区和平路12号3单元402室】。")),
    Fault("placeholder", ("placeholder",), swap(r"\d+(?:\.\d+)?(?=[人户家座处万])", lambda _, c: c.choice(["XX", "××", "____", "【待核实】"]))),
    Fault("lost", ("lost-character",), swap("(?<=" + HAN + ")" + HAN + "(?=" + HAN + ")", lambda _, c: c.choice(["??", "\ufffd"]))),
    Fault("heading", ("heading-sequence",), swap(r"(?m)^（二）|^二、|^2\.(?!\d)", lambda m, _: m.group().replace("二", "四").replace("2", "4"))),
    Fault("point", ("point-sequence",), swap(r"(?<=[；。])二是", lambda *_: "三是")),
    Fault("quote", ("unpaired",), swap(r"(?<=" + HAN + ")(?=" + HAN + ")", lambda _, c: c.choice("“”《》（"))),
    Fault("narrow", ("narrow-punctuation",), swap("(?<=" + HAN + ")[，；](?=" + HAN + ")", lambda m, _: {"，": ",", "；": ";"}[m.group()])),
    Fault("doubled", ("doubled-punctuation",), swap("，", lambda _, c: c.choice(["，，", "，、", "。，"]))),
    Fault("no stop", ("paragraph-end",), drop_last_stop),
    Fault("numeral", ("about-twice", "mixed-numerals", "year-form", "number-range"), insert("转移群众【约30余人】。", "排查【3十】余处。", "【二零二六年】起施行。", "比上年【减少两倍】。", "增长【3-5%】。")),
    Fault("confusable", ("confusable",), insert("各地【按步就班】推进。", "要【再接再励】。", "【截止目前】已完成。", "领导【布署】工作。", "群众【反应强烈】。".replace("反应强烈", "反应问题"), "防止【漫不经新】。", "做到【未雨绸谬】。", "严防【滥竽充数数】。".replace("滥竽充数数", "滥芋充数"))),
    Fault("slip", ("likely-slip",), insert("要【立既】整改。", "防火【型势】严峻。", "对此【严惩不待】。", "做到【有的放失】。", "困难群众【应保进保】。")),
    Fault("fixed formula", ("fixed-formula",), insert("学习【习近平新时代中国特色社会主意思想】。", "【铸劳中华民族共同体意识】。", "实现【中华民族伟大复新】。")),
    Fault("composed", ("sum-of-parts",), insert("总投资【3.6亿元，由中央资金1.2亿元、省级资金1.5亿元、市级资金1.9亿元】三部分组成。", "排查积案【156件，已化解128件，尚有32件】在办。", "蓄水【4.2亿立方米。其中大型水库2.1亿立方米、中型水库1.3亿立方米、小型水库1.1亿立方米】。")),
    Fault("repeated word", ("repeated-word",), repeat_word),
    Fault("unit", ("unit-of-measure",), insert("新增面积120【平米】。", "功率32【KW】。", "消耗3万【吨标煤】。")),
    Fault("old office", ("former-office",), insert("由县【环保局】牵头。", "会同市【国土资源局】办理。", "【卫计委】负责落实。")),
)  # fmt: skip
