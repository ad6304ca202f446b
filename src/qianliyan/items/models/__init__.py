"""Items and what belongs to them."""

from qianliyan.items.models.item import Attachment, Item, Version
from qianliyan.items.models.sign_off import SignOff
from qianliyan.items.models.submission import Submission

__all__ = ["Attachment", "Item", "SignOff", "Submission", "Version"]
