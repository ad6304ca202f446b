"""An office's settings as the text library takes them, and the history of names from the directory."""

from collections.abc import Iterable
from datetime import date
from typing import cast

from django.core.cache import cache
from django.db.models import F

from qianliyan.configuration.values import Values
from qianliyan.core import clock
from qianliyan.history.actors import Actor
from qianliyan.offices.models import Phase
from qianliyan.proofing import lines, settings
from qianliyan.text.checking.context import Leader, Lists, Phrase, Settings
from qianliyan.text.checking.finding import Severity

# A shorter name is part of too many other words to be called a former office.
SHORTEST_NAME = 6
KEPT_NAMES, KEPT_SECONDS = "proofing:former-names", 300


def settings_for(values: Values, on: date) -> Settings:
    """Return what the office set, with the names that offices of this installation bore before that day."""
    return Settings(
        severities={
            rule: None if level == settings.OFF else Severity(level)
            for rule, level in values[settings.SEVERITIES].items()
        },
        lengths=dict([lines.length(line) for line in values[settings.LENGTH_LIMITS]]),
        longest_title=values[settings.LONGEST_TITLE],
        longest_sentence=values[settings.LONGEST_SENTENCE],
        stale_days=dict([lines.days(line) for line in values[settings.STALE_DAYS]]),
        lists=Lists(
            leaders=_leaders(values[settings.LEADERS]),
            phrases=_phrases(values[settings.PHRASES]),
            former_offices=former_names(on),
            confusables=_phrases(values[settings.CONFUSABLES]),
            secret_phrases=_words(values[settings.SECRET_PHRASES]),
            house_words=frozenset(_words(values[settings.HOUSE_WORDS])),
        ),
    )


def former_names(on: date) -> tuple[Phrase, ...]:
    """Return the names that offices no longer bear on that day, each with the one that follows it; kept for a while."""
    return cast("tuple[Phrase, ...]", cache.get_or_set(f"{KEPT_NAMES}:{on}", lambda: tuple(_names(on)), KEPT_SECONDS))


def forget_names(_office: object, _by: Actor) -> None:
    """Ask the directory again: an office was renamed or followed by another."""
    cache.delete(f"{KEPT_NAMES}:{clock.today()}")


def _names(on: date) -> Iterable[Phrase]:
    ended = Phase.objects.filter(valid_to__lte=on).exclude(name=F("office__name"))
    closed = Phase.objects.filter(valid_to__lte=on, office__closed_on__isnull=False)
    columns = ("name", "valid_to", "office__name", "office__successions__successor__name")
    for name, until, today, successor in (ended | closed).order_by("valid_to", "pk").values_list(*columns):
        right = successor or today
        if len(name) >= SHORTEST_NAME and name not in right:
            yield Phrase(name, right, f"{until.year}年{until.month}月起")


def _leaders(given: list[str]) -> tuple[Leader, ...]:
    return tuple(lines.leader(line, rank) for rank, line in enumerate(given))


def _phrases(given: list[str]) -> tuple[Phrase, ...]:
    return tuple(lines.phrase(line) for line in given)


def _words(given: list[str]) -> tuple[str, ...]:
    return tuple(given)
