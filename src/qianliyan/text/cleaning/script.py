"""Traditional characters where the source was simplified."""

from collections.abc import Iterator
from functools import cache

from opencc import OpenCC

from qianliyan.text.cleaning.report import line_of
from qianliyan.text.importers.imported import Notes

# From this share on the whole text is traditional, and also characters that simplified prose knows are converted.
ALL_TRADITIONAL = 0.1
# GB 2312 has these too, but simplified prose never uses them; beside other traditional ones they are traditional.
NEVER_SIMPLIFIED = frozenset("後於衹裏麽嚮徵")


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


def simplify(text: str, notes: Notes) -> str:
    """Convert traditional characters; those that simplified prose uses too (乾隆, 瞭望) only in a traditional text."""
    foreign = [sign for sign in text if sign >= "\u3400" and not _in_gb2312(sign)]
    if not foreign:
        return text
    converted = _converter().convert(text)
    if len(converted) != len(text):
        return text
    changed = sum(one != other for one, other in zip(text, converted, strict=True) if not _in_gb2312(one))
    if not changed:
        return text
    han = sum("\u4e00" <= sign <= "\u9fff" for sign in text)
    thorough = changed > han * ALL_TRADITIONAL
    signs = list(_chosen(text, converted, thorough=thorough))
    first = next(place for place, sign in enumerate(signs) if sign != text[place])
    times = sum(one != other for one, other in zip(signs, text, strict=True))
    notes.add("simplified", line=line_of(text, first), sample=text[first : first + 20], times=times)
    return "".join(signs)


def _chosen(text: str, converted: str, *, thorough: bool) -> Iterator[str]:
    for one, other in zip(text, converted, strict=True):
        yield other if one != other and (thorough or one in NEVER_SIMPLIFIED or not _in_gb2312(one)) else one


@cache
def _in_gb2312(sign: str) -> bool:
    try:
        sign.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
