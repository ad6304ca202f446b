"""Publications, issues and what is frozen with them."""

from qianliyan.bulletins.models.distribution import DistributionList, DistributionPlace
from qianliyan.bulletins.models.issue import Entry, Issue, IssueSignOff, Recipient
from qianliyan.bulletins.models.printing import Credit, PrintOrder
from qianliyan.bulletins.models.publication import Counter, Publication, Series

__all__ = [
    "Counter",
    "Credit",
    "DistributionList",
    "DistributionPlace",
    "Entry",
    "Issue",
    "IssueSignOff",
    "PrintOrder",
    "Publication",
    "Recipient",
    "Series",
]
