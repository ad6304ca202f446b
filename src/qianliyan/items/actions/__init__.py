"""The verbs of a unit's work on its items, by noun."""
