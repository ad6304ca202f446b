"""What the desk keeps."""

from qianliyan.desk.models.draft import Draft, DraftVersion, Role, Source, UnsavedDraft
from qianliyan.desk.models.handling import Handling, HandlingKind
from qianliyan.desk.models.line import Line

__all__ = ["Draft", "DraftVersion", "Handling", "HandlingKind", "Line", "Role", "Source", "UnsavedDraft"]
