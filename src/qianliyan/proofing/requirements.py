"""What of the checks stands between a text and its signature; pages show the same list that guards use."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from qianliyan.core.errors import Missing
from qianliyan.proofing.figures import Line
from qianliyan.proofing.findings import Found, Gate
from qianliyan.proofing.queries import Proof

MOST_NAMED = 3
WAYS = {
    Gate.SECRECY: gettext_lazy("请删去，或请保密审查人核准"),
    Gate.POLITICS: gettext_lazy("请改正；确需保留的，由签发人记明理由放行"),
    Gate.NOBODY: gettext_lazy("请填好再签，任何人不能放行"),
}


def blocking(proof: Proof, page: str) -> list[Missing]:
    """List every blocking finding that nobody has released, each with its place."""
    return list(_missing(proof.blocking, page))


def screening(proof: Proof, page: str) -> list[Missing]:
    """List what the secrecy reviewer has to release, or to have deleted, before he lets the text through."""
    return list(_missing(proof.secrets, page))


def unfilled(proof: Proof, page: str) -> list[Missing]:
    """List the placeholders, which stop a text even before its reviewers see it."""
    return list(_missing(proof.unfilled, page))


def figures_said(proof: Proof) -> str:
    """Say how many of the key figures were verified and name those that were not; empty for a text without any."""
    if not proof.lines:
        return ""
    counts = {"all": len(proof.lines), "verified": proof.verified_count, "names": _named(proof.unverified)}
    if not proof.verified_count:
        return _("%(all)d处关键数据，都还没有核实：%(names)s") % counts
    said = _("%(all)d处关键数据，%(verified)d处已核") % counts
    if proof.unverified:
        said += _("；未核：%(names)s") % {"names": _named(proof.unverified)}
    reworded = [line for line in proof.lines if line.verified and line.reworded]
    if reworded:
        said += _("；核实后前后文字改过：%(names)s") % {"names": _named(reworded)}
    return said


def _named(lines: list[Line]) -> str:
    names = "、".join(line.written for line in lines[:MOST_NAMED])
    return names if len(lines) <= MOST_NAMED else _("%(names)s等%(count)d处") % {"names": names, "count": len(lines)}


def _missing(found: Iterable[Found], page: str) -> Iterator[Missing]:
    for one in found:
        words = {"name": one.name, "quote": one.shown, "way": WAYS[one.gate]}
        yield Missing(_("%(name)s“%(quote)s”：%(way)s") % words, page)
