"""Rows to search and fingerprints to compare, put here by the rooms that own the texts, in their transaction.

The text library does the work; this room keeps its results so that both databases find the same. A row says for whom it
may be; whether somebody sees the thing itself, `offices.audiences` decides every time.
"""
