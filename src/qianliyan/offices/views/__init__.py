"""Seats: choosing, delegating."""
