"""Letters of the assessment on paper: 补报函, 告知函 and the year's report. Words on paper are never translated."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from qianliyan.assessment.above import Known
from qianliyan.assessment.models import Reconciliation
from qianliyan.assessment.settings import CONTACT
from qianliyan.bulletins.layouts import written
from qianliyan.configuration.values import value
from qianliyan.core import clock
from qianliyan.core.errors import Unreadable
from qianliyan.files.content import DOCX, PDF
from qianliyan.offices.models import Office
from qianliyan.typesetting.child import render_apart
from qianliyan.typesetting.errors import CannotTypeset, InvalidDocument

SECONDS = 30
NATURES = {"pdf": PDF, "docx": DOCX}
Letter = dict[str, Any]


def typeset(letter: Letter, form: str) -> bytes:
    """Set a letter as PDF or Word; refuse with a sentence when it cannot be set."""
    made = _set(letter, form)
    return bytes(made.pdf if form == "pdf" else made.data)


def pages_of(letter: Letter) -> int:
    """Say how many pages a letter takes."""
    return int(_set(letter, "pdf").pages)


def _set(letter: Letter, form: str) -> Any:
    fonts = str(settings.FONTS) if settings.FONTS.is_file() else ""
    try:
        return render_apart(letter, fonts, seconds=SECONDS, form=form)
    except (CannotTypeset, InvalidDocument) as problem:
        raise Unreadable(_("没有排成：%(why)s。") % {"why": problem}) from problem


def head_of(office: Office, title: str, recipients: str) -> Letter:
    """Return what every letter of the office bears: head, title, addressee, signature, day, whom to call."""
    name = named_today(office)
    return {
        "template": "gaozhi",
        "masthead": name,
        "title": title,
        "recipients": f"{recipients}：",
        "office": name,
        "date": written(clock.today()),
        "contact": value(CONTACT, office),
    }


def asking_to_count(made: Reconciliation, missed: Iterable[Known]) -> Letter:
    """Ask the office above to count what its circular left out (补报函), each with bulletin and day."""
    rows = [[str(place), one.title, one.publication, written(one.on)] for place, one in enumerate(missed, 1)]
    if not rows:
        raise Unreadable(_("这份通报没有漏列本单位的信息，不用补报。"))
    above = made.office.parent
    recipients = named_today(above) if above else ""
    body = (
        f"经与《{made.title}》（{made.evidence}）核对，我单位有{len(rows)}条信息已被采用，未列入本期通报（见下表）。"
        "现将有关情况报上，商请核实并予补计。"
    )
    table = {
        "caption": "未列入通报的采用信息",
        "header": 1,
        "widths": [4, 22, 9, 9],
        "rows": [["序号", "题目", "刊物", "采用日期"], *rows],
    }
    head = head_of(made.office, "关于商请补计信息采用情况的函", recipients)
    return {**head, "body": body, "tables": [table], "closing": "特此致函。"}


def named_today(office: Office) -> str:
    """Return the full name of today."""
    phase = office.phase_on(clock.today())
    return phase.name if phase else office.name
