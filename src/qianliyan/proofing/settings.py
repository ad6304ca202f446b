"""What an office edits about checking: how much weight a rule has, its word lists, its limits."""

from django.utils.translation import gettext_lazy as _

from qianliyan.configuration.registry import Kind, Setting, declare
from qianliyan.proofing import lines
from qianliyan.text.checking.context import LENGTHS
from qianliyan.text.checking.finding import Severity
from qianliyan.text.checking.names import NAMES
from qianliyan.text.checking.registry import RULES

GROUP = _("稿件自查")
OFF = "off"
LEVELS = ((OFF, _("不查")), (Severity.NOTE, _("提示")), (Severity.ADVICE, _("建议")))


def choosable() -> list[tuple[str, str]]:
    """Return the rules whose weight an office may choose: what blocks is laid down and stays so."""
    return [(rule.id, NAMES[rule.id]) for rule in RULES.values() if rule.severity != Severity.BLOCKING]


SEVERITIES: Setting[dict[str, str]] = declare(
    Setting(
        key="proofing.severities",
        default={},
        kind=Kind.LEVELS,
        label=_("各项检查的轻重"),
        help=_("涉密、个人信息、政治差错和占位符一律阻断，不能调整。"),
        group=GROUP,
        choices=choosable,
        levels=lambda: [(level, str(words)) for level, words in LEVELS],
    )
)
LEADERS: Setting[list[str]] = declare(
    Setting(
        key="proofing.leaders",
        default=[],
        kind=Kind.LINES,
        label=_("领导名单"),
        help=_("一行一人：姓名｜职务｜任职起｜任职止｜依据，日期写成2026-01-31。次序就是排名次序。"),
        group=GROUP,
        reads=lines.leader,
    )
)
PHRASES: Setting[list[str]] = declare(
    Setting(
        key="proofing.phrases",
        default=[],
        kind=Kind.LINES,
        label=_("规范提法"),
        help=_("一行一条：错误写法｜正确写法｜理由｜依据。出现错误写法的，签发人记明理由才能放行。"),
        group=GROUP,
        reads=lines.phrase,
    )
)
CONFUSABLES: Setting[list[str]] = declare(
    Setting(
        key="proofing.confusables",
        default=[],
        kind=Kind.LINES,
        label=_("本单位易错词"),
        help=_("一行一对：错误写法｜正确写法｜理由。系统自带的易错词不用再填。"),
        group=GROUP,
        reads=lines.phrase,
    )
)
SECRET_PHRASES: Setting[list[str]] = declare(
    Setting(
        key="proofing.secret_phrases",
        default=[],
        kind=Kind.LINES,
        label=_("涉密和工作秘密用语"),
        help=_("一行一个。出现的，须由保密审查人核准。"),
        group=GROUP,
    )
)
HOUSE_WORDS: Setting[list[str]] = declare(
    Setting(
        key="proofing.house_words",
        default=[],
        kind=Kind.LINES,
        label=_("不作套话提醒的用语"),
        help=_("一行一个，例如“值得关注”。"),
        group=GROUP,
    )
)
LENGTH_LIMITS = declare(
    Setting(
        key="proofing.lengths",
        default=[f"{name}｜{LENGTHS[form][0]}｜{LENGTHS[form][1]}" for name, form in lines.FORMS.items()],
        kind=Kind.LINES,
        label=_("各体裁的字数"),
        help=_("一行一种：体裁｜最少字数｜最多字数。超出的只作提示。"),
        group=GROUP,
        reads=lines.length,
    )
)
STALE_DAYS = declare(
    Setting(
        key="proofing.stale_days",
        default=["预警｜3", "问题｜15", "动态｜7"],
        kind=Kind.LINES,
        label=_("各种类的时效"),
        help=_("一行一种：种类｜天数。最近的一件事发生在这些天以前的，提醒补充新情况。"),
        group=GROUP,
        reads=lines.days,
    )
)
LONGEST_TITLE = declare(
    Setting(
        key="proofing.longest_title",
        default=30,
        kind=Kind.NUMBER,
        label=_("题目宜在多少字以内"),
        help=_("超过的只作提示。"),
        group=GROUP,
        minimum=10,
        maximum=200,
    )
)
LONGEST_SENTENCE = declare(
    Setting(
        key="proofing.longest_sentence",
        default=160,
        kind=Kind.NUMBER,
        label=_("一句话宜在多少字以内"),
        help=_("超过的只作提示：汇报时要念得下来。"),
        group=GROUP,
        minimum=40,
        maximum=500,
    )
)
