"""`qianliyan typeset ISSUE.json -o out.pdf|docx|html|ofd`: the JSON names its template, the ending the form."""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from qianliyan.typesetting import rendering
from qianliyan.typesetting.errors import CannotTypeset, InvalidDocument
from qianliyan.typesetting.fonts import Fonts
from qianliyan.typesetting.reading import load


def main(argv: Sequence[str] | None = None) -> int:
    """Set one file; faults of the data end with 1 and a sentence on standard error."""
    options = arguments(argv)
    form = options.output.suffix.lower().lstrip(".")
    if form not in rendering.FORMS:
        print(f"不认识的文件形式“{form}”，可用：{'、'.join(rendering.FORMS)}", file=sys.stderr)  # noqa: T201 — the command's answer
        return 2
    try:
        data = json.loads(options.document.read_text(encoding="utf-8-sig"))
        result = rendering.render(load(data), found_fonts(options.fonts), form)
        options.output.write_bytes(result.data)
    except (InvalidDocument, CannotTypeset, OSError, ValueError, RecursionError) as problem:
        print(f"没有排成：{sentence(problem)}", file=sys.stderr)  # noqa: T201 — as above
        return 1
    for notice in result.notices:
        print(f"提示：{notice}", file=sys.stderr)  # noqa: T201 — as above
    print(f"{options.output}：{result.pages}页" if result.pages else options.output)  # noqa: T201 — as above
    return 0


def arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    """Read the file to set, where it goes, and which list of fonts counts."""
    parser = argparse.ArgumentParser(prog="qianliyan typeset", description=__doc__)
    parser.add_argument("document", type=Path, help="the issue, sheet or letter as JSON")
    parser.add_argument("-o", "--output", type=Path, required=True, help="out.pdf, out.docx, out.html or out.ofd")
    parser.add_argument("--fonts", type=Path, help="the list that scripts/fonts.py wrote (default: var/fonts.json)")
    return parser.parse_args(argv)


def found_fonts(asked: Path | None) -> Fonts:
    """Load the list that counts, or take the bundled fonts where there is none."""
    place = fonts_place(asked)
    return Fonts.load(place) if place else Fonts.minimum()


def fonts_place(asked: Path | None = None) -> str:
    """Say where the list lies: as asked for, by QIANLIYAN_FONTS, or in var; empty means the bundled fonts."""
    named = asked or os.environ.get("QIANLIYAN_FONTS")
    if named:
        return str(named)
    places = (Path("var/fonts.json"), Path(__file__).resolve().parents[3] / "var" / "fonts.json")
    return next((str(place) for place in places if place.is_file()), "")


def sentence(problem: Exception) -> str:
    """Say what is wrong with the file in words an editor can act on."""
    if isinstance(problem, json.JSONDecodeError):
        return f"JSON第{problem.lineno}行第{problem.colno}列写错了：{problem.msg}"
    if isinstance(problem, UnicodeDecodeError):
        return "文件不是UTF-8编码"
    if isinstance(problem, RecursionError):
        return "JSON嵌套太深"
    if isinstance(problem, OSError):
        return f"{problem.filename}：{problem.strerror}"
    return str(problem)
