"""Writes items as units write them: seeded, pure, without Django and without the clock.

Words stand in `topics/*.txt` (a subject of the year with its facts, measures, problems, causes and proposals),
`events.txt` (one event, told by several units) and `meetings.txt`; the modules only put them together. All places,
people and figures are invented.
"""
