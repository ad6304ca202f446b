"""Keeping what was worked out: the file behind it, and a standing for every unit and person."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from qianliyan.assessment.account import Worked
from qianliyan.assessment.composition import by_month
from qianliyan.assessment.counting import counted, figures
from qianliyan.assessment.models import Calculation, Standing
from qianliyan.core import clock
from qianliyan.files.actions import keep
from qianliyan.files.content import GZIP
from qianliyan.history.actors import Actor
from qianliyan.scoring.scheme import OFFICES


def store(calculation: Calculation, worked: Worked, *, by: Actor) -> dict[str, Any]:
    """Keep the file and the standings of a calculation; return the columns that say so."""
    name = f"{calculation.office.short_name}-{calculation.label}.jsonl.gz"
    file = keep(worked.packed, name, allowed=(GZIP,), by=by)
    Standing.objects.bulk_create(_standings(calculation, worked), batch_size=500)
    return {
        "file": file,
        "digest": worked.digest,
        "facts": len(worked.account.facts),
        "figures": figures(worked.account.facts, worked.result.period),
        "columns": [column.name for column in worked.result.scheme.columns],
        "unscored": dict(worked.result.reasons),
        "made_at": clock.now(),
        "error": "",
    }


def _standings(calculation: Calculation, worked: Worked) -> list[Standing]:
    result, book, numbers = worked.result, worked.account, worked.account.numbers
    counts = counted(book.facts, result.period, book.level, book.register())
    months = by_month(result, clock.today())
    found = []
    for position, one in enumerate(result.standings):
        unit = one.subject == OFFICES
        found.append(
            Standing(
                calculation=calculation,
                position=position,
                unit_id=numbers.get((one.subject, one.name)) if unit else None,
                person_id=None if unit else numbers.get((one.subject, one.name)),
                name=one.name,
                group=one.group,
                rank=one.rank,
                total=_decimal(one.total),
                printed=result.text(one.total, result.scheme.total),
                columns={name: result.text(value, name) for name, value in one.columns.items()},
                counts=_counts(worked, one.name, counts) | _trend(months.get(one.name)) if unit else {},
                marks=[*one.marks, *(decision.award for decision in one.decisions if decision.won)],
            )
        )
    return found


def _counts(worked: Worked, name: str, counts: Mapping[str, Mapping[str, int]]) -> dict[str, Any]:
    made_of = worked.compositions[name]
    parts = {kind: float(value) for kind, value in made_of.parts.items()}
    return {**counts.get(name, {}), "parts": parts, "quality": float(made_of.quality)}


def _trend(months: list[float] | None) -> dict[str, Any]:
    return {"months": months} if months else {}


def _decimal(value: Fraction) -> Decimal:
    return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(Decimal("0.0001"))
