"""What still stands between an issue and its signature, and what a composer should know besides."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from qianliyan.bulletins.layouts import column_of
from qianliyan.bulletins.models import Issue
from qianliyan.bulletins.proofs_held import proofs_held
from qianliyan.bulletins.queries.issues import signatories_for
from qianliyan.bulletins.queries.pieces import Piece, pieces_of
from qianliyan.bulletins.queries.printed import printed_before
from qianliyan.configuration.values import Values
from qianliyan.core.errors import Missing
from qianliyan.desk.opinions import awaited_for
from qianliyan.desk.proofs import subject_of
from qianliyan.items.models import Submission
from qianliyan.offices.models import Seat
from qianliyan.proofing.queries import Proof, proofs_of
from qianliyan.proofing.requirements import blocking, figures_said

Proofs = Mapping[UUID, Proof]


def proofs_in(issue: Issue, pieces: Sequence[Piece]) -> Proofs:
    """Return the texts of an open issue proofed; what was merely set aside does not matter any more."""
    drafts = [piece.draft for piece in pieces]
    for draft in drafts:
        draft.office = issue.office
    subjects = [replace(subject_of(draft), has_ignored=False) for draft in drafts]
    return proofs_of(subjects, Values(issue.office)) if subjects else {}


def before_signing(
    issue: Issue,
    pieces: Sequence[Piece] | None = None,
    signatories: Sequence[Seat] | None = None,
    proofs: Proofs | None = None,
) -> list[Missing]:
    """List everything that is missing before the issue can be signed; pages pass what they hold already."""
    pieces = pieces_of(issue) if pieces is None else pieces
    proofs = proofs_in(issue, pieces) if proofs is None else proofs
    missing = [*_missing_entries(issue, pieces), *_missing_tail(issue)]
    for piece in pieces:
        missing += [*_missing_in(piece), *_blocking_in(piece, proofs)]
    if not (signatories_for(issue) if signatories is None else signatories):
        missing.append(Missing(_("没有能签发这一期的人：编排人不能签发自己编的一期，请安排签发岗位或授权代签")))
    return missing


def unverified(pieces: Sequence[Piece], proofs: Proofs) -> list[Missing]:
    """Say of each text how many of its key figures were verified, and name the others; nothing of this blocks."""
    return [one for piece in pieces for one in _figures_in(piece, proofs)]


def before_printing(issue: Issue) -> list[Missing]:
    """List the proofs that the publication asks for and nobody has read of this content."""
    wanted = issue.publication.proofs
    if not wanted:
        return []
    read = proofs_held(issue, pieces_of(issue))
    names = {1: _("还没有一校"), 2: _("还没有二校")}
    return [Missing(names[turn], f"{_page(issue)}#proofs") for turn in range(1, wanted + 1) if turn not in read]


def hints(issue: Issue, pieces: Sequence[Piece] | None = None) -> list[Missing]:
    """List what deserves a look and does not block."""
    pieces = pieces_of(issue) if pieces is None else pieces
    found = [_misplaced(piece) for piece in pieces if not issue.publication.protected and piece.draft.shielded]
    if issue.publication.columns:
        found += [_without_column(piece) for piece in pieces if not column_of(issue, piece.entry)]
    found += [_written_here(piece) for piece in pieces if piece.draft.own_reason and not piece.submissions]
    found += [*_awaited(pieces), *_too_few_copies(issue)]
    earlier = printed_before(pieces)
    for piece in pieces:
        for submission in piece.submissions:
            if submission.pk in earlier:
                before = earlier[submission.pk].entry.issue
                words = {"title": piece.draft.title, "issue": before}
                found.append(Missing(_("“%(title)s”的来稿已在《%(issue)s》刊发过") % words, _page(before)))
    return found


def _too_few_copies(issue: Issue) -> Iterable[Missing]:
    """Say when the distribution lists hand out more copies than are printed; the page's query has counted them."""
    listed = getattr(issue, "listed_copies", None) or 0
    if listed > issue.copies:
        words = {"listed": listed, "copies": issue.copies}
        tail = reverse("bulletins:tail", args=[issue.uid])
        yield Missing(_("分送名单共%(listed)d份，印数只有%(copies)d份") % words, f"{tail}#id_copies")


def _missing_entries(issue: Issue, pieces: Sequence[Piece]) -> Iterable[Missing]:
    if not pieces:
        yield Missing(_("还没有编入稿件"), f"{_page(issue)}#stock")


def _missing_tail(issue: Issue) -> Iterable[Missing]:
    """Ask for every list that the publication always has, and for somebody to receive the issue."""
    form = reverse("bulletins:tail", args=[issue.uid])
    standing = issue.publication
    lists = (
        (_("报"), issue.report_to, standing.report_to, "report_to"),
        (_("送"), issue.send_to, standing.send_to, "send_to"),
        (_("发"), issue.distribute_to, standing.distribute_to, "distribute_to"),
    )
    for label, given, usual, name in lists:
        if usual and not given:
            yield Missing(_("“%(label)s”的名单没有填") % {"label": label}, f"{form}#id_{name}")
    if not any(given or usual for _label, given, usual, _name in lists):
        yield Missing(_("报、送、发都没有填"), f"{form}#id_report_to")
    if standing.protected and not issue.scope and not issue.report_to:
        yield Missing(_("限定阅读范围的刊物要写明给谁看：知悉范围或“报”"), f"{form}#id_scope")
    if not issue.copies:
        yield Missing(_("印数没有填"), f"{form}#id_copies")


def _missing_in(piece: Piece) -> Iterable[Missing]:
    draft, link = piece.draft, reverse("desk:draft", args=[piece.draft.uid])
    title = draft.title or _("第%(number)d条") % {"number": piece.entry.position + 1}
    if not draft.title.strip():
        yield Missing(_("%(title)s没有题目") % {"title": title}, link)
    if not draft.body.strip():
        yield Missing(_("“%(title)s”没有正文") % {"title": title}, link)
    if not piece.submissions and not draft.own_reason:
        yield Missing(_("“%(title)s”没有出处") % {"title": title}, link)
    for submission in piece.submissions:
        if not _signed(submission):
            words = {"title": title, "unit": submission.sender_name}
            yield Missing(_("“%(title)s”：%(unit)s的来稿没有签发人") % words, link)


def _blocking_in(piece: Piece, proofs: Proofs) -> Iterable[Missing]:
    page = reverse("proofing:findings", args=[piece.draft.uid])
    for one in blocking(proofs[piece.draft.uid], page):
        words = {"title": piece.draft.title, "what": one.text}
        yield Missing(_("“%(title)s”：%(what)s") % words, one.link)


def _figures_in(piece: Piece, proofs: Proofs) -> Iterable[Missing]:
    if said := figures_said(proofs[piece.draft.uid]):
        words = {"title": piece.draft.title, "what": said}
        yield Missing(_("“%(title)s”：%(what)s") % words, reverse("proofing:verification", args=[piece.draft.uid]))


def _signed(submission: Submission) -> bool:
    return bool(submission.signatory_name) or submission.signed_on_paper


def _misplaced(piece: Piece) -> Missing:
    words = {"title": piece.draft.title}
    return Missing(_("“%(title)s”是问题、预警，或含有这类来稿，建议进限定阅读范围的刊物") % words)


def _without_column(piece: Piece) -> Missing:
    link = reverse("bulletins:entry_setting", args=[piece.entry.uid])
    return Missing(_("“%(title)s”没有选栏目，排在各栏目之前") % {"title": piece.draft.title}, link)


def _awaited(pieces: Sequence[Piece]) -> list[Missing]:
    """Name every opinion that was asked for and has not come; no query when the entries' own said there is none."""
    asked = {piece.draft.pk: piece.draft for piece in pieces if vars(piece.draft).get("awaits_opinion")}
    return [
        Missing(
            _("“%(title)s”：%(who)s的会签意见还没有反馈")
            % {"title": asked[opinion.draft_id].title, "who": opinion.who},
            f"{reverse('desk:draft', args=[asked[opinion.draft_id].uid])}#opinions",
        )
        for opinion in (awaited_for(asked.values()) if asked else ())
    ]


def _written_here(piece: Piece) -> Missing:
    words = {"title": piece.draft.title, "who": piece.draft.editor, "why": piece.draft.own_reason}
    text = _("“%(title)s”没有来稿，%(who)s自拟：%(why)s") % words
    return Missing(text, reverse("desk:draft", args=[piece.draft.uid]))


def _page(issue: Issue) -> str:
    return reverse("bulletins:issue", args=[issue.uid])
