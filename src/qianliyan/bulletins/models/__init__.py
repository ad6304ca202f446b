"""Publications, issues and what is frozen with them."""

from qianliyan.bulletins.models.circulation import Correction, Dispatch, Edition, NamedReader, OtherForm, Proof
from qianliyan.bulletins.models.distribution import DistributionList, DistributionPlace
from qianliyan.bulletins.models.issue import Entry, Issue, IssueSignOff, Recipient
from qianliyan.bulletins.models.printing import Credit, PrintOption, PrintOrder
from qianliyan.bulletins.models.publication import Counter, Publication, Series

__all__ = [
    "Correction",
    "Counter",
    "Credit",
    "Dispatch",
    "DistributionList",
    "DistributionPlace",
    "Edition",
    "Entry",
    "Issue",
    "IssueSignOff",
    "NamedReader",
    "OtherForm",
    "PrintOption",
    "PrintOrder",
    "Proof",
    "Publication",
    "Recipient",
    "Series",
]
