"""Making a letter of the assessment: what is handed out is kept and recorded; sending it is for people."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from qianliyan.assessment.letters import NATURES, asking_to_count, head_of, typeset
from qianliyan.assessment.models import Calculation, Letter, Reconciliation
from qianliyan.assessment.permissions import may_assess, may_edit
from qianliyan.assessment.reconciled import compared
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed
from qianliyan.files.actions import keep_made
from qianliyan.history.trail import record
from qianliyan.offices.models import Office, Seat


@transaction.atomic
def print_letter(title: str, *, recipients: str, body: str, form: str, by: Seat, to: Office | None = None) -> Letter:
    """Set a letter (告知函, 信息工作汇报) as PDF or Word, keep it and record for whom."""
    _refuse(by)
    if to is not None and to.parent_id != by.office_id:
        raise NotAllowed(_("印制函件"))
    head: dict[str, Any] = head_of(by.office, title, recipients)
    if to is None:
        head |= {"template": "caiyong-tongbao", "recipients": f"{recipients}：" if recipients else ""}
    letter = Letter(office=by.office, to=to, title=title, recipients=recipients, body=body)
    made = kept_letter(letter, {**head, "body": body}, form, by)
    record("letter.print", to or by.office, by=by, text=body, title=title, form=form, letter=str(made.uid))
    return made


@transaction.atomic
def ask_to_count(made: Reconciliation, *, form: str, by: Seat) -> Letter:
    """Set the letter that asks the office above to count what its circular left out (补报函), and keep it."""
    _refuse(by)
    if made.office_id != by.office_id:
        raise NotAllowed(_("印制函件"))
    letter = asking_to_count(made, compared(made).missed_above)
    kept = Letter(office=by.office, to=made.office.parent, reconciliation=made, title=letter["title"])
    kept.recipients, kept.body = letter["recipients"], letter["body"]
    kept = kept_letter(kept, letter, form, by)
    record("letter.print", made, by=by, text=letter["body"], title=kept.title, form=form, letter=str(kept.uid))
    return kept


def _refuse(by: Seat) -> None:
    own = Calculation(office=by.office)
    if not may_assess(by, own) and not may_edit(by, own):
        raise NotAllowed(_("印制函件"))


def kept_letter(made: Letter, letter: dict[str, Any], form: str, by: Seat) -> Letter:
    """Set what is to be handed out and keep it as it was printed."""
    name = f"{made.title}.{form}"
    made.file = keep_made(typeset(letter, form), name, NATURES[form], by=by)
    made.printed_by, made.printed_at = by.label, clock.now()
    made.save()
    return made
