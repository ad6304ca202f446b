"""`qianliyan text`: clean, check, parse, compare and find likenesses from the command line."""

import argparse
import json
import sys
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path

from qianliyan.text.checking.check import check
from qianliyan.text.cleaning.clean import clean
from qianliyan.text.diffing.compare import compare
from qianliyan.text.importers.decoding import decode
from qianliyan.text.importers.imported import Notes, Refused, refuse_many_lines
from qianliyan.text.importers.reading import read
from qianliyan.text.importers.sniffing import kind_of
from qianliyan.text.parsing.parse import parse
from qianliyan.text.similar.containment import containment
from qianliyan.text.similar.passages import shared_passages

KINDS = ("implementation", "experience", "warning", "problem", "ordinary")
# Longer than any item, and answered within seconds.
LONGEST_CHECKED = 300_000
FORMS = ("brief", "single", "composite", "special", "research")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; 0 is well, 1 means a file was refused, 2 a wrong call."""
    arguments = _parser().parse_args(argv)
    command: Callable[[argparse.Namespace], None] = arguments.command
    try:
        command(arguments)
    except Refused as refusal:
        sys.stderr.write(refusal.message + "\n")
        return 1
    except OSError as error:
        sys.stderr.write(f"读不到文件：{error.filename or ''}\n")
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="qianliyan text", description="清理、解析、检查、比较公文文字")
    commands = parser.add_subparsers(required=True)
    _add(commands, "clean", "清理文字", _clean)
    _add(commands, "check", "检查文字", _check)
    _add(commands, "parse", "解析结构", _parse)
    for name, words, command in (("diff", "比较两个版本", _diff), ("similar", "找出相同段落", _similar)):
        _add(commands, name, words, command).add_argument("other", type=Path)
    return parser


def _add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    words: str,
    command: Callable[[argparse.Namespace], None],
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=words)
    parser.add_argument("file", type=Path)
    parser.add_argument("--json", action="store_true", help="输出JSON")
    if name == "check":
        parser.add_argument("--kind", choices=KINDS, help="信息种类")
        parser.add_argument("--form", choices=FORMS, help="信息体裁")
        parser.add_argument("--date", type=date.fromisoformat, help="成稿日期，如2026-03-20")
    parser.set_defaults(command=command)
    return parser


def _text_of(path: Path) -> str:
    """Return a text file decoded as it stands, offsets as in the file; any other file as it is imported."""
    content = path.read_bytes()
    if kind_of(content, path.name) == "txt":
        return refuse_many_lines(decode(content, Notes()))
    imported = read(content, path.name)
    return "\n".join(filter(None, (imported.title, imported.body)))


def _write(answer: object) -> None:
    sys.stdout.write(json.dumps(answer, ensure_ascii=False, indent=2) + "\n")


def _clean(arguments: argparse.Namespace) -> None:
    """Print the clean text of any file that can be imported, or all that is known about it as JSON."""
    content = arguments.file.read_bytes()
    imported = read(content, arguments.file.name)
    # Plain text is cleaned as it stands; the importer would already have taken blank lines out.
    plain = (
        _text_of(arguments.file) if imported.kind == "txt" else "\n".join(filter(None, (imported.title, imported.body)))
    )
    cleaned = clean(plain)
    if not arguments.json:
        sys.stdout.write(cleaned.text + "\n")
        return
    _write(
        {
            "title": cleaned.title,
            "text": cleaned.text,
            "kind": imported.kind,
            "articles": [asdict(article) for article in cleaned.articles],
            "changes": [asdict(change) for change in (*imported.removed, *cleaned.changes)],
            "missing": [list(span) for span in cleaned.missing],
        }
    )


def _check(arguments: argparse.Namespace) -> None:
    text = _text_of(arguments.file)
    if len(text) > LONGEST_CHECKED:
        raise Refused("too-long", "文字超过30万字，不像一篇信息。请截取需要的部分再检查。")
    findings = check(text, kind=arguments.kind, form=arguments.form, written_on=arguments.date)
    if arguments.json:
        _write({"findings": [asdict(finding) for finding in findings]})
        return
    ends = [place for place, sign in enumerate(text) if sign == "\n"]
    for finding in findings:
        line = bisect_left(ends, finding.start) + 1
        sys.stdout.write(f"第{line}行 [{finding.severity}] {finding.relation} {finding.rule}：{finding.message}\n")


def _parse(arguments: argparse.Namespace) -> None:
    document = parse(_text_of(arguments.file))
    if arguments.json:
        blocks = [asdict(block) | {"text": block.span.of(document.text)} for block in document.blocks]
        _write({"title": document.title, "blocks": blocks})
        return
    sys.stdout.write(document.title + "\n")
    for block in document.blocks:
        sys.stdout.write(f"{block.kind:<10}{block.level or '':<3}{block.span.of(document.text)}\n")


def _diff(arguments: argparse.Namespace) -> None:
    rows = compare(_text_of(arguments.file), _text_of(arguments.other))
    if arguments.json:
        _write({"rows": [asdict(row) for row in rows]})
        return
    signs = {"same": " ", "changed": "~", "added": "+", "removed": "-", "moved": ">"}
    for row in rows:
        sides = ["".join(_marked(piece.kind, piece.text) for piece in side) for side in (row.old, row.new)]
        sys.stdout.write(
            f"{signs[row.kind]} {' → '.join(side for side in sides if side and row.kind != 'same') or sides[0]}\n"
        )


def _marked(kind: str, text: str) -> str:
    return {"removed": f"[-{text}-]", "added": f"{{+{text}+}}"}.get(kind, text)


def _similar(arguments: argparse.Namespace) -> None:
    one, other = _text_of(arguments.file), _text_of(arguments.other)
    passages = shared_passages(one, other)
    share = containment(one, other)
    if arguments.json:
        _write({"containment": round(share, 4), "passages": [asdict(passage) for passage in passages]})
        return
    sys.stdout.write(f"短文有{share:.0%}见于另一文\n")
    for passage in passages:
        sys.stdout.write(f"· {passage.left.of(one)}\n")
