"""Secrecy: marks and phrases that must not enter a network for non-secret information."""

import re
from collections.abc import Iterator

from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.rule import Rule

MARK = re.compile(
    r"(?:绝密|机密|秘密)\s*[★☆*＊]\s*(?:\d+\s*年|[一二三四五六七八九十]+年|长期|\d+个?月)?|密级\s*[：:为]\s*(?:绝密|机密|秘密)"
    r"|(?m:^[ \t　【（(]*(?:绝密|机密|秘密|绝\s密|机\s密|秘\s密)[ \t　】）)]*$)|[（(【](?:绝密|机密|秘密)[）)】]|"
    r"(?:绝密|机密|秘密)级?(?=文件|电报|件第|材料|资料)"
    r"|密码电报|内部明电|中办发电|国办发电"
)
INNER = re.compile(
    r"内部(?:资料|文件|材料|刊物|事项|情况|参考|掌握|使用)[ 　，,：:]*(?:请?注意|妥善|不得|请勿|严禁|禁止|"
    r"切勿)?(?:保管|保存|保密|外传|公开|翻印)"
    r"|仅供内部(?:参考|使用|掌握)|内部参阅|此件(?:不予?|不宜|不得)公开|不予公开(?!的|情形|范围|条款|理由|决定|或|、)|不宜公开(?!的)|(?:请勿|严禁|不得|禁止)外传"
    r"|[（(【]内部[）)】]|(?m:^[ \t　]*内部[ \t　]*$)|注意保密|阅后(?:收回|销毁|即焚)|涉密(?:文件|内容|信息|资料|"
    r"材料)如下"
)


def secret_marks(context: Context) -> Iterator[Hit]:
    """Find marks of secrecy."""
    for match in MARK.finditer(context.text):
        yield Hit(
            *match.span(), f"出现涉密标志“{match.group().strip()}”：本系统不得处理国家秘密，请立即报告保密审查人。"
        )


def inner_marks(context: Context) -> Iterator[Hit]:
    """Find marks and phrases for inner matters, the office's own phrases among them."""
    for match in INNER.finditer(context.text):
        yield Hit(
            *match.span(),
            f"出现“{match.group().strip()}”：请由保密审查人确认能否上网报送，并在表单上标明“内部”和知悉范围。",
        )
    for phrase in context.settings.lists.secret_phrases:
        for found in re.finditer(re.escape(phrase), context.text) if phrase else ():
            yield Hit(*found.span(), f"“{phrase}”在本单位的涉密词表中，请由保密审查人确认。")


RULES = (
    Rule(
        "secret-mark",
        "严·保密",
        Severity.BLOCKING,
        "保守国家秘密法：涉密信息不得在非涉密网络中存储、处理、传输。",
        secret_marks,
    ),
    Rule(
        "inner-mark",
        "严·保密",
        Severity.BLOCKING,
        "工作秘密和内部事项须经审查并限定知悉范围。",
        inner_marks,
    ),
)
