"""A scheme as articles (条文): what an assessor reads out, with every number that the YAML holds and nothing else.

Two versions of a scheme are compared by comparing their articles line by line.
"""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from qianliyan.scoring.attributes import label
from qianliyan.scoring.combination import Combine
from qianliyan.scoring.exact import plain
from qianliyan.scoring.honours import Award
from qianliyan.scoring.periods import KIND_NAMES
from qianliyan.scoring.rule_words import manner_words, rounding_words, worth_words
from qianliyan.scoring.scheme import Column, Quota, Rule, Scheme

OVER_NAMES = {"sum": "相加", "mean": "平均", "max": "取最高", "min": "取最低", "last": "取最后一期"}


@dataclass(frozen=True, slots=True)
class Article:
    """One article: the section it stands in, the clause of the original, its name and its text."""

    section: str
    clause: str
    name: str
    text: str

    def line(self) -> str:
        """Write the article as one line."""
        return f"{self.clause}　{self.name}：{self.text}" if self.clause else f"{self.name}：{self.text}"


def articles(scheme: Scheme) -> list[Article]:
    """Render a whole scheme, in the order in which it is applied."""
    return [*basics(scheme), *(rule_article(rule) for rule in scheme.rules), *later(scheme)]


def basics(scheme: Scheme) -> Iterator[Article]:
    """Render the year, what does not count, and what the source left open."""
    start = scheme.data.get("calendar", {}).get("year_starts", 1)
    yield Article("总则", "", "考核年度", f"自{'上年' if start > 1 else ''}{start}月起")
    if scheme.back_fill:
        month = ("当月", "次月")[scheme.back_fill.months_after] if scheme.back_fill.months_after < 2 else "其后"
        yield Article("总则", "", "补报", f"所属月{month}{scheme.back_fill.day}日前有效")
    for exclusion in scheme.exclusions:
        yield Article("总则", exclusion.clause, "不计分", f"{exclusion.when.words()}（{exclusion.why}）")
    for text in scheme.data.get("source", {}).get("not_seen", []):
        yield Article("总则", "", "原文未见", text)
    for text in scheme.data.get("readings", []):
        yield Article("总则", "", "理解", text)


def rule_article(rule: Rule) -> Article:
    """Render a rule."""
    parts = [f"{rule.when.words()}，{worth_words(rule.points)}"]
    parts += [f"{factor.why or factor.when.words()}的乘以{plain(factor.times)}" for factor in rule.factors]
    return Article(f"计分·{rule.column}", rule.clause, rule.name, "；".join([*parts, *manner_words(rule)]))


def later(scheme: Scheme) -> Iterator[Article]:
    """Render what happens after the rules."""
    yield from (combine_article(combine) for combine in scheme.combines)
    yield from (quota_article(quota) for quota in scheme.quotas)
    yield from (column_article(column) for column in scheme.columns if worth_saying(column))
    for group in scheme.groups:
        apart = "" if group.ranked else "（不参加排名）"
        yield Article("排名", "", group.name, f"{group.when.words()}{apart}")
    yield ranking_article(scheme)
    for mark in scheme.marks:
        each = f"逐{KIND_NAMES[mark.each]}，" if mark.each else ""
        yield Article("评定", mark.clause, mark.name, f"{each}{mark.formula.text}")
    yield from (award_article(award) for award in scheme.awards)
    for ladder in scheme.ladders:
        rungs = "；".join(f"{prize}：{when.words()}" for prize, when in ladder.rungs)
        yield Article("评选", ladder.clause, ladder.name, rungs)
    if scheme.rounding:
        yield Article("印发", "", "取舍", rounding_words(scheme.rounding))


def combine_article(combine: Combine) -> Article:
    """Render which results of an item or a unit count."""
    parts = [f"{'同一单位' if combine.within == 'unit' else '同一条信息'}的{'、'.join(sorted(combine.rules))}"]
    parts += [f"每{KIND_NAMES[combine.each]}"] if combine.each else []
    parts += [f"每种{'、'.join(label(name) for name in combine.one_per)}只计一次"] if combine.one_per else []
    if combine.best:
        parts.append(f"只计{'最先' if combine.first else '最高'}{combine.best}项")
    if combine.by_place:
        parts.append(f"依次按{'、'.join(plain(part) for part in combine.by_place)}计，其后同最后一项")
    for end, word in ((combine.high, "合计不超过"), (combine.low, "合计不低于")):
        parts += [f"{word}{plain(end)}"] if end is not None else []
    return Article("取舍", combine.clause, combine.name, "，".join(parts))


def quota_article(quota: Quota) -> Article:
    """Render a quota."""
    counted = f"合计“{quota.sum}”" if quota.sum else f"计数（{quota.count.words() if quota.count else ''}）"
    aim = quota.target
    if aim.table is not None:
        asked = f"按{label(aim.by)}：" + "，".join(f"{name} {plain(value)}" for name, value in aim.table.items())
    elif aim.per_head is not None:
        asked = f"每人{plain(aim.per_head)}{quota.unit}"
    else:
        asked = f"按名册的“{aim.register}”" if aim.register else f"{plain(aim.number or Fraction(0))}{quota.unit}"
    return Article("任务", quota.clause, quota.name, f"每{KIND_NAMES[quota.each]}{asked}，{counted}")


def worth_saying(column: Column) -> bool:
    """Tell whether a column is more than the sum of its rules."""
    return bool(column.formula or column.counts or column.bounds or column.note or column.rounding)


def column_article(column: Column) -> Article:
    """Render a column."""
    parts = [column.formula.text] if column.formula else []
    parts += [f"{'、'.join(column.counts)}的条数"] if column.counts else []
    if column.each:
        parts.append(f"逐{KIND_NAMES[column.each]}计算，各期{OVER_NAMES[column.over]}")
    for bound in column.bounds:
        parts += [
            f"每{KIND_NAMES[bound.each]}{word}{plain(end)}{column.unit}"
            for end, word in ((bound.high, "不超过"), (bound.low, "不低于"))
            if end is not None
        ]
    parts += [rounding_words(column.rounding)] if column.rounding else []
    return Article("计分栏", column.clause, column.name, "；".join([*parts, *([column.note] if column.note else [])]))


def ranking_article(scheme: Scheme) -> Article:
    """Render how units are ranked."""
    ranking = scheme.ranking
    parts = [
        f"按{'累计' if ranking.running else '本期'}“{ranking.by}”从{'低到高' if ranking.lowest_first else '高到低'}"
    ]
    parts += [f"同分再比{'、'.join(ranking.then)}"] if ranking.then else []
    parts.append("同分并列，其后名次" + ("顺延" if ranking.dense else "空出"))
    return Article("排名", ranking.clause, "名次", "，".join(parts))


def award_article(award: Award) -> Article:
    """Render an award."""
    places = (
        "、".join(f"{group}{number}名" for group, number in award.places_by_group.items()) or f"每组{award.places}名"
    )
    parts = [places, "末位同分" + ("顺延列入" if award.extend else "都不列入")]
    parts += [f"须{formula.text}（否则{why}）" for formula, why in award.requires]
    return Article("评选", award.clause, award.name, "；".join(parts))


def as_text(scheme: Scheme) -> str:
    """Write the articles under their headings."""
    lines = [f"{scheme.title}（{scheme.code}，版本{scheme.version}）"]
    section = ""
    for article in articles(scheme):
        lines += ["", article.section] if article.section != section else []
        section = article.section
        lines.append(f"  {article.line()}")
    return "\n".join(lines) + "\n"


def changes(before: Scheme, after: Scheme) -> list[str]:
    """Compare two versions: lines taken out begin with −, lines put in with ＋."""
    old, new = ([f"{part.section}｜{part.line()}" for part in articles(scheme)] for scheme in (before, after))
    compared = difflib.ndiff(old, new)
    return [{"-": "−", "+": "＋"}[line[0]] + line[1:] for line in compared if line[0] in "-+"]
