"""Quotas: what is asked of a unit, how far it is, and the outcome as a fact that ordinary rules can value."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from qianliyan.scoring.exact import exact
from qianliyan.scoring.periods import Period, month_day, months_of
from qianliyan.scoring.scheme import Quota

ZERO = Fraction(0)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a unit is with a quota in one period; the target is None where nothing is asked of it."""

    quota: str
    period: Period
    done: Fraction
    target: Fraction | None

    @property
    def met(self) -> bool:
        """Tell whether the quota is fulfilled; one that was never set is."""
        return self.target is None or self.done >= self.target

    @property
    def missing(self) -> Fraction:
        """Give what is lacking."""
        return ZERO if self.target is None else max(self.target - self.done, ZERO)

    @property
    def ratio(self) -> Fraction:
        """Give the part that is done, 1 where nothing was asked."""
        return self.done / self.target if self.target else Fraction(1)

    def attributes(self) -> dict[str, Any]:
        """Describe the outcome as a fact."""
        last = self.period.last
        return {
            "fact": "quota_met" if self.met else "quota_missed",
            "quota": self.quota,
            "done": self.done,
            "target": self.target,
            "missing": self.missing,
            "excess": ZERO if self.target is None else max(self.done - self.target, ZERO),
            "ratio": self.ratio,
            "on": last,
            "month": month_day(months_of(last)),
        }


def target(quota: Quota, known: Mapping[str, Any]) -> Fraction | None:
    """Give what is asked of a unit by what the register knows of it; None if nothing is."""
    aim = quota.target
    if not quota.receivers.holds(known):
        return None
    if aim.table is not None:
        return aim.table.get(str(known.get(aim.by)))
    if aim.register:
        asked = known.get("targets", {}).get(aim.register)
        return None if asked is None else exact(asked)
    if aim.per_head is not None:
        return aim.per_head * exact(known["heads"]) if "heads" in known else None
    return aim.number


def overall(function: str, parts: list[Progress]) -> Fraction:
    """Put a quota's periods together for a formula."""
    done = sum((part.done for part in parts), ZERO)
    asked = sum((part.target or ZERO for part in parts), ZERO)
    if function == "met":
        return Fraction(all(part.met for part in parts))
    if function == "missing":
        return sum((part.missing for part in parts), ZERO)
    if function == "ratio":
        return done / asked if asked else Fraction(1)
    return done if function == "done" else asked
