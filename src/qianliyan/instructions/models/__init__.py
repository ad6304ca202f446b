"""What lies before leaders, what they instruct, what is done about it, and what the sources are told."""

from qianliyan.instructions.models.following import Extension, Forwarding, HandlingReport, Reminder
from qianliyan.instructions.models.instruction import Instruction, Proposal, Register
from qianliyan.instructions.models.presentation import Circle, Phrases, Presentation, Reader
from qianliyan.instructions.models.telling import Telling

__all__ = [
    "Circle",
    "Extension",
    "Forwarding",
    "HandlingReport",
    "Instruction",
    "Phrases",
    "Presentation",
    "Proposal",
    "Reader",
    "Register",
    "Reminder",
    "Telling",
]
