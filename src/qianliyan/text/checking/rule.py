"""What a rule is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from qianliyan.text.checking.context import Context
from qianliyan.text.checking.finding import Hit, Severity

Need = Literal["kind", "form", "date", "printed"]


@dataclass(frozen=True)
class Rule:
    """One thing an editor watches for.

    `relation` names the relation or requirement served and the harm avoided; `why` explains with its source;
    `needs` says what must be known about a text before the rule may speak.
    """

    id: str
    relation: str
    severity: Severity
    why: str
    find: Callable[[Context], Iterable[Hit]]
    needs: frozenset[Need] = frozenset()

    def speaks_of(self, context: Context) -> bool:
        """Tell whether all that the rule needs is known."""
        known = {
            "kind": context.kind is not None,
            "form": context.form is not None,
            "date": context.written_on is not None,
            "printed": bool(context.printed),
        }
        return all(known[need] for need in self.needs)
