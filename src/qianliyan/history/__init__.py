"""What happened: events, the one function that changes a state, seals that make the trail verifiable.

The lowest room with models. It knows no other room; things and people stand here as plain ids with names as they were.
"""
