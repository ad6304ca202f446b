"""Refusals of the scoring library: every problem with its line, all of them at once."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One reason why a scheme or a file of facts cannot be used, and where it stands."""

    line: int
    column: int
    text: str

    def at(self, name: str) -> str:
        """Write the problem as `file:line:column：reason`, the form editors can jump to."""
        place = ":".join(str(part) for part in (name, self.line, self.column) if part)
        return f"{place}：{self.text}" if place else self.text


class Refused(Exception):
    """Nothing was calculated, because of these problems."""

    def __init__(self, problems: list[Problem], name: str = "") -> None:
        self.problems = tuple(sorted(set(problems)))
        self.name = name
        super().__init__("\n".join(self.lines()))

    def lines(self) -> list[str]:
        """List the problems in the order of the file."""
        return [problem.at(self.name) for problem in self.problems]


class SchemeRefused(Refused):
    """The scheme is not usable as it stands."""


class FactsRefused(Refused):
    """The facts (or the register of offices) are not usable as they stand."""


class Doubtful(Exception):
    """A value that only this fact or this office makes impossible; whoever knows the line adds it."""
