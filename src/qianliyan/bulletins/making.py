"""What is made on order: an issue in other forms, its numbered copies and archive package, a year's papers."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from django.utils import translation

from qianliyan.bulletins import typesetter
from qianliyan.bulletins.actions.printing import NATURES, file_in
from qianliyan.bulletins.archiving import package_of
from qianliyan.bulletins.models import Issue, Publication
from qianliyan.bulletins.queries.issues import issues_seen_by
from qianliyan.bulletins.states import ONCE_PRINTED, IssueState, PrintState
from qianliyan.bulletins.watermarks import for_reader, is_marked
from qianliyan.bulletins.yearly import binding_list, issues_of, yearbook
from qianliyan.files.actions import content_of
from qianliyan.files.content import PDF, ZIP
from qianliyan.files.makers import Arguments, Made, Maker, Progress
from qianliyan.offices.audiences import visible_to
from qianliyan.offices.models import Seat

PAPER_LANGUAGE = "zh-hans"
SIX_DIGITS = "06"
KEPT = ONCE_PRINTED
TO_BE_PRINTED = (IssueState.SIGNED, IssueState.PRINTED)
FORM, COPIES, PACKAGE = "bulletins.form", "bulletins.copies", "bulletins.package"
BINDING, YEARBOOK = "bulletins.binding", "bulletins.yearbook"
Paper = Callable[[Publication, int], Mapping[str, Any]]
T = TypeVar("T")


def may_have_form(seat: Seat, arguments: Arguments) -> bool:
    """Allow readers of a printed issue; what can be edited is not given to outside with a reader's mark on it."""
    issue = _issue(seat, arguments)
    if issue is None or issue.state not in KEPT or arguments["form"] not in NATURES:
        return False
    return arguments["form"] != "docx" or not is_marked(issue, seat)


def make_form(seat: Seat, arguments: Arguments, progress: Progress) -> Made:
    """Set the print in another form; a reader outside gets his own, with his name across the pages."""
    issue, form = _standing(_issue(seat, arguments)), arguments["form"]
    progress(0, 1)
    if is_marked(issue, seat):
        content = typesetter.form_of(for_reader(issue.layout or {}, issue, seat), form)
    else:
        content = content_of(file_in(issue, form))
    return Made(content, f"{issue}.{form}", NATURES[form])


def may_have_copies(seat: Seat, arguments: Arguments) -> bool:
    """Allow the section of the issuing office, where the publication numbers its copies."""
    issue = _own(seat, arguments)
    return issue is not None and issue.publication.numbered and issue.state in TO_BE_PRINTED


def make_copies(seat: Seat, arguments: Arguments, progress: Progress) -> Made:
    """Set every copy with its own number, behind one another, for the printer."""
    issue = _standing(_own(seat, arguments))
    progress(0, issue.copies)
    numbers = [format(number, SIX_DIGITS) for number in range(1, issue.copies + 1)]
    rendered = typesetter.copies_of(issue.layout or {}, numbers)
    return Made(rendered.data, f"{issue}逐份编号.pdf", PDF)


def may_have_package(seat: Seat, arguments: Arguments) -> bool:
    """Allow the section of the issuing office, once the issue is printed and its file made."""
    issue = _own(seat, arguments)
    order = getattr(issue, "print_order", None)
    return issue is not None and issue.state in KEPT and order is not None and order.state == PrintState.MADE


def make_package(seat: Seat, arguments: Arguments, progress: Progress) -> Made:
    """Put the archive package together."""
    issue = _standing(_own(seat, arguments))
    with translation.override(PAPER_LANGUAGE):
        return Made(package_of(issue, progress), f"{issue}归档包.zip", ZIP)


def may_have_year(seat: Seat, arguments: Arguments) -> bool:
    """Allow the section of the issuing office, for a year in which something was numbered."""
    publication = _publication(seat, arguments)
    return publication is not None and bool(issues_of(publication, arguments["year"]))


def yearly(paper: Paper, name: str) -> Callable[[Seat, Arguments, Progress], Made]:
    """Return the maker of one paper of a year: first everything is gathered, then it is set."""

    def make(seat: Seat, arguments: Arguments, progress: Progress) -> Made:
        publication, year = _standing(_publication(seat, arguments)), arguments["year"]
        progress(0, 2)
        with translation.override(PAPER_LANGUAGE):
            layout = paper(publication, year)
            progress(1, 2)
            content = typesetter.form_of(layout, "pdf")
        return Made(content, f"{publication}{year}年{name}.pdf", PDF)

    return make


def _issue(seat: Seat, arguments: Arguments) -> Issue | None:
    return issues_seen_by(seat).filter(uid=arguments["issue"]).first()


def _own(seat: Seat, arguments: Arguments) -> Issue | None:
    return issues_seen_by(seat).filter(uid=arguments["issue"], office=seat.office_id).first()


def _publication(seat: Seat, arguments: Arguments) -> Publication | None:
    seen = visible_to(Publication, seat).select_related("office")
    return seen.filter(uid=arguments["publication"]).first()


def _standing(thing: T | None) -> T:
    """Return what was there a moment ago, when it was asked who may have it."""
    assert thing is not None  # noqa: S101 - `may` has just said so
    return thing


MAKERS = (
    Maker(FORM, make_form, may_have_form),
    Maker(COPIES, make_copies, may_have_copies),
    Maker(PACKAGE, make_package, may_have_package),
    Maker(BINDING, yearly(binding_list, "稿件卷目录"), may_have_year),
    Maker(YEARBOOK, yearly(yearbook, "汇编"), may_have_year),
)
