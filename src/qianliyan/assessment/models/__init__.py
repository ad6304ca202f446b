"""What an office records, rules, works out and closes."""

from qianliyan.assessment.models.calculation import Calculation, Standing
from qianliyan.assessment.models.circular import Circular, ReviewRequest
from qianliyan.assessment.models.comment import Comment
from qianliyan.assessment.models.grouping import AnnualFigure, Grouping
from qianliyan.assessment.models.hearing import Claim, Determination
from qianliyan.assessment.models.letter import Letter
from qianliyan.assessment.models.period import Period
from qianliyan.assessment.models.reconciliation import ReconciledLine, Reconciliation
from qianliyan.assessment.models.recorded import RecordedFact, RecordedShare, Revocation
from qianliyan.assessment.models.scheme import Scheme

__all__ = [
    "AnnualFigure",
    "Calculation",
    "Circular",
    "Claim",
    "Comment",
    "Determination",
    "Grouping",
    "Letter",
    "Period",
    "ReconciledLine",
    "Reconciliation",
    "RecordedFact",
    "RecordedShare",
    "ReviewRequest",
    "Revocation",
    "Scheme",
    "Standing",
]
