"""The same paper as HTML for screens: classes only, every text escaped, one style sheet made from the layout."""

import base64
from collections.abc import Callable, Iterable, Mapping
from html import escape
from importlib.resources import files
from typing import Any

from qianliyan.typesetting.composing import compose
from qianliyan.typesetting.fonts import Fonts
from qianliyan.typesetting.model import Document, Rendered
from qianliyan.typesetting.paper import Bars, Block, Cell, Foot, Grid, Line, Pair, Paper, Picture, Rule, Run, TailRow

SHEET = files("qianliyan.typesetting") / "screen.css"
# What readers' own machines may have, and a generic family last.
SCREEN_FONTS = {
    "fang": '"仿宋_GB2312", "FangSong", "STFangsong", "FandolFang R", serif',
    "song": '"宋体", "SimSun", "Songti SC", "Noto Serif CJK SC", serif',
    "hei": '"黑体", "SimHei", "PingFang SC", "Noto Sans CJK SC", sans-serif',
    "kai": '"楷体_GB2312", "KaiTi", "Kaiti SC", "LXGW WenKai", serif',
    "title": '"方正小标宋简体", "Noto Serif CJK SC", "Songti SC", "SimSun", serif',
}
LARGE = 1.3
SIDES = {"justify": "justify", "distribute": "justify"}


def render_html(document: Document, _fonts: Fonts) -> Rendered:
    """Set a document as one page of HTML that needs nothing from outside."""
    paper = compose(document)
    return Rendered(page(paper).encode(), 0, paper.notices)


def page(paper: Paper) -> str:
    """Give a whole page with its style sheet inside."""
    head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
    title = f"<title>{escape(paper.title)}</title>"
    policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    guard = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    top = f'<!DOCTYPE html>\n<html lang="zh-CN"><head>{head}{guard}{title}<style>\n{style_sheet(paper)}</style></head>'
    return f"{top}\n<body>\n{fragment(paper)}\n</body></html>\n"


def fragment(paper: Paper) -> str:
    """Give the paper alone, for a page that brings the style sheet itself."""
    inner = "\n".join(part for part in map(block, paper.blocks) if part)
    mark = f'<p class="paper-watermark" aria-hidden="true">{escape(paper.watermark)}</p>\n' if paper.watermark else ""
    return f'<article class="paper">\n{mark}{inner}\n</article>'


def block(given: Block) -> str:
    """Set one block; gaps and page breaks mean nothing on a screen but room."""
    writer = WRITERS.get(type(given))
    return writer(given) if writer else ""


def pair(given: Pair) -> str:
    """Set two texts at the ends of a line, or under one another where the screen is narrow."""
    place = f' id="{escape(given.name)}"' if given.name else ""
    sides = f"<span>{escape(given.left)}</span> <span>{escape(given.right)}</span>"
    return f'<p class="paper-pair paper-{given.style}"{place}>{sides}</p>'


def rule(given: Rule) -> str:
    """Draw a rule."""
    return f'<hr class="paper-rule paper-rule-{given.kind}">'


def picture(given: Picture) -> str:
    """Set the masthead's picture, with its words for those who do not see it."""
    kind = {"jpg": "jpeg"}.get(given.kind, given.kind)
    source = f"data:image/{kind};base64,{base64.b64encode(given.data).decode()}"
    return f'<img class="paper-picture" alt="{escape(given.alt)}" src="{source}">'


def line(given: Line) -> str:
    """Set a paragraph or heading, with its place and its link."""
    tag = f"h{min(given.level, 6)}" if given.level else "p"
    # Within a link to the item no second link may stand.
    words = "".join(run(one) for one in given.runs if not (given.to and (one.page_of or one.fill)))
    inner = f'<a href="#{escape(given.to)}">{words}</a>' if given.to else words
    place = f' id="{escape(given.name)}"' if given.name else ""
    return f'<{tag} class="paper-{given.style}"{place}>{inner}</{tag}>'


def run(given: Run) -> str:
    """Set a stretch of text in its typeface."""
    if given.page_of:
        # A screen has no pages; the number of the item leads there.
        return f'<a href="#{escape(given.page_of)}">{escape(given.page_of.rpartition("_")[2])}</a>'
    words = "　" if given.fill else escape(given.text).replace("\n", "<br>")
    classes = [f"paper-{given.role}"] if given.role else []
    if given.bold:
        classes.append("paper-bold")
    return f'<span class="{" ".join(classes)}">{words}</span>' if classes else words


def table(given: Grid) -> str:
    """Set a ruled table with real heading cells."""
    head = "".join(row(cells, "th") for cells in given.rows[: given.header])
    rest = "".join(row(cells, "td") for cells in given.rows[given.header :])
    top = f"<thead>{head}</thead>" if head else ""
    return f'<div class="paper-scroll"><table class="paper-table">{top}<tbody>{rest}</tbody></table></div>'


def bars(given: Bars) -> str:
    """Set a chart as a table whose middle column is a gauge, which needs no style attribute."""
    rows = "".join(
        f'<tr><th scope="row">{escape(label)}</th>'
        f'<td><meter min="0" max="1" value="{share}" aria-hidden="true"></meter></td><td>{escape(shown)}</td></tr>'
        for label, shown, share in given.rows
    )
    return f'<table class="paper-bars paper-cell">{rows}</table>'


def row(cells: Iterable[Cell], tag: str) -> str:
    """Set one row; a label beside a field heads its row."""
    return f"<tr>{''.join(cell(one, tag) for one in cells)}</tr>"


def cell(given: Cell, tag: str) -> str:
    """Set one field."""
    label = tag == "td" and given.style == "cell_head"
    name, scope = ("th", ' scope="row"') if label else (tag, ' scope="col"' if tag == "th" else "")
    span = f' colspan="{given.span}"' if given.span > 1 else ""
    words = escape(given.text).replace("\n", "<br>")
    sign = f'<p class="paper-sign">{escape(given.foot)}</p>' if given.foot else ""
    return f'<{name}{scope}{span} class="paper-{given.style}">{words}{sign}</{name}>'


def foot(given: Foot) -> str:
    """Set the tail."""
    groups = [rows for rows in (given.rows[: given.readers], given.rows[given.readers :]) if rows]
    return f'<footer class="paper-foot">{"".join(f"<div>{tail_rows(rows)}</div>" for rows in groups)}</footer>'


def tail_rows(rows: Iterable[TailRow]) -> str:
    """Set the rows of one part of the tail."""
    return "".join(
        f'<p class="paper-pair paper-tail"><span>{escape(one.label + one.text)}</span>'
        f" <span>{escape(one.right)}</span></p>"
        for one in rows
    )


def style_sheet(paper: Paper) -> str:
    """Give the general sheet and one class for each style and typeface of the layout."""
    rules = [SHEET.read_text(encoding="utf-8")]
    rules += [f".paper-{role} {{ font-family: {fonts}; }}" for role, fonts in SCREEN_FONTS.items()]
    rules += [f".paper-{name} {{ {declarations(look, paper)} }}" for name, look in paper.layout["styles"].items()]
    colour = next((given.colour for given in paper.blocks if isinstance(given, Rule)), "#000000")
    rules.append(f".paper-rule {{ border-color: {colour}; }}")
    return "\n".join(rules) + "\n"


def declarations(look: Mapping[str, Any], paper: Paper) -> str:
    """Write one style relative to the body's size, so that the paper fits any screen."""
    base = paper.layout["styles"]["body"]["size"]
    size = look["size"] / base
    pitch = (look["pitch"] or paper.layout["page"]["pitch"]) / look["size"]
    parts = {
        "font-family": SCREEN_FONTS[look["role"]],
        # Large letters shrink with a narrow screen: 34 characters of the body are its width.
        "font-size": f"{size:.3g}em" if size < LARGE else f"min({size:.3g}em, {size / 34 * 100:.3g}vw)",
        "line-height": f"{max(pitch, 1.2):.3g}",
        "text-align": SIDES.get(look["align"], look["align"]),
        "text-indent": f"{look['indent']:g}em",
        "margin": f"{look['before'] * 1.8:.3g}rem {look['right']:g}em {look['after'] * 1.8:.3g}rem {look['left']:g}em",
        "color": look["colour"],
        "font-weight": "bold" if look["bold"] else "normal",
        "letter-spacing": f"{look['spread']:g}em",
    }
    if look["align"] == "distribute":
        parts["text-align-last"] = "justify"
    if look["fill"]:
        parts["background"] = look["fill"]
    return "; ".join(f"{name}: {value}" for name, value in parts.items())


WRITERS: dict[type[Block], Callable[[Any], str]] = {
    Line: line,
    Pair: pair,
    Rule: rule,
    Picture: picture,
    Grid: table,
    Bars: bars,
    Foot: foot,
}
