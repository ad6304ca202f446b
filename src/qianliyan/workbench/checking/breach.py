"""One place where something does not agree."""

from dataclasses import dataclass

from django.db import models


@dataclass(frozen=True)
class Breach:
    """Which rule does not hold, where, and how."""

    rule: str
    text: str

    def __str__(self) -> str:
        return f"{self.rule}\t{self.text}"


def named(thing: models.Model) -> str:
    """Name a thing so that it can be found: its words and its public uid or number."""
    return f"{thing}（{getattr(thing, 'uid', thing.pk)}）"
