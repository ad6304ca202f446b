"""Finds texts by any two adjacent characters: what is folded, how a text is cut, what a query means, how hits rank.

Everything here is pure; an index only has to keep the promise of `grading`. See docs/algorithms/finding.md.
"""
