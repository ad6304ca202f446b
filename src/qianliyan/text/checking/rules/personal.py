"""Personal data: numbers of identity cards, mobile phones and bank cards, and where citizens live."""

import re
from collections.abc import Iterator

from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.rule import Rule

IDENTITY = re.compile(
    r"(?<![\dA-Za-z])[1-9]\d{5}[ -]?(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|"
    r"3[01])[ -]?\d{3}[\dXx](?![\dA-Za-z])"
)
# GB 11643-1999: the sum of digit × weight, modulo 11, picks the last sign.
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
LAST_SIGNS = "10X98765432"
MOBILE = re.compile(r"(?<![\d.])(?:\+?86[ -]?)?1[3-9]\d(?:\d{8}|[ -]\d{4}[ -]\d{4})(?![\d.]*\d)")
# “联系电话：0551-62345678”: no secret, but it has its place on the form.
CONTACT = re.compile(
    r"(?:联系(?:人|电话|方式)|咨询电话|办公电话)[^，。；\n\d]{0,12}(?<!\d)"
    r"(?P<number>(?:0\d{2,3}[-—－ ]?)?[2-8]\d{6,7})(?!\d)"
)
BANK_CARD = re.compile(r"(?<![\d.])(?:62\d{2}|[3-5]\d{3})(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?!\d)")
ACCOUNT = re.compile(r"卡号|银行卡|账号|账户")
HOME = re.compile(
    r"(?:家住|住在|住于|现住址?|家庭(?:住址|地址)|住址|居住(?:地址)?(?:在|于|为)?|户籍地址|"
    r"暂住)[为：: ]?[^，。；\n]{2,30}?(?:\d+|[一二三四五六七八九十]+)"
    r"(?:号楼|栋|幢|单元|室|号|组)(?:[\d一二三四五六七八九十]+(?:号楼|栋|幢|单元|室|号|组|层))*"
    r"|(?<![入常暂居])住(?![建房院宅户宿所])[^，。；\n]{2,24}?(?:村|街|路|巷|社区|小区|花园|新村|苑|里)[^，。；\n]{0,8}?\d+(?:组|号|栋|幢|单元|室|排)"
    r"(?:院?\d+(?:号楼|栋|幢|单元|室|号|组|排))*"
)


def identity_numbers(context: Context) -> Iterator[Hit]:
    """Find numbers of identity cards whose last sign is right."""
    for match in IDENTITY.finditer(context.text):
        if _last_sign_right(re.sub(r"[ -]", "", match.group())):
            yield Hit(*match.span(), "居民身份证号码不得出现在信息里，请删去或只留姓氏。")


def _last_sign_right(number: str) -> bool:
    total = sum(int(digit) * weight for digit, weight in zip(number, WEIGHTS, strict=False))
    return LAST_SIGNS[total % 11] == number[-1].upper()


def doubtful_identity_numbers(context: Context) -> Iterator[Hit]:
    """Find what looks like an identity number but for its last sign."""
    for match in IDENTITY.finditer(context.text):
        if not _last_sign_right(re.sub(r"[ -]", "", match.group())):
            yield Hit(*match.span(), "疑似居民身份证号码（校验位不符），请核对并删去。")


def mobile_numbers(context: Context) -> Iterator[Hit]:
    """Find mobile phone numbers."""
    return (
        Hit(*match.span(), "手机号码不得出现在正文里，请删去；联系电话填在报送单的栏目中。")
        for match in MOBILE.finditer(context.text)
    )


def contacts(context: Context) -> Iterator[Hit]:
    """Find numbers to ring that stand in the text."""
    return (
        Hit(*match.span("number"), "联系电话填在报送单的栏目中，不写进正文。")
        for match in CONTACT.finditer(context.text)
    )


def bank_cards(context: Context) -> Iterator[Hit]:
    """Find bank card numbers that satisfy their check digit (ISO/IEC 7812)."""
    for match in BANK_CARD.finditer(context.text):
        digits = [int(sign) for sign in match.group() if sign.isdecimal()]
        named = ACCOUNT.search(context.text, max(0, match.start() - 8), match.start())
        if not IDENTITY.fullmatch(match.group()) and (named or _luhn(digits)):
            yield Hit(*match.span(), "银行卡号不得出现在信息里，请删去。")


def _luhn(digits: list[int]) -> bool:
    total = sum(digits[-1::-2]) + sum(sum(divmod(2 * digit, 10)) for digit in digits[-2::-2])
    return total % 10 == 0


def homes(context: Context) -> Iterator[Hit]:
    """Find where a citizen lives, down to the house."""
    return (
        Hit(*match.span(), "公民的详细住址不得出现在信息里，请写到乡镇（街道）为止。")
        for match in HOME.finditer(context.text)
    )


WHY = "个人信息保护法：处理个人信息应限于实现目的的最小范围；由保密审查人核准后方可保留。"
RULES = (
    Rule("identity-number", "严·个人信息", Severity.BLOCKING, WHY, identity_numbers),
    Rule("doubtful-identity-number", "严·个人信息", Severity.ADVICE, WHY, doubtful_identity_numbers),
    Rule("mobile-number", "严·个人信息", Severity.BLOCKING, WHY, mobile_numbers),
    Rule("contact-number", "严·个人信息", Severity.NOTE, "联系方式在报送单上有专门的栏目，正文里不留。", contacts),
    Rule("bank-card", "严·个人信息", Severity.BLOCKING, WHY, bank_cards),
    Rule("home-address", "严·个人信息", Severity.BLOCKING, WHY, homes),
)
