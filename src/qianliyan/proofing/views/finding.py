"""Fetching is authorising: every view gets its text here, and whoever may not see it gets a 404."""

from uuid import UUID

from django.http import Http404

from qianliyan.core.web import Request
from qianliyan.proofing.findings import Found
from qianliyan.proofing.forms import WordsForm
from qianliyan.proofing.queries import Proof, proof_of
from qianliyan.proofing.subjects import Subject, find


def subject_of(request: Request, uid: UUID) -> Subject:
    """Return the text, as it was saved or as the page that asks holds it."""
    subject = find(request.seat, uid)
    if subject is None:
        raise Http404
    return WordsForm(request.POST).on(subject) if request.method == "POST" and subject.open else subject


def marked(proof: Proof, mark: str) -> Found:
    """Return the finding that is meant; once the words were changed there is none."""
    found = next((one for one in proof.found if one.mark == mark), None)
    if found is None:
        raise Http404
    return found


def proof_for(request: Request, uid: UUID) -> Proof:
    """Return the text proofed."""
    return proof_of(subject_of(request, uid))
