"""The sign-ins of the demo, as the sign-in page and `serve` show them. An installation of an office has none."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from qianliyan.workbench.demo.files import read
from qianliyan.workbench.posts import STANDARD

# Shown on the sign-in page of the demo; it opens invented data only.
PASSWORD = "Yunchuan-2026"  # noqa: S105


@dataclass(frozen=True)
class Account:
    """One sign-in with what its person does."""

    username: str
    label: str


@cache
def facts() -> Any:
    """Return the offices, people and publications."""
    return read("world.yaml")


@cache
def accounts() -> tuple[Account, ...]:
    """Return the sign-ins that are shown."""
    posts = {code: name for code, name, _powers in STANDARD}
    offices = facts()["offices"]
    return tuple(
        Account(person["username"], f"{offices[person['office']]['short']} {posts[person['post']]} {person['name']}")
        for person in facts()["people"]
        if person.get("shown")
    )
