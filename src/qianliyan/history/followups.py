"""What happens after: each upper room lists, verb by verb, what follows an event of a lower one.

A lower room never knows the upper; follow-ups run in the same transaction as the event itself.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any

from qianliyan.history.actors import Actor

FollowUp = Callable[[Any, Actor], None]

_followups: dict[str, list[FollowUp]] = defaultdict(list)


def follow(table: Mapping[str, FollowUp]) -> None:
    """Enter a room's table: verb → action(thing, by)."""
    for verb, action in table.items():
        if action not in _followups[verb]:
            _followups[verb].append(action)


def run_followups(verb: str, thing: Any, by: Actor) -> None:
    """Run what follows `verb`."""
    for action in _followups.get(verb, ()):
        action(thing, by)


def followed_verbs() -> set[str]:
    """Return every verb that something follows; a test compares them with the verbs that are recorded."""
    return {verb for verb, actions in _followups.items() if actions}
