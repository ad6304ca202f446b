"""The papers that go with an issue: the print order (付印单) and the distribution sheet (分送单).

The words here stand on paper: they are never translated.
"""

from collections.abc import Iterable
from typing import Any

from qianliyan.bulletins.layouts import written
from qianliyan.bulletins.models import Dispatch, Issue, Proof
from qianliyan.core import clock

FORM = "biaodan"


def print_order_sheet(issue: Issue, proofs: dict[int, Proof], pages: int | None) -> dict[str, Any]:
    """Return the print order as the printer gets it."""
    publication = issue.publication
    fields = [
        ("刊物", publication.name),
        ("期号", issue.number_text),
        ("签发人", issue.signatory_name),
        ("签发日期", written(issue.signed_on) if issue.signed_on else ""),
        ("印数", f"{issue.copies}份"),
        ("页数", f"{pages}页" if pages else ""),
        ("份号", f"000001—{issue.copies:06}" if publication.numbered else "不编"),
        ("编排", issue.composer.name),
    ]
    turns = ((1, "一校"), (2, "二校"))
    boxes = [
        {"label": label, "name": proofs[turn].person.name, "date": written(clock.local(proofs[turn].at).date())}
        if turn in proofs
        else {"label": label}
        for turn, label in turns
    ]
    return {
        "template": FORM,
        "title": f"《{publication.name}》{issue.number_text}付印单",
        "unit": issue.office.name,
        "fields": [list(pair) for pair in fields],
        "boxes": [*boxes, {"label": "付　印"}],
        "notes": ["纸张：A4，双面印，左侧装订。", "印制完成后，废页、清样交回编发单位。"],
        "date": written(issue.signed_on) if issue.signed_on else "",
    }


def distribution_sheet(issue: Issue, dispatches: Iterable[Dispatch], edition: int = 1) -> dict[str, Any]:
    """Return the distribution sheet of an edition: to whom, how many, which numbers, and room for a signature."""
    rows = [["序号", "分送单位", "份数", "份号", "签收人", "签收时间", "清退"]]
    lines = list(dispatches)
    rows += [[str(n), one.name, str(one.copies), one.numbers, "", "", _back(one)] for n, one in enumerate(lines, 1)]
    total = sum(one.copies for one in lines)
    return {
        "template": FORM,
        "title": f"《{issue.publication.name}》{issue.number_text}{_reprint(edition)}分送单",
        "unit": issue.office.name,
        "number": f"共印{issue.copies}份，分送{total}份，存{max(0, issue.copies - total)}份",
        "tables": [{"rows": rows, "widths": [5, 14, 5, 13, 8, 9, 6]}],
        "date": written(issue.signed_on) if issue.signed_on else "",
    }


def _reprint(edition: int) -> str:
    return f"（第{edition}版）" if edition > 1 else ""


def _back(dispatch: Dispatch) -> str:
    if dispatch.returned and dispatch.out and dispatch.back:
        return f"{dispatch.returned}份，缺{dispatch.numbers_out}"
    return f"{dispatch.returned}份" if dispatch.returned else ""
