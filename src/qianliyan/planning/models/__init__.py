"""What an office asks of the units below it."""

from qianliyan.planning.models.commission import Addressee, Commission, Contact
from qianliyan.planning.models.key_point import KeyPoint
from qianliyan.planning.models.key_task import KeyTask, KeyTaskUnit

__all__ = ["Addressee", "Commission", "Contact", "KeyPoint", "KeyTask", "KeyTaskUnit"]
