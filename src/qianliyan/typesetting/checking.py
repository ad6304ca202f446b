"""Check a layout description, which an office may have changed: every fault is told with its place."""

import re
from collections.abc import Mapping
from typing import Any

from qianliyan.typesetting.errors import InvalidDocument

Layout = Mapping[str, Any]
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
PAGE = {
    "width": (80, 1000),
    "height": (80, 1000),
    "top": (0, 300),
    "bottom": (0, 300),
    "left": (0, 300),
    "right": (0, 300),
    "pitch": (6, 200),
}
SMALLEST_AREA = 50
MOST = 200
CHOICES = {
    "role": ("fang", "song", "hei", "kai", "title"),
    "align": ("left", "center", "right", "justify", "distribute"),
    "seat": ("top", "middle"),
    "form": ("dash", "plain", "none"),
    "side": ("outside", "centre"),
    "wide": ("area", "page"),
    "kind": ("single", "thick-thin", "thin-thick"),
    "empty": ("dropped", "kept"),
    "items.title": ("centred", "run-in", "beside"),
    "items.unit": ("below", "signature", "inline", "none"),
}
# What each piece of a flow must say beside its name, and what a value of it looks like.
PIECES: Layout = {
    "line": {"style": "", "text": ""},
    "pair": {"style": "", "left": "", "right": ""},
    "rule": {"colour": "", "thickness": 0},
    "gap": {"lines": 0},
}


def check(given: Layout, base: Layout) -> None:
    """Refuse a description that some back end could not set."""
    shape(given, base, "layout")
    area(given["page"])
    for name, style in given["styles"].items():
        like(style, {}, f"layout.styles.{name}")
        shape(style, base["styles"]["body"], f"layout.styles.{name}")
    for number, piece in enumerate(given["flow"]):
        flow(piece, given["styles"], f"layout.flow[{number}]")


def shape(given: Layout, example: Layout, place: str) -> None:
    """Compare names and kinds of values with those of the base; only styles may have new names."""
    for name, content in given.items():
        here = f"{place}.{name}"
        if name in example:
            like(content, example[name], here)
            if isinstance(content, Mapping) and name != "styles":
                shape(content, example[name], here)
            value(name, content, here)
        else:
            raise InvalidDocument(f"不认识的项“{name}”", here)


def like(content: object, example: object, place: str) -> None:
    """Refuse a value of another kind than the base's."""
    names: tuple[tuple[type | tuple[type, ...], str], ...] = (
        (bool, "true或false"),
        ((int, float), "数字"),
        (str, "文字"),
        (Mapping, "一个JSON对象"),
        (list, "一个列表"),
    )
    for kinds, name in names:
        if isinstance(example, kinds):
            if not isinstance(content, kinds) or (isinstance(content, bool) and not isinstance(example, bool)):
                raise InvalidDocument(f"应为{name}", place)
            return


def value(name: str, content: object, place: str) -> None:
    """Check what a value may be beyond its kind."""
    allowed = CHOICES.get(name) or CHOICES.get(place.removeprefix("layout."))
    if allowed and content not in allowed:
        raise InvalidDocument(f"应为{'、'.join(allowed)}之一", place)
    if name == "size" and isinstance(content, int | float) and not 4 <= content <= MOST:
        raise InvalidDocument(f"字号应在4磅到{MOST}磅之间", place)
    if name in ("colour", "fill") and content != "" and not COLOUR.fullmatch(str(content)):
        raise InvalidDocument("颜色应写作“#c8102e”的样子", place)
    if isinstance(content, int | float) and not place.startswith("layout.page.") and not -MOST <= content <= MOST:
        raise InvalidDocument(f"数字太大，最多{MOST}", place)


def area(page: Layout) -> None:
    """Refuse a page that leaves no room for text."""
    for name, (least, most) in PAGE.items():
        if not least <= page[name] <= most:
            raise InvalidDocument(f"应在{least}到{most}之间", f"layout.page.{name}")
    across = page["width"] - page["left"] - page["right"]
    down = page["height"] - page["top"] - page["bottom"]
    if min(across, down) < SMALLEST_AREA:
        raise InvalidDocument(f"版心太小，宽和高都不应小于{SMALLEST_AREA}毫米", "layout.page")


def flow(piece: object, styles: Layout, place: str) -> None:
    """Check one piece of the flow; whether the kind of document has it, composing knows."""
    if not isinstance(piece, Mapping) or not isinstance(piece.get("piece"), str):
        raise InvalidDocument("版面的每一部分都要写明piece", place)
    for name, example in PIECES.get(piece["piece"], {}).items():
        if name not in piece:
            raise InvalidDocument(f"缺少“{name}”", f"{place}.{name}")
        like(piece[name], example, f"{place}.{name}")
    for name, content in piece.items():
        value(name, content, f"{place}.{name}")
    if piece.get("style", "body") not in styles:
        raise InvalidDocument(f"没有“{piece['style']}”这个样式", f"{place}.style")
