"""Items and what belongs to them."""

from qianliyan.items.models.item import Item
from qianliyan.items.models.sign_off import SignOff
from qianliyan.items.models.submission import Submission
from qianliyan.items.models.tip import Tip
from qianliyan.items.models.version import Attachment, Correction, Import, Unsaved, Version

__all__ = ["Attachment", "Correction", "Import", "Item", "SignOff", "Submission", "Tip", "Unsaved", "Version"]
