"""Failure pages, the living style sheet and the health check."""
