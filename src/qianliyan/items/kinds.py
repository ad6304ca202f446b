"""Kinds, forms and urgency as items use them; the words themselves are everybody's (`core.kinds`)."""

from qianliyan.core.kinds import PROTECTED, Form, Kind, Urgency

__all__ = ["PROTECTED", "Form", "Kind", "Urgency"]
