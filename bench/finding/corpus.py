"""Made-up prose whose words are as unevenly frequent as in a language, and what people do to a text they send again.

Forty thousand words of two to four characters, the n-th about n times rarer than the first; figures and punctuation
between them. The prose of the tests would not do: it is made of a few dozen phrases.
"""

import random
from collections.abc import Callable, Iterator
from itertools import accumulate

WORDS = 40_000
CHARACTERS = 400
FIRST_HAN, HAN = 0x4E00, 3500


class Corpus:
    """An endless amount of items, the same for the same seed."""

    def __init__(self, seed: int = 20261127) -> None:
        self.dice = random.Random(seed)
        frequency = list(accumulate(1 / (rank + 20) for rank in range(HAN)))
        signs = [chr(FIRST_HAN + number * 5) for number in range(HAN)]
        lengths = self.dice.choices((1, 2, 3, 4), (8, 62, 15, 15), k=WORDS)
        self.words = ["".join(self.dice.choices(signs, cum_weights=frequency, k=length)) for length in lengths]
        self.weights = list(accumulate(1 / (rank + 8) for rank in range(WORDS)))

    def items(self, count: int) -> Iterator[tuple[str, str]]:
        """Yield titles and bodies."""
        for _ in range(count):
            yield "".join(self._words(7))[:30], "".join(self.sentences(CHARACTERS))

    def sentences(self, characters: int) -> list[str]:
        """Return sentences of so many characters in all."""
        found: list[str] = []
        length = 0
        while length < characters:
            found.append(self._sentence())
            length += len(found[-1])
        return found

    def _sentence(self) -> str:
        parts = ["".join(self._words(self.dice.randint(4, 7))) for _ in range(self.dice.randint(1, 3))]
        figure = f"{self.dice.randint(2, 9999)}" if self.dice.random() < 0.5 else ""
        return "，".join(parts) + figure + "。"

    def _words(self, count: int) -> list[str]:
        return self.dice.choices(self.words, cum_weights=self.weights, k=count)

    def edits(self) -> dict[str, Callable[[list[str]], str]]:
        """Return what is done to the sentences of an item, by name."""
        return {
            "half the sentences replaced": lambda old: self._replaced(old, 0.5),
            "reordered": self._reordered,
            "shortened to 60 %": lambda old: self._shortened(old, 0.6),
            "an excerpt of 30 %": self._excerpt,
        }

    def _replaced(self, old: list[str], share: float) -> str:
        gone = set(self.dice.sample(range(len(old)), round(len(old) * share)))
        return "".join(self._sentence() if place in gone else one for place, one in enumerate(old))

    def _reordered(self, old: list[str]) -> str:
        return "".join(self.dice.sample(old, len(old)))

    def _shortened(self, old: list[str], share: float) -> str:
        kept = sorted(self.dice.sample(range(len(old)), max(1, round(len(old) * share))))
        return "".join(old[place] for place in kept)

    def _excerpt(self, old: list[str]) -> str:
        whole = "".join(old)
        length = round(len(whole) * 0.3)
        start = self.dice.randrange(len(whole) - length)
        return whole[start : start + length]
