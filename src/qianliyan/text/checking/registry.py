"""Every rule there is, listed by hand: what is not here does not run."""

from types import ModuleType

from qianliyan.text.checking.rule import Rule
from qianliyan.text.checking.rules import (
    calendar,
    figures,
    growth,
    numbering,
    numerals,
    pairing,
    personal,
    placeholders,
    politics,
    punctuation,
    ratios,
    repetition,
    secrecy,
    shares,
    sums,
    wording,
)

FAMILIES: dict[str, ModuleType] = {
    "sums": sums,
    "shares": shares,
    "growth": growth,
    "figures": figures,
    "ratios": ratios,
    "calendar": calendar,
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
