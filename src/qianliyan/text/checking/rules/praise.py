"""喜忧·遮丑: praise where a problem is announced, and problems softened into nothing."""

import re
from collections.abc import Iterator

from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.rule import Rule

ANNOUNCED = re.compile(
    r"问题|困难|隐患|风险|难题|堵点|短板|矛盾|困境|偏[低高慢]|不足|缺口|滞后|亟待|亟需|突出|纠纷|下滑|受阻|难(?:以|$)"
)
PRAISE = re.compile(
    r"取得(?:了)?(?:显著|明显|积极|良好|丰硕|突出|可喜|阶段性|重大)(?:的)?(?:成效|成绩|效果|成果|进展)|成效(?:显著|明显|突出)|成绩斐然|(?:受到|得到|赢得)(?:了)?[^，。；]{0,14}(?:好评|赞誉|称赞|充分肯定|高度肯定)"
    r"|亮点纷呈|走在(?:了)?(?:全国|全省|全市|前列)|名列前茅|硕果累累|迈上新台阶|再上新台阶|成绩(?:喜人|突出)|形势喜人|(?:成绩|效果|成果|实效)(?:显著|明显|突出|喜人)|(?:位居|排名|位列|走在)[^，。；]{0,8}(?:前列|前茅|第一方阵)"
)
SOFTENED = re.compile(
    r"(?:个别|极个别|极少数|局部)[^，。；\d]{0,16}(?:还?存在|仍有?|尚有)[^，。；\d]{0,12}(?:不足|问题|差距|现象|短板|薄弱环节)|(?:有待|还需|仍需|尚需)(?:于)?(?:进一步)?(?:提高|提升|加强|改进|完善|改善|强化)"
    r"|(?:还|尚)?不够(?:到位|平衡|充分|深入|扎实|细致|完善|理想|高|强)|总体(?:可控|平稳|向好)[^，。；\d]{0,6}(?:但|，但)[^，。；\d]{0,12}(?:略有|稍有)|(?:略|稍)(?:有|显)(?:不足|欠缺|滞后|差距)|瑕不掩瑜"
)


def praise(context: Context) -> Iterator[Hit]:
    """Find praise in an item that announces a problem; one that names what was done in figures is no praise."""
    if not _announces(context):
        return
    for match in PRAISE.finditer(context.body):
        start = context.body_start + match.start()
        yield Hit(start, start + len(match.group()), f"标题说的是问题，这里却在表扬：“{match.group()}”会冲淡问题。")


def softened(context: Context) -> Iterator[Hit]:
    """Find problem words that say nothing, without a number in their sentence."""
    if not _announces(context):
        return
    for block in context.paragraphs:
        for sentence in block.sentences:
            words = sentence.of(context.text)
            match = SOFTENED.search(words)
            if match and not re.search(r"\d", words):
                start = sentence.start + match.start()
                yield Hit(
                    start,
                    start + len(match.group()),
                    f"“{match.group()}”把问题说轻了：请写明是什么问题、有多少、影响多大。",
                    placeholder="【请补充：问题的范围和程度】",
                )


def _announces(context: Context) -> bool:
    return context.kind in ("problem", "warning") or ANNOUNCED.search(context.title) is not None


RULES = (
    Rule("praise-in-problem", "喜忧·遮丑", Severity.ADVICE, "有喜报喜、有忧报忧，问题信息不写成绩。", praise),
    Rule("softened-problem", "喜忧·遮丑", Severity.ADVICE, "问题说得含糊，领导难以判断轻重。", softened),
)
