"""Scoring: a scheme (data) and facts become ledger lines, totals, ranks and awards.

Pure: no clock, no database, no floating point. A fold item by item, a reduce by unit
(docs/algorithms/scoring.md). Deciding what is a fact is the work of other rooms.
"""
