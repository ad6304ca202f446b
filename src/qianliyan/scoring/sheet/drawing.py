"""Drawing the sheet of a scheme: one block for points, caps, what counts of an item, quotas, groups, awards, print."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import Any

from ruamel.yaml.comments import CommentedMap

from qianliyan.scoring import articles, reading
from qianliyan.scoring.articles import Article
from qianliyan.scoring.rule_words import MODE_NAMES, manner_words, sharing_words, worth_words
from qianliyan.scoring.scheme import Rule, Scheme
from qianliyan.scoring.sheet import tree
from qianliyan.scoring.sheet.bounding import capped
from qianliyan.scoring.sheet.cells import CHOICE, COUNT, Block, Cell, Row, Sheet
from qianliyan.scoring.sheet.reaching import awarded, grouped, required
from qianliyan.scoring.sheet.values import factor_cells, keys_of, new_row, table_cells, value_cells
from qianliyan.scoring.source import Place
from qianliyan.scoring.splits import NAMES as SPLITS

ELSEWHERE = ("总则", "评定")
TIES = (("shared", "其后名次空出"), ("dense", "其后名次顺延"))
OF = (("period", "按本期"), ("running", "按累计"))


def drawn(text: str) -> Sheet:
    """Draw the sheet of a readable text; one that is not readable is refused."""
    scheme = reading.read_text(text)
    root, seen = tree.load(text), set[int]()
    blocks = (
        Block("分值", (*_tables(root, seen), *_rules(root, scheme, seen))),
        capped(root, scheme),
        Block("同一条信息的取舍", tuple(_combines(root, scheme))),
        required(root, scheme, seen),
        grouped(root, scheme),
        Block("评选名额", tuple(awarded(root, scheme, seen))),
        Block("合报、名次、印发", tuple(_last(root, scheme))),
    )
    kept = tuple(
        replace(block, rows=tuple(row.owned for row in block.rows)) for block in blocks if block.rows or block.blank
    )
    return Sheet(kept, tuple(_elsewhere(scheme)))


def _elsewhere(scheme: Scheme) -> Iterator[Article]:
    ladders = {ladder.name for ladder in scheme.ladders}
    for one in articles.articles(scheme):
        if one.section in ELSEWHERE or (one.section == "评选" and one.name in ladders):
            yield one


def _tables(root: CommentedMap, seen: set[int]) -> Iterator[Row]:
    for name, table in root.get("tables", {}).items():
        path: Place = ("tables", name)
        line = root["tables"].lc.data[name][0] + 1
        if "bands" in table:
            steps = enumerate(table["bands"])
            pairs = (_step((*path, "bands", place), step) for place, step in steps)
            yield Row(name, line, said="分段", cells=tuple(chain.from_iterable(pairs)))
        else:
            cells = tuple(table_cells((*path, "table"), keys_of(table), table["table"], seen))
            yield Row(name, line, said="分值表", cells=cells, blank=new_row(path, table))


def _step(path: Place, step: Any) -> tuple[Cell, Cell]:
    return Cell((*path, 0), "不低于", str(step[0])), Cell((*path, 1), "取", str(step[1]))


def _rules(root: CommentedMap, scheme: Scheme, seen: set[int]) -> Iterator[Row]:
    for place, rule in enumerate(scheme.rules):
        data = root["rules"][place]
        path: Place = ("rules", place)
        said = [factor.why or factor.when.words() for factor in rule.factors]
        values = list(value_cells((*path, "points"), data["points"], seen))
        factors = factor_cells((*path, "factors"), data.get("factors"), said, seen)
        points = data["points"]
        blank = new_row((*path, "points"), points) if isinstance(points, CommentedMap) and values else None
        shared = {"split", "persons_split"} & set(data)
        manner = [said for said in manner_words(rule) if shared or said != sharing_words(rule)]
        rest = "；".join([*_untabled(rule, data, values), *manner])
        yield Row(rule.name, data.lc.line + 1, rule.clause, rule.when.words(), (*values, *factors), rest, blank)


def _untabled(rule: Rule, data: CommentedMap, values: list[Cell]) -> list[str]:
    points = data["points"]
    if isinstance(points, CommentedMap) and isinstance(points.get("table"), str):
        return [f"见分值表“{points['table']}”"]
    return [] if values and not _repeats(points) else [worth_words(rule.points)]


def _repeats(points: Any) -> bool:
    """Tell whether some rows of a table are written once for several (an anchor)."""
    rows = list(points["table"].values()) if isinstance(points, CommentedMap) and "table" in points else []
    inner = [id(row) for row in rows if isinstance(row, CommentedMap)]
    return len(inner) != len(set(inner))


def _combines(root: CommentedMap, scheme: Scheme) -> Iterator[Row]:
    words = (("best", "只计几项", COUNT), ("max", "合计不超过", "number"), ("min", "合计不低于", "number"))
    for place, combine in enumerate(scheme.combines):
        data, path = root["combine"][place], ("combine", place)
        cells = (Cell((*path, key), said, str(data[key]), kind) for key, said, kind in words if key in data)
        article = articles.combine_article(combine)
        yield Row(combine.name, data.lc.line + 1, combine.clause, article.text, tuple(cells))


def _last(root: CommentedMap, scheme: Scheme) -> Iterator[Row]:
    ranking, printed, split = root.get("ranking"), root.get("print"), root.get("split", "weights")
    if isinstance(split, str):
        shared = Cell(("split",), "份额", split, CHOICE, tuple(SPLITS.items()))
        yield Row("合报、合写", _line(root, "split"), said="规则没有另外写明的，都这样分", cells=(shared,))
    if ranking is not None:
        cells = (
            Cell(("ranking", "of"), "名次", ranking.get("of", "period"), CHOICE, OF),
            Cell(("ranking", "ties"), "同分并列", ranking.get("ties", "shared"), CHOICE, TIES),
        )
        yield Row("名次", _line(root, "ranking"), scheme.ranking.clause, articles.ranking_article(scheme).text, cells)
    if printed is not None:
        modes = Cell(("print", "mode"), "取舍", printed.get("mode", "half_up"), CHOICE, tuple(MODE_NAMES.items()))
        cells = (Cell(("print", "places"), "小数位数", str(printed["places"]), COUNT), modes)
        yield Row("印发", _line(root, "print"), cells=cells)


def _line(root: CommentedMap, section: str) -> int:
    return int(root.lc.data[section][0]) + 1 if section in root else 1
