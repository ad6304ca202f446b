"""Names from the installation's own lists, found in one pass over the text."""

from collections.abc import Iterable

import ahocorasick

from qianliyan.text.parsing.spans import Span


class NameList:
    """A list of names that can be looked for in any text; longer names win over those they contain."""

    def __init__(self, names: Iterable[str]) -> None:
        self._automaton = ahocorasick.Automaton()
        for name in names:
            if name:
                self._automaton.add_word(name, name)
        self._filled = len(self._automaton) > 0
        if self._filled:
            self._automaton.make_automaton()

    def found_in(self, text: str) -> list[Span]:
        """Return the places of all names, in order and without overlap."""
        if not self._filled:
            return []
        return [Span(end - len(name) + 1, end + 1) for end, name in self._automaton.iter_long(text)]
