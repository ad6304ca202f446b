"""What every room stands on: refusals, clock and working days, web glue, templates and static files.

It has no models and knows nothing of the office's work.
"""
