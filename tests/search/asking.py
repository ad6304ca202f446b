"""Three hundred queries of every sort, drawn from texts that stand in the index, and some of pure malice."""

import random
from collections.abc import Sequence

MALICE = (
    *(
        '"没有配对的引号',
        "“",
        '""',
        "-",
        "- -",
        "NEAR(a b)",
        "title : 污水",
        "污水 OR 农田",
        "污水 AND NOT 农田",
        "污*",
    ),
    *(
        "{title}: x",
        "' OR 1=1 --",
        "%",
        "_",
        "污%水",
        "\x00污水\x00",
        "😀",
        "😀污水",
        "(((",
        "^污水",
        "污水+农田",
        "\\",
    ),
    *("\\", "污*", "ＧＤＰ", "污水\n农田", "a" * 10_000, "水" * 300, "， 。", "-污水", "污水 -污水", "“污水 处理”"),
    "'); DROP TABLE search_row; --",
)


def queries(texts: Sequence[tuple[str, str]], count: int = 300, seed: int = 7) -> list[str]:
    """Words of one to eight characters, pairs of words, phrases over punctuation, exclusions, words of titles."""
    dice = random.Random(seed)
    found = [query for query in MALICE if query.strip()]
    makers = (_one, _two, _four, _phrase, _both, _without, _of_title, _over_punctuation)
    while len(found) < count:
        heading, body = dice.choice(texts)
        found.append(dice.choice(makers)(dice, heading, body))
    return found


def _cut(dice: random.Random, text: str, length: int) -> str:
    start = dice.randrange(max(1, len(text) - length))
    return text[start : start + length]


def _one(dice: random.Random, _title: str, body: str) -> str:
    return _cut(dice, body, 1)


def _two(dice: random.Random, _title: str, body: str) -> str:
    return _cut(dice, body, 2)


def _four(dice: random.Random, _title: str, body: str) -> str:
    return _cut(dice, body, 4)


def _phrase(dice: random.Random, _title: str, body: str) -> str:
    return f"“{_cut(dice, body, dice.randint(5, 9))}”"


def _both(dice: random.Random, title: str, body: str) -> str:
    return f"{_cut(dice, title, 2)} {_cut(dice, body, 2)}"


def _without(dice: random.Random, title: str, body: str) -> str:
    return f"{_cut(dice, title, 2)} -{_cut(dice, body, 2)}"


def _of_title(dice: random.Random, title: str, _body: str) -> str:
    return _cut(dice, title, 4)


def _over_punctuation(dice: random.Random, _title: str, body: str) -> str:
    place = dice.choice([at for at, sign in enumerate(body) if sign in "，。\n"] or [0])
    return f"“{body[max(0, place - 3) : place + 4]}”"
