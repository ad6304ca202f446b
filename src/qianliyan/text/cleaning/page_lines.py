"""What a single line of a copied page is, as far as the line alone can tell."""

import re

from qianliyan.text.cleaning.page_patterns import (
    ADDRESS,
    ADVERT,
    AROUND,
    BULLET,
    CAPTION,
    DOWNLOAD,
    FAREWELL,
    FURNITURE,
    NOTICE,
    PAGING,
    PROSE,
    PUSH,
    RELATED,
    ROW,
    SITE,
    SOURCE,
)
from qianliyan.text.parsing.headings import marker_at
from qianliyan.text.parsing.parse import CREDIT, DATE_LINE

# What belongs to a page and not to an article is short; longer lines are not even looked at.
LONGEST_NOISE = 160
# Credits of an item as offices write them; a page says 作者 and 来源.
OFFICIAL = re.compile(r"[（(]|供稿|撰稿|执笔|核稿|审核|签发|报送|联系|信息员")
NARROW = re.compile(r"(?<=[\u4e00-\u9fff])[,;.]|(?<=[\d%])[,;](?=[\u4e00-\u9fff])")
STRONG = (
    ("site", ADDRESS),
    ("site", FAREWELL),
    ("site", FURNITURE),
    ("site", SITE),
    ("site", CAPTION),
    ("paging", PAGING),
    ("download", DOWNLOAD),
)


def is_prose(line: str) -> bool:
    if len(line) > LONGEST_NOISE:
        return any(sign in line for sign in "。；，")
    advert = ADVERT.search(ADDRESS.sub("", line) if line.rstrip().endswith("。") else line)
    noise = advert or SITE.fullmatch(line.strip()) or NOTICE.fullmatch(line.strip())
    return PROSE.search(NARROW.sub(_wide, line)) is not None and not noise


def _wide(match: re.Match[str]) -> str:
    return {",": "，", ";": "；", ".": "。"}[match.group()]


def kind_of(line: str, place: int, first: int, last: int) -> str:
    if not line or "\t" in line or len(line) > LONGEST_NOISE:
        return ""
    for what, pattern in STRONG:
        if pattern.fullmatch(line) and not (what == "paging" and marker_at(line) and line[-1] not in "）)"):
            return what
    if SOURCE.fullmatch(line):
        return "" if OFFICIAL.match(line) else "source"
    adverts = len(ADVERT.findall(line))
    adverts += len(PUSH.findall(line)) if adverts else 0
    outside = place < first or place > last
    if adverts and (outside or adverts * 12 >= len(line)):
        return "advert"
    return _around(line) if outside else ""


def _around(line: str) -> str:
    """Return what a line before or after the article is, by looser signs than within it."""
    if RELATED.fullmatch(line) or BULLET.fullmatch(line):
        return "related"
    names_nobody = not CREDIT.fullmatch(line) and not DATE_LINE.fullmatch(line) and not marker_at(line)
    if names_nobody and (
        AROUND.fullmatch(line)
        or NOTICE.fullmatch(line)
        or (ROW.fullmatch(line) and re.search(r"[|｜>＞»›\[\]【】]", line))
    ):
        return "site"
    return ""


def heads_list(line: str) -> bool:
    """Tell whether a line announces other articles."""
    return len(line) <= LONGEST_NOISE and RELATED.fullmatch(line) is not None


def closes(line: str) -> bool:
    """Tell whether a line is a date or a credit, as they stand below an article."""
    return len(line) <= LONGEST_NOISE and (CREDIT.fullmatch(line) is not None or DATE_LINE.fullmatch(line) is not None)


def is_cut_off(lines: list[str], place: int) -> bool:
    """Tell whether a bare number is the rest of a broken sentence rather than the number of a page."""
    before = next((lines[above].strip() for above in range(place - 1, -1, -1) if lines[above].strip()), "。")
    return lines[place].strip().isdecimal() and before[-1] not in "。！？；：”"
