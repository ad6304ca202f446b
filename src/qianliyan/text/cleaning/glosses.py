"""Pinyin in brackets after characters, put there by machine conversion: 信(xìn)息 is 信息."""

import re
from functools import cache
from importlib import import_module
from itertools import pairwise

import rjieba

from qianliyan.text.cleaning.lost import EVERYDAY, MARK, singles
from qianliyan.text.cleaning.report import line_of
from qianliyan.text.importers.imported import Notes

TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
LETTERS = f"a-zA-Zü{TONED}{TONED.upper()}ɡ"
# A gloss may have swallowed the characters after it: 信(xìn息)报送.
# Blanks beside the brackets came with them.
GLOSS = re.compile(
    rf" ?[（(\[［〔<＜]\s*((?:(?:[{LETTERS}]{{1,6}}\d?|[\u3105-\u312fˊˇˋ˙]{{1,4}})[\s'’]*){{1,4}})\s*"
    rf"([\u4e00-\u9fff]{{0,4}})\s*[）)\]］〕>＞](?: (?=[\u4e00-\u9fff]))?"
)
BARE = re.compile(rf"(?<=[\u4e00-\u9fff]) ?[a-zü{TONED}ɡ]*[{TONED}][a-zü{TONED}ɡ]* ?(?=[\u4e00-\u9fff，。；：、]|$)")
HAS_TONE = re.compile(f"[{TONED}{TONED.upper()}]|[a-z]+[1-5]$|[\u3105-\u312f]")
SYLLABLE = re.compile(r"(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?(?:[aeiouüv]{1,3}|[aeiouüv]{1,2}(?:ng?|r))")
HAN_RUN = re.compile(r"[\u4e00-\u9fff]*\|[\u4e00-\u9fff]*")
# Without tones, only many of them show that brackets hold pinyin and not (app) or (a).
MANY = 3


def remove_glosses(text: str, notes: Notes) -> str:
    """Drop glosses and keep what they swallowed; a gloss that does not fit its character is reported."""
    matches = [match for match in GLOSS.finditer(text) if _after_han(text, match.start()) or _stands_for(text, match)]
    toned = [HAS_TONE.search(match[1].strip()) is not None for match in matches]
    plain = [SYLLABLE.fullmatch(match[1].strip()) is not None and "<" not in match.group() for match in matches]
    many = sum(one or other for one, other in zip(toned, plain, strict=True)) >= MANY
    chosen = [match for match, tone, bare in zip(matches, toned, plain, strict=True) if tone or (bare and many)]
    return _without_bare(_cut(text, chosen, notes), notes)


def _cut(text: str, matches: list[re.Match[str]], notes: Notes) -> str:
    pieces: list[str] = []
    pairs: set[str] = set()
    line, end = 1, 0
    for match in matches:
        line += text.count("\n", end, match.start())
        sample = text[max(0, match.start() - 4) : match.end() + 4]
        notes.add("glosses", line=line, sample=sample)
        found = ""
        if not _after_han(text, match.start()) or not _fits(text[match.start() - 1], match[1]):
            after = (match[2] + text[match.end() : match.end() + 4])[:4]
            pairs = pairs or {one + other for one, other in pairwise(text)}
            found = _swallowed(pairs, text[max(0, match.start() - 4) : match.start()], match[1], after)
            if not found and not _after_han(text, match.start()):
                found = MARK
            notes.add(_kind(found), line=line, sample=sample)
        pieces.extend((text[end : match.start()], found, match[2]))
        end = match.end()
    return "".join((*pieces, text[end:]))


def _kind(found: str) -> str:
    return "missing" if found == MARK else "restored" if found else "doubtful"


def _swallowed(pairs: set[str], before: str, gloss: str, after: str) -> str:
    """Return the character that was lost and left only its gloss, if one alone makes a word the text has elsewhere.

    Where the characters read well without it, nothing was lost and the gloss is merely wrong.
    """
    run = HAN_RUN.search(before + "|" + after)
    before, after = run.group().split("|") if run else ("", "")
    syllables = gloss.split()
    if not after or len(syllables) != 1:
        return ""
    alone = singles(before + after)
    fitting = [
        sign
        for sign in _by_reading().get(syllables[0].lower(), ())
        if sign + after[0] in pairs and rjieba.has_word(sign + after[0]) and singles(before + sign + after) < alone
    ]
    return fitting[0] if len(fitting) == 1 else ""


@cache
def _by_reading() -> dict[str, list[str]]:
    """Index the everyday characters by their first reading, with its tone."""
    pinyin = import_module("pypinyin")
    index: dict[str, list[str]] = {}
    for sign in EVERYDAY:
        for reading in pinyin.pinyin(sign, style=pinyin.Style.TONE)[0]:
            index.setdefault(reading, []).append(sign)
    return index


def _without_bare(text: str, notes: Notes) -> str:
    first = BARE.search(text)
    if first is None:
        return text
    cleaned, times = BARE.subn("", text)
    notes.add(
        "glosses",
        line=line_of(text, first.start()),
        sample=text[max(0, first.start() - 4) : first.end() + 4],
        times=times,
    )
    return cleaned


def _after_han(text: str, place: int) -> bool:
    return place > 0 and "\u4e00" <= text[place - 1] <= "\u9fff"


def _stands_for(text: str, match: re.Match[str]) -> bool:
    """Tell whether a gloss with a tone stands at the head of a clause: of its character nothing else is left."""
    head = match.start() == 0 or text[match.start() - 1] in "\n，。；：、“"
    tone = re.search(f"[{TONED}]", match[1]) is not None and len(match[1].split()) == 1
    return head and tone and not match[2] and "\u4e00" <= text[match.end() : match.end() + 1] <= "\u9fff"


def _fits(sign: str, gloss: str) -> bool:
    """Tell whether the last syllable can be a reading of the character before it, tones aside."""
    syllables = gloss.replace("'", " ").replace("’", " ").split()
    last = _toneless(syllables[-1]) if syllables else ""
    return any(last.endswith(reading) for reading in _readings(sign))


@cache
def _readings(sign: str) -> frozenset[str]:
    # Loaded only for texts with glosses: the tables take half a second.
    pinyin = import_module("pypinyin")
    return frozenset(
        _toneless(reading) for reading in pinyin.pinyin(sign, style=pinyin.Style.NORMAL, heteronym=True)[0]
    )


def _toneless(syllable: str) -> str:
    plain = "aaaaeeeeiiiioooouuuuüüüünnnm"
    lower = syllable.lower().replace("ɡ", "g").translate(str.maketrans(TONED, plain))
    return re.sub(r"\d", "", lower).replace("v", "ü").replace("u:", "ü")
