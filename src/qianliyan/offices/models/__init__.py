"""Offices through time, and who sits in them."""

from qianliyan.offices.models.office import Office, Phase, Succession
from qianliyan.offices.models.seat import Post, Seat

__all__ = ["Office", "Phase", "Post", "Seat", "Succession"]
