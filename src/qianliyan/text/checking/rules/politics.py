"""Political errors: fixed wordings, meetings, Hong Kong, Macao and Taiwan, and the office's list of leaders."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from qianliyan.text.checking.context import Context, Leader
from qianliyan.text.checking.finding import Hit, Severity
from qianliyan.text.checking.lists import cell, rows
from qianliyan.text.checking.rule import Rule

LISTED = re.compile(r"^(?:同志)?(?:、|，|和|及|以及|[（(][^）)]{1,12}[）)]、?){1,2}[^，。；、]{0,16}$")


class Wording(NamedTuple):
    """One line of the list of wordings."""

    pattern: re.Pattern[str]
    right: str
    why: str
    blocking: bool
    exceptions: tuple[str, ...]


@cache
def _wordings() -> tuple[Wording, ...]:
    return tuple(
        Wording(
            re.compile(cell(row, 0)),
            cell(row, 1),
            cell(row, 2),
            cell(row, 3) != "advice",
            tuple(filter(None, cell(row, 4).split("|"))),
        )
        for row in rows("political")
    )


def wordings(context: Context, *, blocking: bool) -> Iterator[Hit]:
    """Find wordings that the list calls wrong."""
    for wording in _wordings():
        if wording.blocking is not blocking:
            continue
        for match in wording.pattern.finditer(context.text):
            around = context.text[max(0, match.start() - 6) : match.end() + 8]
            if not any(exception in around for exception in wording.exceptions):
                yield Hit(*match.span(), f"“{match.group()}”的规范表述是“{wording.right}”：{wording.why}。")


def political_wordings(context: Context) -> Iterator[Hit]:
    """Find political errors, the office's own list of wordings among them."""
    yield from wordings(context, blocking=True)
    for phrase in context.settings.lists.phrases:
        for match in re.finditer(re.escape(phrase.wrong), context.text) if phrase.wrong else ():
            yield Hit(*match.span(), f"“{phrase.wrong}”应为“{phrase.right}”。{phrase.why}{phrase.source}")


def advised_wordings(context: Context) -> Iterator[Hit]:
    """Find wordings that have a preferred form."""
    return wordings(context, blocking=False)


def leaders(context: Context) -> Iterator[Hit]:
    """Hold names, posts and order against the office's dated list."""
    known = [leader for leader in context.settings.lists.leaders if _in_office(leader, context)]
    places = sorted(
        (match.start(), leader) for leader in known for match in re.finditer(re.escape(leader.name), context.text)
    )
    for place, leader in places:
        yield from _wrong_post(context.text, place, leader, known)
    for (place, one), (next_place, other) in pairwise(places):
        between = context.text[place + len(one.name) : next_place]
        if one.rank > other.rank and LISTED.match(between):
            yield Hit(
                place,
                next_place + len(other.name),
                f"领导排序有误：{other.name}（{other.post}）应在{one.name}（{one.post}）之前。",
            )
    yield from _misspelt(context.text, known)


def _in_office(leader: Leader, context: Context) -> bool:
    day = context.written_on
    return day is None or (leader.since <= day and (leader.until is None or day <= leader.until))


def _wrong_post(text: str, place: int, leader: Leader, known: list[Leader]) -> Iterator[Hit]:
    before = text[max(0, place - 16) : place]
    posts = {other.post for other in known if before.endswith(other.post)}
    own = {other.post for other in known if other.name == leader.name}
    longest = max(posts, key=len, default="")
    if longest and longest not in own and not any(post.endswith(longest) and before.endswith(post) for post in own):
        start = place - len(longest)
        yield Hit(
            start,
            place + len(leader.name),
            f"职务与姓名不符：{leader.name}的职务是{'、'.join(sorted(own))}，文中写作{longest}。",
        )


def _misspelt(text: str, known: list[Leader]) -> Iterator[Hit]:
    names = {leader.name for leader in known}
    for leader in known:
        for match in re.finditer(re.escape(leader.post) + rf"([\u4e00-\u9fff]{{{len(leader.name)}}})", text):
            different = sum(one != other for one, other in zip(match[1], leader.name, strict=True))
            if match[1] not in names and different == 1 and match[1][0] == leader.name[0]:
                yield Hit(*match.span(1), f"领导姓名有误：{leader.post}是{leader.name}，文中写作{match[1]}。")


RULES = (
    Rule(
        "political-wording",
        "严·政治差错",
        Severity.BLOCKING,
        "规范用语由单位的词表维护，签发人记明理由后方可放行。",
        political_wordings,
    ),
    Rule("preferred-wording", "严·规范提法", Severity.ADVICE, "规范用语由单位的词表维护。", advised_wordings),
    Rule(
        "leaders",
        "严·政治差错",
        Severity.BLOCKING,
        "领导姓名、职务、排序以单位维护的名单为准（注明日期和来源）。",
        leaders,
    ),
)
