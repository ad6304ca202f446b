"""Language: slips of one character, found by what the characters beside it must have been: 气侯, 防犯, 有的放失.

A pair counts as a slip if the dictionary makes no word of it, neither by itself nor with its neighbours, and a
character that looks or sounds like one of the two makes it a word of every day (of sounds only where neither is a word
by itself); four characters if they are one such
character away from a set phrase.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import import_module
from itertools import pairwise

import rjieba

from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.lists import rows
from qianliyan.text.checking.look_alikes import homophones, mistaken, similar
from qianliyan.text.checking.rule import Rule

# Two words that meet and look like a slip: 同以, 共向.
MEETINGS = frozenset({"同以", "上极", "共向", "设直", "亲清", "成势", "简除", "宜业", "续报", "取号", "先立"})
PHRASE = 4


def slips(context: Context) -> Iterator[Hit]:
    """Find pairs and fours that are one character away from a word or a set phrase."""
    known = _slips()
    for (place, one), (_, other) in pairwise(context.words):
        if len(one) == 1 and len(other) == 1:
            right = known.get(one + other)
            meant = [right] if right else _sounding_like(one, other)
            if meant:
                yield _hit(place, one + other, *meant)
    edges = {place for place, _ in context.words} | {len(context.text)}
    heads, tails = _phrases()
    for place, _ in context.words:
        written = context.text[place : place + PHRASE]
        if place + PHRASE in edges and (written[:2] in heads or written[2:] in tails):
            yield from _in_phrase(written, place)


def _in_phrase(written: str, place: int) -> Iterator[Hit]:
    heads, tails = _phrases()
    found = [written[:2] + tail for tail in heads.get(written[:2], ()) if _slip_apart(written[2:], tail)]
    found += [head + written[2:] for head in tails.get(written[2:], ()) if _slip_apart(written[:2], head)]
    if found and not rjieba.has_word(written) and written not in found:
        yield _hit(place, written, found[0])


def _slip_apart(written: str, right: str) -> bool:
    """Tell whether two pairs of characters differ in one, by a slip."""
    first = written[0] == right[0]
    if first == (written[1] == right[1]):
        return False
    return mistaken(written[1], right[1]) if first else mistaken(written[0], right[0])


def _hit(place: int, written: str, *meant: str) -> Hit:
    fix = meant[0] if len(meant) == 1 else None
    return Hit(place, place + len(written), f"“{written}”疑为“{'”“'.join(meant[:3])}”之误。", fix=fix)


@lru_cache(maxsize=4096)
def _sounding_like(one: str, other: str) -> list[str]:
    """Return the words of every day that sound like a pair of characters neither of which is a word of its own."""
    if {one, other} & _single() or one + other in MEETINGS or rjieba.has_word(one + other):
        return []
    sounding = [sign + other for sign in sorted(homophones(one))] + [one + sign for sign in sorted(homophones(other))]
    return [word for word in sounding if word in _everyday()]


@cache
def _single() -> frozenset[str]:
    return frozenset(sign for row in rows("single_words") for sign in row[0])


@cache
def _everyday() -> frozenset[str]:
    return frozenset(word for row in rows("everyday_words") for word in row[0].split())


@cache
def _slips() -> dict[str, str]:
    """Return every pair that is a slip, with the word that was meant."""
    found: dict[str, str] = {}
    for word in sorted(_everyday()):
        first, second = word[0], word[1]
        variants = [sign + second for sign in sorted(similar(first))] + [
            first + sign for sign in sorted(similar(second))
        ]
        for wrong in variants:
            if wrong not in MEETINGS and not rjieba.has_word(wrong):
                found.setdefault(wrong, word)
    return found


@cache
def _phrases() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Return the set phrases by their first two characters and by their last two."""
    heads: dict[str, list[str]] = {}
    tails: dict[str, list[str]] = {}
    ours = (phrase for row in rows("set_phrases") for phrase in row[0].split())
    known = import_module("pypinyin.phrases_dict").phrases_dict
    for phrase in sorted({*ours, *(phrase for phrase in known if len(phrase) == PHRASE)}):
        heads.setdefault(phrase[:2], []).append(phrase[2:])
        tails.setdefault(phrase[2:], []).append(phrase[:2])
    return heads, tails


RULES = (
    Rule(
        "likely-slip",
        "语言·用字",
        Severity.ADVICE,
        "形近、音近的字容易误写：不成词，换一个形近、音近的字就成词、成语的，多是误写。",
        slips,
    ),
)
