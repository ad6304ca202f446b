"""Queries by sort, cut from texts that stand in the database."""

import random

from bench.finding.corpus import Corpus

EACH = 60
Text = tuple[str, str]


def sorts(corpus: Corpus, kept: list[Text]) -> dict[str, list[str]]:
    """Return queries by name: words as frequent as in use, any neighbours, longer ones, pairs, phrases."""
    dice = random.Random(11)

    def cut(text: str, length: int) -> str:
        signs = "".join(sign for sign in text if sign.isalnum())
        start = dice.randrange(len(signs) - length)
        return signs[start : start + length]

    def of_body(length: int) -> list[str]:
        return [cut(dice.choice(kept)[1], length) for _ in range(EACH)]

    words: list[str] = []
    while len(words) < EACH:
        # From every rank alike: the very frequent word is asked for as often as the rare one.
        word = corpus.words[int(len(corpus.words) ** dice.random()) - 1]
        if len(word) == 2:
            words.append(word)
    pairs = [(dice.choice(kept)[1]) for _ in range(EACH)]
    return {
        "a word of two characters": words,
        "any two neighbours": of_body(2),
        "four neighbours": of_body(4),
        "two words": [f"{cut(body, 2)} {cut(body, 2)}" for body in pairs],
        "a phrase of seven": [f"“{cut(dice.choice(kept)[1], 7)}”" for _ in range(EACH)],
        "one character": of_body(1),
    }
