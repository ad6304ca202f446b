"""深浅·肤浅: an item that tells what happened but not why, with what effect, and what should be done."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.rule import Rule


class Layer(NamedTuple):
    """One thing an item of a kind must say, how it shows, and what to ask for."""

    name: str
    signs: re.Pattern[str]
    placeholder: str


# At the head of a clause a modal word asks for something: “可整合客运车辆”, “请交通部门备好物资”.
ASKING = (
    r"(?:(?<=[，。；：\n])|(?<=对此)|(?<=为此))(?:请|宜|可|应|须|需|拟|盼|望|恳请|急需|必须|有必要|要)"
    r"(?=[\u4e00-\u9fff])(?![^，。；]{0,6}\d)"
)
# “存在以下问题：一是……二是……”: the points say why and with what effect.
PROBLEMS = re.compile(
    r"(?:问题|困难|难题|难点|短板|不足|隐患|瓶颈|矛盾|症结)[^。；：\n]{0,12}[：:。]\s*"
    r"(?:一是|首先|第一|一方面|[（(][一1][）)]|1[.．、]|①|[^。；：\n]{2,60}；[^。；：\n]{2,60}；)"
)
CAUSE = Layer(
    "原因",
    re.compile(
        r"原因|由于|因为?(?!此|地|素材)|受.{1,20}(?:影响|冲击|限|拖累|制约)|导致|造成|缘于|源于|归因|主要是|制约|所致|根源|症结|瓶颈|引发"
        r"|在于|错位|倒挂|供[大过]于求|供应[^，。；]{0,4}宽松|供不应求|介绍[，：]|测算|跟不上|不愿|不够|不稳定?|不足|缺乏|缺少|短缺|滞后|老旧"
        r"|(?:成本|费用|门槛|补贴|标准)[^，。；]{0,8}(?:[高低少]|\d)|只有|仅有?\d|距[^，。；]{1,8}\d"
    ),
    "【请补充：问题产生的原因】",
)
EFFECT = Layer(
    "影响",
    re.compile(
        r"影响|导致|造成|损失|致使|引发|后果|制约|加剧|加重|挤压|下降|减少|上升|增加|亏损|停产|停工|闲置|浪费|不满|投诉|上访|流失|隐患|风险|危及|难以|无法|延误|拖累|纠纷"
        r"|难题|不便|不得不|只能|被迫|积压|外流|缩减|淘汰|破损|损耗|花费|多花|要走|绕行|排队|拥堵|受阻|落空|停摆|减产|[\d万千百]余?[名户人](?!民|次|员)"
    ),
    "【请补充：问题造成的影响】",
)
PROPOSAL = Layer(
    "建议",
    re.compile(
        r"建议|对策|应当?(?:尽快|及时|加强|进一步|出台|建立|明确)|亟[待需须]|需要?(?:尽快|进一步|加强|统筹|出台|上级)|期盼|希望|盼|宜(?:尽快|早)|下一步|呼吁|要求"
        r"|意见[：:]|" + ASKING
    ),
    "【请补充：对策建议】",
)
METHOD = Layer(
    "做法",
    re.compile(
        r"做法|一是|（一）|通过|采取|建立|推行|创新|探索|实行|实施|组织|推出|出台|制定|搭建|开展|推动|整合|设立|打造|聚焦|坚持"
        r"|试行|试点|[“”][：:]|每[周月季]一?次|认领|积分|清单|发放|纳入|聘请|引入|划分|签订|设置|改[为由]|实现[^，。]{0,10}办"
    ),
    "【请补充：具体做法】",
)
RESULT = Layer(
    "成效",
    re.compile(
        r"成效|效果|结果|实现|提高|提升|降低|下降|增长|增加|减少|缩短|压减|完成|达到?|惠及|受益|节约|节省|带动|覆盖|满意|\d+(?:\.\d+)?%|获评|办结"
        r"|(?:清理|化解|调解|解决|整改|处置|拆除|引进|签约|新增|服务|少花|省下?)[^，。；]{0,12}\d|由[^，。；]{1,14}\d[^，。；]{0,6}(?:降|升|增|减|缩|变|精简)[^，。；]{0,3}\d"
    ),
    "【请补充：取得的成效和数据】",
)
TREND = Layer(
    "趋势",
    re.compile(
        r"预[计测报判]|趋势|可能|或将|将(?:会|持续|进一步|导致|达到|出现|影响|面临)|势头|苗头|风险[^。；]{0,6}(?:上升|加大|增)|未来|后期|下一阶段|如不|若不|一旦|蔓延|扩大|加剧|持续"
        r"|照此|就会|易(?:发|引发|诱发|造成)|会(?:出现|引发|导致|造成|发生)|将升|将降|高发期|多发期"
    ),
    "【请补充：发展趋势】",
)

NEEDED: Mapping[str, tuple[Layer, ...]] = {
    "problem": (CAUSE, EFFECT, PROPOSAL),
    "experience": (METHOD, RESULT),
    "warning": (TREND, PROPOSAL),
}


def layers(context: Context) -> Iterator[Hit]:
    """Name the layers an item of its kind should have and does not; brief items only tell."""
    if context.form == "brief":
        return
    span = context.subject_span
    for layer in NEEDED.get(context.kind or "", ()):
        listed = layer in (CAUSE, EFFECT) and PROBLEMS.search(context.body)
        if not listed and not layer.signs.search(context.body):
            yield Hit(*span, f"没有写到{layer.name}，信息停在表面。", placeholder=layer.placeholder)


RULES = (
    Rule(
        "missing-layer",
        "深浅·肤浅",
        Severity.ADVICE,
        "问题信息要有原因、影响和建议，经验信息要有做法和成效，预警信息要有趋势和建议，领导才能据以决策。",
        layers,
        frozenset({"kind"}),
    ),
)
