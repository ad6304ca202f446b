"""What the desk keeps."""

from qianliyan.desk.models.digest import Digest
from qianliyan.desk.models.draft import Draft, DraftVersion, Role, Source, UnsavedDraft
from qianliyan.desk.models.handling import Handling, HandlingKind
from qianliyan.desk.models.line import Line
from qianliyan.desk.models.mail import Mail, MailAddress
from qianliyan.desk.models.opinion import Opinion, Verdict
from qianliyan.desk.models.presence import Presence
from qianliyan.desk.models.question import Question
from qianliyan.desk.models.upward import Upward

__all__ = [
    "Digest",
    "Draft",
    "DraftVersion",
    "Handling",
    "HandlingKind",
    "Line",
    "Mail",
    "MailAddress",
    "Opinion",
    "Presence",
    "Question",
    "Role",
    "Source",
    "UnsavedDraft",
    "Upward",
    "Verdict",
]
