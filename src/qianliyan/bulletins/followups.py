"""What follows a step of an issue: who hears of it. Notices carry no title."""

from qianliyan.bulletins.models import Issue, PrintOrder
from qianliyan.bulletins.queries.issues import composers_of, signatories_for
from qianliyan.core.links import page_of
from qianliyan.history.actors import Actor
from qianliyan.history.followups import FollowUp
from qianliyan.notices.actions import tell
from qianliyan.notices.models import NoticeKind
from qianliyan.offices.powers import Power
from qianliyan.offices.seats import seats_in, seats_with


def tell_signatories(issue: Issue, _by: Actor) -> None:
    """Let those who can sign know that an issue waits."""
    tell(signatories_for(issue), NoticeKind.TO_DO, url=_page(issue))


def tell_composers(issue: Issue, _by: Actor) -> None:
    """Let the composer go on: a returned issue is mended, a signed one printed."""
    tell(composers_of(issue), NoticeKind.TO_DO, url=_page(issue))


def tell_recalled(issue: Issue, by: Actor) -> None:
    """Let those who can sign know, and the offices that had the issue: they give its copies back."""
    tell_signatories(issue, by)
    offices = list(issue.recipients.values_list("office", flat=True))
    readers = [seat for power in (Power.DRAFT, Power.EDIT) for seat in seats_with(power, offices)]
    tell(readers, NoticeKind.TO_DO, url=_page(issue))
    named = set(issue.named_readers.values_list("person", flat=True))
    tell([seat for seat in seats_in((issue.office_id,)) if seat.person_id in named], NoticeKind.NEWS, url=_page(issue))


def tell_file_made(order: PrintOrder, _by: Actor) -> None:
    """Let the composer send the file to the printer."""
    tell(composers_of(order.issue), NoticeKind.DONE, url=_page(order.issue))


def tell_file_failed(order: PrintOrder, _by: Actor) -> None:
    """Let the composer see why the file could not be made."""
    tell(composers_of(order.issue), NoticeKind.TO_DO, url=_page(order.issue))


def _page(issue: Issue) -> str:
    return page_of("bulletins:issue", issue.uid)


FOLLOWUPS: dict[str, FollowUp] = {
    "issue.send_for_signing": tell_signatories,
    "issue.send_back": tell_composers,
    "issue.sign": tell_composers,
    "issue.recall": tell_recalled,
    "print_order.make": tell_file_made,
    "print_order.fail": tell_file_failed,
}
