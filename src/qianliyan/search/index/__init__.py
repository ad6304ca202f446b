"""The index of each database: FTS5 without content in SQLite, a GIN index over an expression in PostgreSQL.

Both answer `asked.Asked` with the same places in the same order; `text.finding.grading` says which.
"""
