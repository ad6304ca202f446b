"""What the desk keeps."""

from qianliyan.desk.models.draft import Draft, DraftVersion, Role, Source, UnsavedDraft
from qianliyan.desk.models.handling import Handling, HandlingKind

__all__ = ["Draft", "DraftVersion", "Handling", "HandlingKind", "Role", "Source", "UnsavedDraft"]
