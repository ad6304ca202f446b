"""Requests about assessing."""
