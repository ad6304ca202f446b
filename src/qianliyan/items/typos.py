"""What counts as a typo: few characters, no figure, no turn into the opposite. Pure, so that the rule can be read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

LONGEST = 20
MOST_CHANGED = 4
# Figures in any writing, and the marks that change a figure's meaning.
FIGURE = re.compile(r"[0-9０-９〇零一二三四五六七八九十百千万亿两半倍成%％‰.．]")
NEGATION = re.compile(r"[不未没无非否勿莫]")


@dataclass(frozen=True)
class Pair:
    """One typo: what stands there, and what should."""

    old: str
    new: str


def objections(pairs: Sequence[Pair], text: str) -> list[str]:
    """Say for each pair why it is no mere typo of this text; an empty list lets the corrections through."""
    found = [objection for pair in pairs if (objection := _objection(pair, text))]
    return found if pairs else [_("请至少写一处订正。")]


def corrected(pairs: Sequence[Pair], text: str) -> str:
    """Put each typo right where it stands."""
    for pair in pairs:
        text = text.replace(pair.old, pair.new, 1)
    return text


def _objection(pair: Pair, text: str) -> str:
    words: dict[str, str | int] = {"old": pair.old, "new": pair.new, "count": text.count(pair.old)}
    if not pair.old or pair.old == pair.new:
        return _("原文和订正都要写，且不能相同。")
    if text.count(pair.old) != 1:
        return _("“%(old)s”在文中出现%(count)d处，请连同前后几个字写，使它只有一处。") % words
    return _beyond_a_typo(pair) % words


def _beyond_a_typo(pair: Pair) -> str:
    if FIGURE.findall(pair.old) != FIGURE.findall(pair.new):
        return _("“%(old)s”改为“%(new)s”动了数字，不是文字订正，请改稿重签。")
    if NEGATION.findall(pair.old) != NEGATION.findall(pair.new):
        return _("“%(old)s”改为“%(new)s”动了意思，不是文字订正，请改稿重签。")
    if max(len(pair.old), len(pair.new)) > LONGEST or _changed(pair) > MOST_CHANGED:
        return _("“%(old)s”改为“%(new)s”改动太大，不是文字订正，请改稿重签。")
    return ""


def _changed(pair: Pair) -> int:
    """Count the characters between what both begin and end with."""
    old, new = list(pair.old), list(pair.new)
    while old and new and old[0] == new[0]:
        del old[0], new[0]
    while old and new and old[-1] == new[-1]:
        del old[-1], new[-1]
    return max(len(old), len(new))
