"""A publication's year on paper: the binding list (稿件卷目录) and the yearbook with its indexes.

The words here stand on paper: they are never translated.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.db.models import F

from qianliyan.bulletins.layouts import written
from qianliyan.bulletins.models import Entry, Issue, Publication
from qianliyan.bulletins.states import ONCE_PRINTED, IssueState
from qianliyan.core import clock
from qianliyan.items.kinds import Kind

IN_THE_LIST = (IssueState.PRINTED, IssueState.VOID, IssueState.RECALLED, IssueState.RESERVED)
REMARKS = {IssueState.VOID: "作废", IssueState.RECALLED: "已收回", IssueState.RESERVED: "纸质印发，不在卷内"}


def issues_of(publication: Publication, year: int) -> list[Issue]:
    """Return every number of the year, in the order of its series; none is left out."""
    found = Issue.objects.filter(publication=publication, year=year, state__in=IN_THE_LIST).defer("layout")
    main_first = F("series__order").asc(nulls_first=True)
    return list(found.select_related("publication", "series", "print_order").order_by(main_first, "series", "number"))


def entries_by_issue(issues: Sequence[Issue]) -> dict[int, list[Entry]]:
    """Return what stands in each issue, in one query."""
    found: dict[int, list[Entry]] = defaultdict(list)
    entries = Entry.objects.filter(issue__in=issues, removed_at=None).select_related("draft")
    for entry in entries.defer("draft__body").order_by("issue", "position", "pk"):
        found[entry.issue_id].append(entry)
    return found


def binding_list(publication: Publication, year: int) -> dict[str, Any]:
    """Return the list that lies on top of the year's manuscripts."""
    issues = issues_of(publication, year)
    entries = entries_by_issue(issues)
    rows = [["序号", "期号", "签发日期", "题目", "签发人", "页数", "备注"]]
    for number, issue in enumerate(issues, 1):
        order = getattr(issue, "print_order", None)
        titles = "\n".join(entry.title for entry in entries[issue.pk]) if issue.state in ONCE_PRINTED else ""
        day = f"{issue.signed_on.month}月{issue.signed_on.day}日" if issue.signed_on else ""
        pages = str(order.pages or "") if order else ""
        remark = REMARKS.get(IssueState(issue.state), "")
        rows.append([str(number), issue.number_text, day, titles, issue.signatory_name, pages, remark])
    return {
        "template": "biaodan",
        "title": f"《{publication.name}》{year}年稿件卷目录",
        "unit": publication.office.name,
        "number": f"共{len(issues)}期",
        "tables": [{"rows": rows, "widths": [6.5, 11, 11, 28, 9, 6.5, 9]}],
        "date": written(clock.today()),
    }


def yearbook(publication: Publication, year: int) -> dict[str, Any]:
    """Return the year as a book: by subject in the contents, by unit in the index."""
    issues = [issue for issue in issues_of(publication, year) if issue.state == IssueState.PRINTED]
    entries = entries_by_issue(issues)
    return {
        "template": "huibian",
        "masthead": f"{publication.name}\n{year}年汇编",
        "caution": publication.caution,
        "number": f"共{len(issues)}期",
        "office": publication.office.name,
        "date": written(clock.today()),
        "columns": [str(label) for _kind, label in Kind.choices],
        "entries": [_in_book(issue, entry) for issue in issues for entry in entries[issue.pk]],
    }


def _in_book(issue: Issue, entry: Entry) -> dict[str, Any]:
    # What was printed without a unit leads nowhere in the index, and says so in its last line.
    hidden = entry.units == issue.publication.attribution
    units = [] if hidden else [name for name in entry.units.split("、") if name]
    day = written(issue.signed_on) if issue.signed_on else ""
    source = f"{entry.units}；" if hidden else ""
    return {
        "title": entry.title,
        "body": f"{entry.body}\n（{source}{issue.number_text}，{day}）",
        "units": units,
        "subjects": list(entry.subjects),
        "column": entry.draft.get_kind_display(),
    }
