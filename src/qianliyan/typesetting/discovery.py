"""Find which of the norm's typefaces a machine really has, so that the typesetter gets only those."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import typst
from fontTools.ttLib import TTCollection, TTFont

from qianliyan.typesetting.families import families_by_role

SYSTEM = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path("/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol"),
    Path("~/.fonts").expanduser(),
    Path("~/.local/share/fonts").expanduser(),
    Path("/Library/Fonts"),
    Path("C:/Windows/Fonts"),
)

BOLD = 600


def bundled_folder() -> Path | None:
    """Say where the wheel with the guaranteed Song and Hei lies, if it is installed."""
    spec = find_spec("pylopdf_fonts_zh_cn")
    return Path(spec.origin).parent if spec and spec.origin else None


def discover(folders: Iterable[Path]) -> dict[str, object]:
    """List folders, families by role, what each family covers and where its faces lie, as `fonts.json` keeps them."""
    asked = [str(folder) for folder in folders if folder.is_dir()]
    found = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=asked).fonts()
    by_family: dict[str, list[tuple[int, str, int]]] = {}
    for font in sorted(found, key=lambda font: (abs(font.weight - 400), str(font.path), font.index)):
        if font.style == "normal" and font.path:
            by_family.setdefault(font.family, []).append((font.weight, font.path, font.index))
    families = families_by_role(by_family)
    used = sorted({family for chain in families.values() for family in chain})
    faces = [face for family in used for face in by_family[family]]
    return {
        "folders": sorted({str(Path(path).parent) for _, path, _ in faces}),
        "families": families,
        "bold": [family for family in used if any(weight >= BOLD for weight, _, _ in by_family[family])],
        "coverage": {family: ranges(*by_family[family][0][1:]) for family in used},
        "faces": {postscript_name(path, index): [path, index] for _, path, index in faces},
    }


@contextmanager
def opened(path: str, index: int) -> Iterator[TTFont]:
    """Open one font of a file, which may be a collection."""
    if path.lower().endswith((".ttc", ".otc")):
        with TTCollection(path, lazy=True) as collection:
            yield collection.fonts[index]
    else:
        with TTFont(path, lazy=True) as font:
            yield font


def postscript_name(path: str, index: int) -> str:
    """Give the name by which a PDF speaks of the font."""
    with opened(path, index) as font:
        return str(font["name"].getDebugName(6))


def ranges(path: str, index: int) -> str:
    """Write the characters of a font as hexadecimal ranges, short enough to keep in a list."""
    with opened(path, index) as font:
        points = sorted(font.getBestCmap())
    pieces: list[list[int]] = []
    for point in points:
        if pieces and pieces[-1][1] == point - 1:
            pieces[-1][1] = point
        else:
            pieces.append([point, point])
    return ",".join(f"{start:x}" if start == end else f"{start:x}-{end:x}" for start, end in pieces)


def write(folders: Iterable[Path], target: Path) -> dict[str, object]:
    """Discover and keep the result where the typesetter reads it."""
    result = discover(folders)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return result
