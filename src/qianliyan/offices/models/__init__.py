"""Offices through time, and who sits in them."""

from qianliyan.offices.models.office import Office, Phase, Succession
from qianliyan.offices.models.seat import Enrolment, Post, Seat

__all__ = ["Enrolment", "Office", "Phase", "Post", "Seat", "Succession"]
