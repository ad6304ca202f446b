"""What only the whole scheme shows: names that lead nowhere, rules that overlap, columns that wait for each other."""

from collections.abc import Iterator
from itertools import combinations

from qianliyan.scoring.conditions import Condition, OneOf
from qianliyan.scoring.formulas import Formula
from qianliyan.scoring.grammar import COLUMN_FUNCTIONS, QUOTA_FUNCTIONS
from qianliyan.scoring.overlap import apart
from qianliyan.scoring.scheme import DERIVED, GIVEN, Column, Quota, Rule, Scheme
from qianliyan.scoring.source import Place

Found = Iterator[tuple[Place, str]]
DERIVED_NAMES = frozenset({"fact", "quota", "done", "target", "missing", "excess", "ratio", "on", "month"})
SECTIONS = (
    ("rules", "rule"),
    ("columns", "column"),
    ("quotas", "quota"),
    ("awards", "award"),
    ("combine", "combine"),
    ("groups", "group"),
)


def problems(scheme: Scheme) -> list[tuple[Place, str]]:
    """List every inconsistency with the place of the part that has it."""
    found = [*repeated_names(scheme), *unknown_names(scheme), *unusable_parts(scheme), *overlaps(scheme)]
    return found or list(cycles(scheme))


def repeated_names(scheme: Scheme) -> Found:
    """Find two parts of one kind with the same name."""
    for section, key in SECTIONS:
        seen: set[str] = set()
        for place, part in enumerate(scheme.data.get(section, [])):
            if part[key] in seen:
                yield (section, place, key), f"“{part[key]}”重名"
            seen.add(part[key])
    for both in {quota.name for quota in scheme.quotas} & {column.name for column in scheme.columns}:
        yield ("quotas",), f"任务与计分栏重名：“{both}”"


def unknown_names(scheme: Scheme) -> Found:
    """Find names of rules, columns, quotas and offices that nothing bears."""
    rules = {rule.name for rule in scheme.rules}
    for section, key in (("combine", "rules"), ("columns", "counts"), ("rules", "instead_of"), ("rules", "on_top_of")):
        for place, part in enumerate(scheme.data.get(section, [])):
            mentioned = part.get(key, [])
            for name in [mentioned] if isinstance(mentioned, str) else mentioned:
                if name not in rules:
                    yield (section, place, key), f"没有名为“{name}”的规则"
    yield from unknown_columns(scheme)
    for path, formula in formulas_of(scheme):
        yield from ((path, text) for text in unknown_in(formula, scheme))
    yield from unknown_quotas(scheme)
    groups = {group.name for group in scheme.groups}
    for place, award in enumerate(scheme.awards):
        strange = [name for name in award.places_by_group if groups and name not in groups]
        yield from ((("awards", place, "places"), f"没有名为“{name}”的组") for name in strange)
    yield from unknown_offices(scheme)


def unknown_columns(scheme: Scheme) -> Found:
    """Find columns that are ranked by, counted or awarded, but do not exist."""
    columns = {column.name for column in scheme.columns}
    mentioned: list[tuple[Place, str]] = [(("total",), scheme.total)]
    mentioned += [(("ranking", "by"), scheme.ranking.by)] if scheme.ranking.by != scheme.total else []
    mentioned += [(("ranking", "then"), name) for name in scheme.ranking.then]
    mentioned += [(("quotas", quota.index, "sum"), quota.sum) for quota in scheme.quotas if quota.sum]
    mentioned += [(("awards", place, "by"), award.by) for place, award in enumerate(scheme.awards) if award.by]
    for path, name in mentioned:
        if name not in columns:
            yield path, f"没有名为“{name}”的计分栏"
    for rule in scheme.rules:
        if scheme.column(rule.column).formula or scheme.column(rule.column).counts:
            yield ("rules", rule.index, "column"), f"“{rule.column}”由公式或条数算出，规则不能再记入"


def formulas_of(scheme: Scheme) -> Iterator[tuple[Place, Formula]]:
    """List every formula over columns with its place."""
    for place, data in enumerate(scheme.data.get("columns", [])):
        formula = scheme.column(data["column"]).formula
        if formula:
            yield ("columns", place, "formula"), formula
    for place, mark in enumerate(scheme.marks):
        yield ("marks", place, "if"), mark.formula
    for place, award in enumerate(scheme.awards):
        yield from ((("awards", place, "requires"), formula) for formula, _ in award.requires)


def unknown_in(formula: Formula, scheme: Scheme) -> Iterator[str]:
    """Find the names in one formula that nothing bears."""
    columns = {column.name for column in scheme.columns}
    quotas = {quota.name for quota in scheme.quotas}
    yield from (f"没有名为“{name}”的计分栏" for name in formula.names() if name not in columns)
    for function, names in formula.calls():
        known = columns if function in COLUMN_FUNCTIONS else quotas if function in QUOTA_FUNCTIONS else None
        if function in ("band", "in_group"):
            known = set(scheme.bands) if function == "band" else {group.name for group in scheme.groups}
        yield from (f"公式“{formula.text}”里没有“{name}”" for name in names if known is not None and name not in known)


def unknown_quotas(scheme: Scheme) -> Found:
    """Find rules about quotas that do not exist."""
    quotas = {quota.name for quota in scheme.quotas}
    for rule in scheme.rules:
        asked = rule.when.test("quota")
        if isinstance(asked, OneOf):
            yield from ((("rules", rule.index, "when"), f"没有名为“{name}”的任务") for name in asked.values - quotas)


def unknown_offices(scheme: Scheme) -> Found:
    """Find units in tables of targets that the scheme's own register does not have."""
    register = {office["office"] for office in scheme.data.get("offices", [])}
    for quota in scheme.quotas:
        if register and quota.target.by == "office":
            missing = [name for name in quota.target.table or () if name not in register]
            yield from ((("quotas", quota.index, "target"), f"名册中没有单位“{name}”") for name in missing)


def unusable_parts(scheme: Scheme) -> Found:
    """Find parts that are well written but cannot work together."""
    for rule in scheme.rules:
        yield from ((("rules", rule.index), text) for text in unusable(rule, scheme))
    for name, table in scheme.data.get("tables", {}).items():
        if ("bands" in table) == ("table" in table):
            yield ("tables", name), "分值表须写by和table，或只写bands"
    mixed = [combine for combine in scheme.combines if combine.within == "item" and combine.each]
    yield from ((("combine",), f"“{combine.name}”：同一条信息之内不分期，不能写each") for combine in mixed)


def unusable(rule: Rule, scheme: Scheme) -> Iterator[str]:
    """Find what is wrong with one rule."""
    asked = rule.when.test("fact")
    if isinstance(asked, OneOf) and asked.values & DERIVED and not asked.values <= DERIVED:
        yield "任务完成情况不能与其他事实写在同一条规则里"
    if rule.derived and (strange := set(rule.names()) - DERIVED_NAMES):
        yield f"关于任务的规则里不能用“{'、'.join(sorted(strange))}”"
    if "role" in set(rule.when.names()) - GIVEN and rule.when.test("role"):
        yield "署名角色写在for里，不写在when里"
    if rule.derived and any(rule.name in combine.rules for combine in scheme.combines):
        yield "关于任务的规则不能再参加同类取舍"
    in_unit = [combine for combine in scheme.combines if combine.within == "unit" and rule.name in combine.rules]
    if len(in_unit) + bool(rule.repeat) > 1:
        yield f"“{rule.name}”不能同时用于两处按单位取舍或重复加重"
    if rule.of_item and (rule.repeat or in_unit or rule.derived):
        yield "按本条得分计算的规则不能再重复加重或按单位取舍"


def overlaps(scheme: Scheme) -> Found:
    """Find two rules that would both count the same fact in the same column without saying so."""
    for first, second in combinations(scheme.rules, 2):
        if first.column == second.column and not settled(first, second) and not rules_apart(first, second):
            text = f"与规则“{first.name}”会对同一事实重复计分；请写明instead_of（代替）或on_top_of（另加），或分清条件"
            yield ("rules", second.index), f"“{second.name}”{text}"


def settled(first: Rule, second: Rule) -> bool:
    """Tell whether the scheme says what happens when both match, or a share of the item is meant."""
    said = first.instead_of | first.on_top_of | second.instead_of | second.on_top_of
    return bool(said & {first.name, second.name}) or first.of_item != second.of_item


def rules_apart(first: Rule, second: Rule) -> bool:
    """Tell whether no fact, or no receiver, can belong to both rules."""
    if not set(first.splits) & set(second.splits) or apart_receivers(first.receivers, second.receivers):
        return True
    return apart(with_rows(first), with_rows(second))


def apart_receivers(first: Condition, second: Condition) -> bool:
    """Tell whether the rules speak of different receivers."""
    return bool(first.tests and second.tests) and apart(first, second)


def with_rows(rule: Rule) -> Condition:
    """Count a table without a row for the rest among the conditions of its rule."""
    rows = rows_of(rule)
    if not rows or rule.when.test(rows[0]):
        return rule.when
    extra = (rows[0], OneOf(frozenset(rows[1])))
    return Condition((*rule.when.tests, extra), rule.when.either, rule.when.item_has, rule.when.item_lacks)


def rows_of(rule: Rule) -> tuple[str, tuple[str, ...]] | None:
    """Give the first key of a rule's table and its rows, if they are all there is."""
    by, rows = getattr(rule.points, "by", ()), getattr(rule.points, "rows", {})
    return (by[0], tuple(rows)) if by and "其他" not in rows else None


def cycles(scheme: Scheme) -> Found:
    """Find columns and quotas whose values wait for each other."""
    waits = {column.name: set(needs(column, scheme)) for column in scheme.columns}
    waits |= {quota.name: {quota.sum} if quota.sum else set() for quota in scheme.quotas}
    done: set[str] = set()
    for name in waits:
        chain = circle(name, waits, (), done)
        if chain:
            yield place_of(chain[0], scheme), f"循环引用：{' → '.join(chain)}"
            return


def needs(column: Column, scheme: Scheme) -> Iterator[str]:
    """Name the columns and quotas a column is worked out from."""
    if column.formula:
        yield from column.formula.names()
        for function, names in column.formula.calls():
            yield from names if function in (*COLUMN_FUNCTIONS, *QUOTA_FUNCTIONS) else ()
    for rule in scheme.rules:
        if rule.derived and (rule.column == column.name or rule.name in column.counts):
            yield from (quota.name for quota in scheme.quotas if asks_for(rule, quota))


def asks_for(rule: Rule, quota: Quota) -> bool:
    """Tell whether a rule speaks of this quota."""
    asked = rule.when.test("quota")
    return asked is None or asked.holds(quota.name)


def circle(name: str, waits: dict[str, set[str]], chain: tuple[str, ...], done: set[str]) -> tuple[str, ...]:
    """Follow what a name waits for until it comes back to itself."""
    if name in chain:
        return (*chain[chain.index(name) :], name)
    if name in done:
        return ()
    found = (circle(other, waits, (*chain, name), done) for other in sorted(waits.get(name, ())))
    first = next((ring for ring in found if ring), ())
    done.add(name)
    return first


def place_of(name: str, scheme: Scheme) -> Place:
    """Find where a column or quota is written."""
    for section, key in (("columns", "column"), ("quotas", "quota")):
        for place, part in enumerate(scheme.data.get(section, [])):
            if part[key] == name:
                return (section, place, key)
    return ()
