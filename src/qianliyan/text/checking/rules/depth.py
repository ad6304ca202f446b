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


CAUSE = Layer(
    "原因",
    re.compile(
        r"原因|由于|因为?(?!此|地|素材)|受.{1,20}影响|导致|造成|缘于|源于|归因|主要是|制约|所致|根源|症结|瓶颈|症结|引发"
    ),
    "【请补充：问题产生的原因】",
)
EFFECT = Layer(
    "影响",
    re.compile(
        r"影响|导致|造成|损失|致使|引发|后果|制约|加剧|加重|挤压|下降|减少|上升|增加|亏损|停产|停工|闲置|浪费|不满|投诉|上访|流失|隐患|风险|危及|难以|无法|延误|拖累|纠纷"
    ),
    "【请补充：问题造成的影响】",
)
PROPOSAL = Layer(
    "建议",
    re.compile(
        r"建议|对策|应当?(?:尽快|及时|加强|进一步|出台|建立|明确)|亟[待需须]|需要?(?:尽快|进一步|加强|统筹|出台|上级)|期盼|希望|盼|宜(?:尽快|早)|下一步|呼吁|要求"
    ),
    "【请补充：对策建议】",
)
METHOD = Layer(
    "做法",
    re.compile(
        r"做法|一是|（一）|通过|采取|建立|推行|创新|探索|实行|实施|组织|推出|出台|制定|搭建|开展|推动|整合|设立|打造|聚焦|坚持"
    ),
    "【请补充：具体做法】",
)
RESULT = Layer(
    "成效",
    re.compile(
        r"成效|效果|结果|实现|提高|提升|降低|下降|增长|增加|减少|缩短|压减|完成|达到?|惠及|受益|节约|节省|带动|覆盖|满意|\d+(?:\.\d+)?%|获评|办结"
    ),
    "【请补充：取得的成效和数据】",
)
TREND = Layer(
    "趋势",
    re.compile(
        r"预计|预测|趋势|可能|或将|将(?:会|持续|进一步|导致|达到|出现|影响|面临)|势头|苗头|风险|未来|后期|下一阶段|如不|若不|一旦|蔓延|扩大|加剧|持续"
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
        if not layer.signs.search(context.body):
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
