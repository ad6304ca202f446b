"""Fetching is authorising: every view gets its text here, and whoever may not see it gets a 404."""

from uuid import UUID

from django.http import Http404
from django.utils.translation import gettext as _

from qianliyan.core.errors import Unreadable
from qianliyan.core.web import Request
from qianliyan.proofing.findings import Found
from qianliyan.proofing.forms import WordsForm
from qianliyan.proofing.queries import Proof, proof_of
from qianliyan.proofing.subjects import Subject, beside_printed, find


def subject_of(request: Request, uid: UUID) -> Subject:
    """Return the text, as it was saved or as the page that asks holds it, beside what was printed before."""
    subject = saved_subject(request, uid)
    if request.method == "POST" and subject.open:
        subject = WordsForm(request.POST).on(subject)
    return beside_printed(request.seat, subject) if subject.open else subject


def saved_subject(request: Request, uid: UUID) -> Subject:
    """Return the text as it was saved, whatever the page that asks holds: who wrote its words is known."""
    subject = find(request.seat, uid)
    if subject is None:
        raise Http404
    return subject


def marked_as_saved(subject: Subject, mark: str) -> Found:
    """Return the finding in the saved words; what is not saved yet cannot be released."""
    found = next((one for one in proof_of(subject).found if one.mark == mark), None)
    if found is None:
        raise Unreadable(_("这处文字已改动或还没有保存，请先保存再放行。"))
    return found


def marked(proof: Proof, mark: str) -> Found:
    """Return the finding that is meant; once the words were changed there is none."""
    found = next((one for one in proof.found if one.mark == mark), None)
    if found is None:
        raise Http404
    return found


def proof_for(request: Request, uid: UUID) -> Proof:
    """Return the text proofed."""
    return proof_of(subject_of(request, uid))
