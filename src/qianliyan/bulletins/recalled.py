"""What still stands between a recalled issue and the signature under its reprint (收回重印)."""

from collections.abc import Iterable, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from qianliyan.bulletins.mended import Menders, barred_by, subject_of
from qianliyan.bulletins.models import Entry, Issue
from qianliyan.bulletins.queries.copies import recalled_edition, undecided
from qianliyan.bulletins.queries.issues import signatories_for
from qianliyan.configuration.values import Values
from qianliyan.core.errors import Missing
from qianliyan.proofing.queries import proofs_of
from qianliyan.proofing.requirements import blocking


def before_reprinting(issue: Issue, entries: Sequence[Entry], menders: Menders) -> list[Missing]:
    """List what blocks a mended issue from being signed again: copies still out, unchecked words, nobody to sign."""
    return [*_copies_out(issue), *_blocking_in_mended(issue, entries, menders), *_nobody_to_sign_again(issue, menders)]


def _copies_out(issue: Issue) -> Iterable[Missing]:
    """Name everybody who still holds numbered copies of the recalled edition."""
    link = f"{reverse('bulletins:distribution', args=[issue.uid])}#recalled"
    for line in undecided(issue, recalled_edition(issue)):
        words = {"name": line.name, "copies": line.out, "numbers": line.numbers_out}
        yield Missing(_("旧版未清退：%(name)s%(copies)d份（%(numbers)s）") % words, link)


def _blocking_in_mended(issue: Issue, entries: Sequence[Entry], menders: Menders) -> list[Missing]:
    subjects = [subject_of(_with_office(entry, issue), menders) for entry in entries]
    proofs = proofs_of(subjects, Values(issue.office)) if subjects else {}
    return [
        Missing(_("“%(title)s”：%(what)s") % {"title": entry.title, "what": one.text}, one.link)
        for entry in entries
        for one in blocking(proofs[entry.uid], reverse("proofing:findings", args=[entry.uid]))
    ]


def _nobody_to_sign_again(issue: Issue, menders: Menders) -> Iterable[Missing]:
    barred = barred_by(menders)
    if all(seat.person_id in barred for seat in signatories_for(issue)):
        yield Missing(_("没有能签发重印的人：编排人和改过稿件的人不能签，请安排别的签发岗位或授权代签"))


def _with_office(entry: Entry, issue: Issue) -> Entry:
    entry.draft.office = issue.office
    return entry
