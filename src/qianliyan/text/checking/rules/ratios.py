"""真假·失真: ratios beyond what they can be, and single cases stated as general."""

import re
from collections.abc import Iterator

from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.rule import Rule
from qianliyan.text.parsing.spans import Span

# Of these, nobody can have more than all.
BOUNDED = re.compile(
    r"[\u4e00-\u9fff]率(?:分别)?(?:已?达到?|已?提高到|提升到|升至|为|是|约|超过?)?$"
    r"|(?:占|占比(?:为|达)?|比重(?:为|达|提高到)?|满意度(?:为|达到?)?)[^，。；、\d]{0,10}$"
)
# Of these there can be more than all there is, or they are held against something else than the whole.
EXEMPT = re.compile(
    r"(?:拨备覆盖|利用|增长|负债|收益|回报|杠杆|周转|完成|负荷|利润|贡献|自给|产销|达产|偿债|存贷|流动比|速动比|毛利|净利|溢价|换手|成长|年化|溢出|倍|通胀|通货膨胀)率"
    r"|目标|计划|预算|任务|同比|相当于|上年|去年|贷款|不良"
)
SHRUNK = re.compile(r"(?:下降|减少|降低|缩减|压减|下跌|下滑|回落)(?:了|约|近|超过)?$")
ONE_CASE = re.compile(
    r"(?:有的?)?(?:一|1)[名位家户](?:[^，。；]{0,12})(?:反映|表示|认为|称|说|告诉)|个别[\u4e00-\u9fff]{2,3}(?:反映|表示|认为|存在)"
    r"|以[^，。；\d]{2,14}为例|(?:家住[^，。；\d]{1,10}的|走访|采访|询问|访谈|来电|村民|居民|商户|业主|青年|农户|老板|店主|司机|群众|市民|职工|家长|养殖户|经营户)[^，。；\d]{0,6}?(?:[小老][王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯]|[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯](?:某|先生|女士|师傅|大爷|大妈|阿姨|老板))"
)
SAMPLED = frozenset({"户", "家", "名", "人", "位", "个", "份", "村", "企", "例"})
GENERAL = re.compile(
    r"(?:普遍|大多数?|绝大部分|绝大多数|全部|所有|家家户户|全都|人人)(?:[^，。；]{0,8})(?:存在|反映|认为|表示|面临|不满|困难|不足|缺乏|担忧|难|亏损|不愿|没有|受损)|普遍性|全[市县区省][^，。；\d]{2,14}(?:都|均|普遍)[^，。；\d]{0,8}(?:存在|面临|困难|不足|缺乏|难|不满)"
)


def over_all(context: Context) -> Iterator[Hit]:
    """Find shares and rates above a hundred per cent, and falls by more than all."""
    for number in context.document.numbers:
        if not number.percent or number.value <= 100:
            continue
        before = context.text[max(0, number.span.start - 24) : number.span.start]
        clause = re.split(r"[，。；：\n]", before)[-1]
        if BOUNDED.search(clause) and not EXEMPT.search(clause):
            yield Hit(*number.span, f"这个比率不可能超过100%，文中写作{number.span.of(context.text)}，请核对。")
        elif SHRUNK.search(clause):
            yield Hit(*number.span, f"下降幅度不可能超过100%，文中写作{number.span.of(context.text)}，请核对。")


def generalising(context: Context) -> Iterator[Hit]:
    """Find a paragraph that reasons from one person or firm to all."""
    for block in context.paragraphs:
        words = block.span.of(context.text)
        general = GENERAL.search(words)
        case = ONE_CASE.search(words) if general else None
        if general is None or case is None or _sampled(context, block.span):
            continue
        # A general finding first and one case after it is an illustration, unless it is somebody met at home.
        if case.start() < general.start() or case.group().startswith("家住"):
            start = block.span.start
            yield Hit(
                start + general.start(),
                start + general.end(),
                f"这里只举了“{case.group()}”一例，却说“{general.group()}”：请补充调查的范围和数量，或改为个案表述。",
            )


def _sampled(context: Context, span: Span) -> bool:
    """Tell whether a paragraph says of how many it speaks."""
    return any(
        number.value >= 5 and not number.percent and number.unit in SAMPLED for number in context.numbers_between(*span)
    )


RULES = (
    Rule(
        "ratio-over-100",
        "真假·失真",
        Severity.ADVICE,
        "合格率、占比、满意率等不能超过100%，下降也不能超过100%。",
        over_all,
    ),
    Rule("generalising", "真假·失真", Severity.ADVICE, "以偏概全：由个别推出普遍，领导会误判面上情况。", generalising),
)
