"""报送把关: which leader clears an item of which kind before it is signed; read from the office's setting."""

from collections.abc import Sequence
from dataclasses import dataclass

from qianliyan.items.kinds import Kind

ALL = "全部"


@dataclass(frozen=True)
class Clearance:
    """The leaders by kind, and the lines that say nothing understandable."""

    names: dict[str, str]
    doubtful: tuple[str, ...]

    def name_for(self, kind: str) -> str:
        """Return who clears items of this kind; nobody when the office wants no clearance."""
        return self.names.get(kind) or self.names.get(ALL, "")


def read(lines: Sequence[str]) -> Clearance:
    """Read lines such as 问题：余向东."""
    kinds = {str(kind.label): kind.value for kind in Kind} | {ALL: ALL}
    names, doubtful = {}, []
    for line in filter(None, map(str.strip, lines)):
        kind, _sign, name = (part.strip() for part in line.replace(":", "：").partition("："))
        if kind in kinds and name:
            names[kinds[kind]] = name
        else:
            doubtful.append(line)
    return Clearance(names, tuple(doubtful))
