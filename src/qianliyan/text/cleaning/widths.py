"""Full-width figures and letters, and punctuation of the wrong width."""

import re
from collections.abc import Callable

from qianliyan.text.cleaning.report import line_of
from qianliyan.text.importers.imported import Notes

Change = Callable[[re.Match[str]], str]
HAN = r"\u4e00-\u9fff"
WIDE = re.compile(r"[０-９Ａ-Ｚａ-ｚ％]+(?:[．：][０-９]+)*[％]?|(?<=\d)．(?=\d)")
TO_NARROW = str.maketrans({code + 0xFEE0: code for code in range(0x21, 0x7F)})
NARROW = re.compile(
    rf"(?<=[{HAN}”》）】])[,;:!](?=[{HAN}“《（【\d\sA-Za-z]|$)|(?<=[{HAN}”》）])\?(?=[{HAN}“《\s]|$)|(?<=[{HAN}”》）])\.(?=[{HAN}\s]|$)"
    rf"|(?<=[\d%A-Za-z])[,;](?=[{HAN}“《])|(?<=[\d%{HAN}]);(?=[\d{HAN}])|(?<=%),(?=\d)|(?<=[\d%])\.(?=\n|$)(?<=[{HAN}]\d\.)"
    rf"|(?<=[{HAN}”》）])．(?=\s|$)"
)
TO_WIDE = str.maketrans(",;:!?.．", "，；：！？。。")
BRACKETS = re.compile(r"\(([^()\n]{1,60})\)")
QUOTED = re.compile(r'"([^"\n]{1,200})"')
DOTS = re.compile(r"。{3,}|…{1}(?!…)(?<!……)|(?<=[\u4e00-\u9fff])\.{3,6}")
DOUBLED = re.compile(r"([，、；：。])\1+")
NUMBERED = re.compile(r"(?m)^(\d{1,2})．")


def clean_widths(text: str, notes: Notes) -> str:
    """Make figures and letters half-width and Chinese punctuation full-width."""
    text = _each(WIDE, lambda match: match.group().translate(TO_NARROW), text, notes, "wide")
    text = _each(NUMBERED, lambda match: f"{match[1]}.", text, notes, "punctuation")
    text = _each(BRACKETS, _bracket, text, notes, "punctuation")
    text = _each(QUOTED, _quote, text, notes, "quotes")
    text = _each(DOTS, lambda _: "……", text, notes, "punctuation")
    text = _each(DOUBLED, lambda match: match[1], text, notes, "punctuation")
    return _each(NARROW, lambda match: match.group().translate(TO_WIDE), text, notes, "punctuation")


def _bracket(match: re.Match[str]) -> str:
    before = match.string[match.start() - 1 : match.start()]
    chinese = re.search(rf"[{HAN}]", match[1]) or re.match(rf"[{HAN}，。；：、”》\n]|$", before) or match.start() == 0
    return f"（{match[1]}）" if chinese else match.group()


def _quote(match: re.Match[str]) -> str:
    around = match.string[max(0, match.start() - 1) : match.end() + 1]
    return f"“{match[1]}”" if re.search(rf"[{HAN}]", around) else match.group()


def _each(pattern: re.Pattern[str], change: Change, text: str, notes: Notes, what: str) -> str:
    places: list[int] = []

    def one(match: re.Match[str]) -> str:
        changed = change(match)
        if changed != match.group():
            places.append(match.start())
        return changed

    cleaned = pattern.sub(one, text)
    if places:
        start = places[0]
        notes.add(what, line=line_of(text, start), sample=text[max(0, start - 6) : start + 12], times=len(places))
    return cleaned
