"""A trial beside what stands: every unit's points and place, and the share of each class of results."""

from dataclasses import dataclass
from decimal import Decimal

from qianliyan.assessment.composition import ABOVE, CLASSES, EFFECT
from qianliyan.assessment.models import Calculation, Standing
from qianliyan.assessment.queries import units_in
from qianliyan.assessment.tables import CLASS_NAMES, parts_of
from qianliyan.core.errors import Text

GOOD = (ABOVE, EFFECT)


@dataclass(frozen=True)
class Change:
    """One unit: by the rules that are tried, and by those that stand."""

    tried: Standing
    before: Standing | None

    @property
    def difference(self) -> Decimal | None:
        """Points more or fewer."""
        return None if self.before is None else (self.tried.total - self.before.total).normalize()

    @property
    def places(self) -> int | None:
        """Places up or down."""
        if self.before is None or self.before.rank is None or self.tried.rank is None:
            return None
        return self.before.rank - self.tried.rank


@dataclass(frozen=True)
class Share:
    """A class of results with its points and its share of all."""

    name: Text
    points: float
    percent: float


def changes(trial: Calculation, standing: Calculation | None) -> list[Change]:
    """Return every unit's change, in the order of the trial."""
    before = {row.unit_id: row for row in units_in(standing)} if standing else {}
    return [Change(row, before.get(row.unit_id)) for row in units_in(trial)]


def shares(calculation: Calculation) -> list[Share]:
    """Return what all units' points together are made of."""
    sums = [sum(column) for column in zip(*map(parts_of, units_in(calculation)), strict=True)] or [0.0] * len(CLASSES)
    whole = sum(sums)
    return [
        Share(CLASS_NAMES[kind], round(points, 1), round(100 * points / whole, 1) if whole else 0)
        for kind, points in zip(CLASSES, sums, strict=True)
    ]


def quality(calculation: Calculation) -> float:
    """Return the share of instructions, adoption above and effect in percent."""
    found = dict(zip(CLASSES, shares(calculation), strict=True))
    return round(sum(found[kind].percent for kind in GOOD), 1)
