"""The library's doors: fold facts, merge what was folded apart, finish; or all in one."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from qianliyan.scoring.errors import Doubtful, FactsRefused, Problem
from qianliyan.scoring.facts import Intake, Shape, line_of
from qianliyan.scoring.folding import DoubtfulFacts, Fold, Watch
from qianliyan.scoring.partial import Partial
from qianliyan.scoring.register import Register, merged, of_scheme
from qianliyan.scoring.results import Result, finish
from qianliyan.scoring.scheme import Scheme


def everybody(_subject: str, _name: str) -> bool:
    """Watch everybody: a full ledger, for closing a period or a spreadsheet."""
    return True


def fold_lines(
    scheme: Scheme, lines: Iterable[bytes], register: Register | None = None, watch: Watch | None = None
) -> Partial:
    """Fold JSONL facts; all facts of one item must be in the same part."""
    known, shape = whole_register(scheme, register), Shape(scheme)
    intake = Intake(shape, known, scheme.calendar)
    partial = Fold(scheme, known, shape, watch).run(intake.lines(lines))
    partial.ids = intake.ids
    return partial


def fold_rows(
    scheme: Scheme, rows: Iterable[Mapping[str, Any]], register: Register | None = None, watch: Watch | None = None
) -> Partial:
    """Fold facts that are mappings already, as a database gives them."""
    known, shape = whole_register(scheme, register), Shape(scheme)
    intake = Intake(shape, known, scheme.calendar)
    partial = Fold(scheme, known, shape, watch).run(intake.rows(rows))
    partial.ids = intake.ids
    return partial


def whole_register(scheme: Scheme, register: Register | None) -> Register:
    """Put a given register over the scheme's own."""
    return merged(of_scheme(scheme), register) if register else of_scheme(scheme)


def finished(scheme: Scheme, partial: Partial, register: Register | None = None, period: str | None = None) -> Result:
    """Work out the standings of a period."""
    try:
        return finish(scheme, whole_register(scheme, register), partial, period)
    except Doubtful as doubt:
        raise FactsRefused([Problem(0, 0, str(doubt))]) from doubt


def score(
    scheme: Scheme,
    rows: Iterable[Mapping[str, Any]],
    register: Register | None = None,
    period: str | None = None,
    watch: Watch | None = None,
) -> Result:
    """Score facts that are mappings."""
    return finished(scheme, fold_rows(scheme, rows, register, watch), register, period)


def score_file(
    scheme: Scheme,
    path: Path,
    register: Register | None = None,
    period: str | None = None,
    watch: Watch | None = None,
) -> Result:
    """Score a JSONL file; every doubt comes with its line."""
    try:
        with path.open("rb") as lines:
            partial = fold_lines(scheme, lines, register, watch)
        return finished(scheme, partial, register, period)
    except DoubtfulFacts as doubts:
        found = [Problem(line_of(path, fact), 0, f"事实“{fact}”：{text}") for fact, text in doubts.doubts]
        raise FactsRefused(found, str(path)) from doubts
    except FactsRefused as refusal:
        raise FactsRefused(list(refusal.problems), str(path)) from refusal
    except OSError as error:
        raise FactsRefused([Problem(0, 0, f"读不出文件：{error.strerror}")], str(path)) from error
