"""`qianliyan score run|explain|check|show`. Exit 0: done; 1: refused, with lines and reasons."""

import argparse
import json
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from qianliyan.scoring import articles, output, reading, register, workbook
from qianliyan.scoring.errors import FactsRefused, Problem, Refused
from qianliyan.scoring.folding import Watch
from qianliyan.scoring.ledger import explain
from qianliyan.scoring.results import Result
from qianliyan.scoring.run import everybody, score_file
from qianliyan.scoring.scheme import OFFICES, PERSONS


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; refusals go to the error stream, one line each."""
    options = parser().parse_args(arguments)
    try:
        options.command(options)
    except Refused as refusal:
        sys.stderr.write("\n".join(refusal.lines()) + "\n")
        return 1
    return 0


def parser() -> argparse.ArgumentParser:
    """Describe the commands."""
    whole = argparse.ArgumentParser(prog="qianliyan score", description="按计分办法计算、解释和检查")
    commands = whole.add_subparsers(required=True, metavar="命令")
    run = commands.add_parser("run", help="计算得分和名次")
    inputs(run)
    run.add_argument("--format", choices=["table", "json", "xlsx"], default="table", help="输出格式")
    run.add_argument("--ledger", action="store_true", help="附全部明细和未计分的事实")
    run.add_argument("-o", "--output", type=Path, help="写入文件（xlsx必填，或重定向标准输出）")
    run.set_defaults(command=run_scheme)
    why = commands.add_parser("explain", help="逐笔解释一个单位或人员的得分")
    inputs(why)
    who = why.add_mutually_exclusive_group(required=True)
    who.add_argument("--office", help="单位")
    who.add_argument("--person", help="人员")
    why.add_argument("--format", choices=["text", "json"], default="text", help="输出格式")
    why.set_defaults(command=explain_name)
    check = commands.add_parser("check", help="检查计分办法")
    check.add_argument("scheme", type=Path, metavar="SCHEME.yaml")
    check.set_defaults(command=check_scheme)
    show = commands.add_parser("show", help="把计分办法写成条文；给出两个文件时比较其不同")
    show.add_argument("schemes", type=Path, nargs="+", metavar="SCHEME.yaml")
    show.set_defaults(command=show_schemes)
    return whole


def inputs(command: argparse.ArgumentParser) -> None:
    """Describe what both `run` and `explain` read."""
    command.add_argument("scheme", type=Path, metavar="SCHEME.yaml")
    command.add_argument("facts", type=Path, metavar="FACTS.jsonl")
    command.add_argument("--offices", type=Path, metavar="OFFICES.yaml", help="单位和人员名册")
    command.add_argument("--period", help="考核期，如2026、2026-03、2026-Q1、2026-H1")


def run_scheme(options: argparse.Namespace) -> None:
    """Calculate and print."""
    watch = everybody if options.ledger else None
    result = scored(options, watch)
    if options.format == "xlsx":
        data = workbook.as_xlsx(result)
    elif options.format == "json":
        data = output.as_json(result, lines=options.ledger).encode()
    else:
        data = output.as_table(result).encode()
    if options.output:
        options.output.write_bytes(data)
    else:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()


def scored(options: argparse.Namespace, watch: Watch | None) -> Result:
    """Read the inputs and calculate."""
    scheme = reading.read_file(options.scheme)
    known = register.read_file(options.offices) if options.offices else None
    return score_file(scheme, options.facts, known, options.period, watch)


def explain_name(options: argparse.Namespace) -> None:
    """Calculate while watching one name, and print why it has what it has."""
    subject, name = (OFFICES, options.office) if options.office else (PERSONS, options.person)
    result = scored(options, lambda kind, who: (kind, who) == (subject, name))
    if name not in {standing.name for standing in result.of(subject)}:
        raise FactsRefused([Problem(0, 0, f"名册和事实中都没有“{name}”")], str(options.facts))
    explanation = explain(result, subject, name)
    if options.format == "json":
        data = json.dumps(output.explanation_data(result, explanation), ensure_ascii=False, indent=1) + "\n"
    else:
        data = output.explanation_text(result, explanation)
    sys.stdout.buffer.write(data.encode())
    sys.stdout.flush()


def check_scheme(options: argparse.Namespace) -> None:
    """Say that a scheme can be used, and what it contains."""
    scheme = reading.read_file(options.scheme)
    parts = f"{len(scheme.rules)}条规则、{len(scheme.columns)}个计分栏、{len(scheme.quotas)}项任务"
    sys.stdout.write(f"{options.scheme}：可用。{scheme.title}（版本{scheme.version}），{parts}\n")


def show_schemes(options: argparse.Namespace) -> None:
    """Print one scheme as articles, or how each next one differs from the one before."""
    schemes = [reading.read_file(path) for path in options.schemes]
    if len(schemes) == 1:
        sys.stdout.write(articles.as_text(schemes[0]))
    for before, after in pairwise(schemes):
        sys.stdout.write("\n".join([f"{before.title} → {after.title}", *articles.changes(before, after)]) + "\n")
