"""稿件卷: everything about one submission that this reader may see, in one place.

The unit finds every version it wrote; the receiving office the signed one and what was made of it afterwards.
"""

from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Prefetch

from qianliyan.desk import as_sent
from qianliyan.desk.models import Draft, DraftVersion, Handling, Question, Source
from qianliyan.desk.papers import Paragraph, paragraphs_of
from qianliyan.desk.queries import handlings_of, questions_of
from qianliyan.items.models import SignOff, Submission
from qianliyan.offices.audiences import visible_to
from qianliyan.offices.models import Seat


@dataclass(frozen=True)
class Text:
    """One text in the file: whose it is, when and why it arose."""

    label: str
    title: str
    by: str
    at: datetime
    why: str
    paragraphs: list[Paragraph] = field(default_factory=list)
    signed: bool = False


@dataclass(frozen=True)
class Dossier:
    """The parts of the file in their order."""

    submission: Submission
    of_unit: bool
    manuscripts: list[Text]
    sign_offs: list[SignOff]
    handlings: list[Handling]
    questions: list[Question]
    drafts: list[tuple[Draft, list[Text]]]


def dossier_of(submission: Submission, seat: Seat) -> Dossier:
    """Put the file together for this reader."""
    of_unit = seat.office_id == submission.sender_id
    return Dossier(
        submission=submission,
        of_unit=of_unit,
        manuscripts=_manuscripts(submission, of_unit=of_unit),
        sign_offs=list(as_sent.sign_offs_of(submission)),
        handlings=handlings_of([submission]).get(submission.pk, [])[::-1],
        questions=questions_of([submission]).get(submission.pk, []),
        drafts=_drafts(submission, seat),
    )


def _manuscripts(submission: Submission, *, of_unit: bool) -> list[Text]:
    versions = submission.item.versions.order_by("number") if of_unit else [submission.version]
    return [
        Text(
            label=str(version.number),
            title=version.title,
            by=version.by if of_unit else "",
            at=version.at if of_unit else submission.sent_at,
            why=str(version.get_why_display()) if of_unit else "",
            paragraphs=paragraphs_of(version.body),
            signed=version.pk == submission.version_id,
        )
        for version in versions
    ]


def _drafts(submission: Submission, seat: Seat) -> list[tuple[Draft, list[Text]]]:
    """Return what the reader's office made of it; a unit sees no drafts of the office above."""
    own = Source.objects.filter(submission=submission).values("draft")
    kept = Prefetch("versions", queryset=DraftVersion.objects.order_by("number"))
    found = visible_to(Draft, seat).filter(pk__in=own).select_related("editor").prefetch_related(kept).order_by("pk")
    return [(draft, [_text(version) for version in draft.versions.all()]) for draft in found]


def _text(version: DraftVersion) -> Text:
    paragraphs = paragraphs_of(version.body)
    return Text(str(version.number), version.title, version.by, version.at, version.why, paragraphs)
