"""Who has which part in what is recorded: by the frozen credits, by the chain behind what was sent up, or as named."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from qianliyan.assessment.chains import shares_behind
from qianliyan.assessment.models import RecordedShare
from qianliyan.bulletins.models import Credit, Entry
from qianliyan.core.errors import Unreadable
from qianliyan.items.models import Submission
from qianliyan.offices.models import Office

# A share with the number of the unit's own item, 0 where there is none.
Parted = tuple[RecordedShare, int]


@dataclass(frozen=True)
class About:
    """What an entry is about: a printed entry, a submission, or only a title with the units that have part in it."""

    title: str = ""
    entry: Entry | None = None
    submission: Submission | None = None
    units: Sequence[Office] = ()

    @property
    def named(self) -> str:
        """The title that was given, or that of the piece."""
        piece = self.entry or self.submission
        return self.title or (piece.title if piece else "")


def parts_in(about: About, office: int) -> list[Parted]:
    """Return who has which part, with the unit's item where there is one."""
    if about.submission and about.submission.sender_id == office:
        # The office's own report to the office above: nobody has part in it if it wrote it by itself.
        return _behind(about.submission, office)
    if about.entry:
        found = _of_entry(about.entry, office)
    elif about.submission:
        found = _of_submission(about.submission, office)
    else:
        found = [(RecordedShare(unit=unit), 0) for unit in about.units]
    if not found:
        raise Unreadable(_("请选定有份的单位；选本单位刊发的信息时，份额按刊发时的记录。"))
    return found


def _behind(submission: Submission, office: int) -> list[Parted]:
    shares = shares_behind([submission.item_id], office).get(submission.item_id, [])
    return _merged((part.unit, part.author, part.weight, item) for item, part in shares)


def _of_entry(entry: Entry, office: int) -> list[Parted]:
    found = Credit.objects.filter(entry=entry, submission__receiver=office).select_related("submission__item")
    return _merged((one.office_id, one.submission.item.drafter_id, one.weight, one.submission.item_id) for one in found)


def _of_submission(submission: Submission, office: int) -> list[Parted]:
    if submission.receiver_id != office:
        raise Unreadable(_("这条信息不是报给本单位的，请选本单位收到的来稿。"))
    share = RecordedShare(unit_id=submission.sender_id, author_id=submission.item.drafter_id)
    return [(share, submission.item_id)]


def _merged(rows: Iterable[tuple[int, int | None, int, int]]) -> list[Parted]:
    merged: dict[tuple[int, int | None], Parted] = {}
    for unit, author, weight, item in rows:
        share = RecordedShare(unit_id=unit, author_id=author, weight=0)
        kept, _item = merged.setdefault((unit, author), (share, item))
        kept.weight += weight
    return list(merged.values())
