"""Every rule there is, listed by hand: what is not here does not run."""

from types import ModuleType

from qianliyan.text.checking.rule import Rule
from qianliyan.text.checking.rules import (
    breadth,
    calendar,
    completeness,
    concision,
    depth,
    figures,
    growth,
    numbering,
    numerals,
    pairing,
    personal,
    placeholders,
    politics,
    praise,
    punctuation,
    ratios,
    repetition,
    secrecy,
    shares,
    substance,
    sums,
    timeliness,
    titles,
    wording,
)

FAMILIES: dict[str, ModuleType] = {
    "sums": sums,
    "shares": shares,
    "growth": growth,
    "figures": figures,
    "ratios": ratios,
    "calendar": calendar,
    "depth": depth,
    "substance": substance,
    "completeness": completeness,
    "breadth": breadth,
    "concision": concision,
    "praise": praise,
    "titles": titles,
    "timeliness": timeliness,
    "politics": politics,
    "secrecy": secrecy,
    "personal": personal,
    "placeholders": placeholders,
    "numbering": numbering,
    "pairing": pairing,
    "punctuation": punctuation,
    "numerals": numerals,
    "wording": wording,
    "repetition": repetition,
}
RULES: dict[str, Rule] = {rule.id: rule for family in FAMILIES.values() for rule in family.RULES}
